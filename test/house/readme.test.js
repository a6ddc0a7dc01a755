import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { built, elementNames, ROOT } from '../../.config/entries.js';

/** @type {{ DOM_EVENT_NAMES: Record<string, string>, ERRORS: Record<string, { code: number, desc: string, remedy: string }> }} */
const { DOM_EVENT_NAMES, ERRORS } = await import(pathToFileURL(join(ROOT, `${built('src/core.ts')}.js`)).href);
const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');

describe('README.md', () => {
  it('names every element', () => {
    assert.deepEqual(elementNames().filter((name) => !readme.includes(`<trtc-${name}>`)), []);
  });

  it('names every callback and its event', () => {
    const missing = Object.entries(DOM_EVENT_NAMES).filter(([callback, event]) => !readme.includes(`\`${callback}\``) || !readme.includes(`\`${event}\``));
    assert.deepEqual(missing, []);
  });

  it('has the error codes as they are', () => {
    for (const [name, { code, desc, remedy }] of Object.entries(ERRORS)) {
      assert.ok(readme.includes(`| ${code} | \`${name}\` | ${desc} | ${remedy} |`), `the row of ${code} ${name}`);
    }
  });

  it('links only to files that are there, and imports only what is exported', () => {
    for (const [, target = ''] of readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)) assert.ok(existsSync(join(ROOT, target)), target);
    const { exports } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    for (const [, path = ''] of readme.matchAll(/['`]trtc-calling-elements(\/[\w./-]+)?['`]/g)) assert.ok(`.${path}` in exports, `trtc-calling-elements${path}`);
  });
});

describe('CONTRIBUTING.md', () => {
  it('stays within a hundred lines', () => {
    assert.ok(readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8').split('\n').length <= 101);
  });
});
