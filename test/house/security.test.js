import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { ROOT } from '../../.config/entries.js';
import { GUARDS } from '../security/guards.js';

const read = (/** @type {string} */ file) => readFileSync(join(ROOT, file), 'utf8');
const rows = read('SECURITY.md').split('\n').filter((line) => /^\|(?! threat|-)/.test(line)).map((line) => {
  const [, threat = '', guard = '', shown = ''] = line.split('|').map((cell) => cell.trim());
  const [, test = '', title = ''] = /^`([^`]+)`: (.+)$/.exec(shown) ?? [];
  return { threat, files: [...guard.matchAll(/`([\w/.-]+\.ts)`/g)].map(([, file = '']) => file), test, title };
});

describe('SECURITY.md', () => {
  it('names for each threat a guard and a test that exist', () => {
    assert.ok(rows.length > 30);
    for (const { threat, files, test, title } of rows) {
      assert.ok(files.length > 0, `no guard: ${threat}`);
      for (const file of files) assert.ok(existsSync(join(ROOT, file)), file);
      assert.ok(title !== '' && [`it('${title}'`, `it(\`${title}\``].some((text) => read(test).includes(text)), `${test} has no test "${title}"`);
    }
  });

  it('has for each row a way to break the guard, and no way without a row', () => {
    const broken = GUARDS.map(({ test, title }) => `${test}: ${title}`);
    assert.deepEqual(rows.map(({ test, title }) => `${test}: ${title}`).toSorted(), broken.toSorted());
    for (const { file, test, title } of GUARDS) {
      assert.ok(rows.some((row) => row.test === test && row.title === title && row.files.includes(file)), `${title}: ${file} is not the guard that SECURITY.md names`);
    }
  });

  it('breaks what stands in the sources once', () => {
    for (const { file, find, replace } of GUARDS) {
      assert.equal(read(file).split(find).length - 1, 1, `${file}: ${find}`);
      assert.notEqual(replace, find, file);
    }
  });
});

describe('The lock file', () => {
  const { packages } = /** @type {{ packages: Record<string, { version?: string, integrity?: string, resolved?: string, link?: boolean, hasInstallScript?: boolean, dev?: boolean, optional?: boolean, peer?: boolean }> }} */ (JSON.parse(read('package-lock.json')));
  const entries = Object.entries(packages).filter(([path]) => path !== '');

  it('has an exact version and a SHA-512 of every package, and no address', () => {
    assert.ok(entries.length > 100);
    for (const [path, { version = '', integrity = '', resolved }] of entries) {
      assert.match(version, /^\d+\.\d+\.\d+/, path);
      assert.match(integrity, /^sha512-[A-Za-z0-9+/]{86}==$/, path);
      assert.equal(resolved, undefined, path);
    }
  });

  it('runs no script of anybody when what ships is installed', () => {
    const scripted = entries.filter(([, { hasInstallScript, dev, optional, peer }]) => hasInstallScript && !dev && !optional && !peer).map(([path]) => path);
    assert.deepEqual(scripted, []);
  });
});
