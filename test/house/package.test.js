import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { Script } from 'node:vm';
import { built, elementNames, entries, exportsField, ROOT, sideEffectsField } from '../../.config/entries.js';
import { importsOf, sourcesIn } from './sources.js';

const read = (/** @type {string} */ file) => JSON.parse(readFileSync(join(ROOT, file), 'utf8'));
const manifest = read('package.json');
const node = (/** @type {string} */ script) =>
  execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

describe('package.json', () => {
  it('exports what the tree has (npm run exports)', () => {
    assert.deepEqual(manifest.exports, exportsField());
    assert.deepEqual(manifest.sideEffects, sideEffectsField());
  });

  it('names files that the build wrote, types first', () => {
    for (const [path, target] of Object.entries(exportsField())) {
      if (typeof target === 'object') assert.equal(Object.keys(target)[0], 'types', path);
      for (const file of typeof target === 'string' ? [target] : Object.values(target)) assert.ok(existsSync(join(ROOT, file)), `${path}: ${file} is missing`);
    }
    for (const file of Object.values(manifest.bin)) assert.ok(existsSync(join(ROOT, String(file))), `${file} is missing`);
  });

  it('names no file that the tree does not have', () => {
    for (const file of [manifest.customElements, ...manifest.files.filter((/** @type {string} */ name) => name !== 'dist')]) {
      assert.ok(!file.startsWith('.') && existsSync(join(ROOT, file)), `${file} is missing`);
    }
  });

  it('pins every version exactly', () => {
    for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })) assert.match(String(version), /^\d+\.\d+\.\d+$/, name);
  });

  it('has a lock file without addresses', () => {
    assert.equal(/"resolved"|https?:\/\/[^"]*\.tgz/.test(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')), false);
  });
});

describe('The build', () => {
  it('keeps every import that registers an element', () => {
    for (const file of sourcesIn('components').filter((path) => path.endsWith('define.ts'))) {
      const wanted = importsOf(file).filter(({ to, lazy }) => !lazy && to.endsWith('.define.ts')).length;
      const kept = [...readFileSync(join(ROOT, `${built(file)}.js`), 'utf8').matchAll(/\.define\.js["'];/g)].length;
      assert.equal(kept, wanted, file);
    }
  });

  it('is one file for a script tag, with no import but the Tencent engine, which is asked for late', () => {
    const file = readFileSync(join(ROOT, 'dist/cdn/trtc-calling-elements.js'), 'utf8');
    assert.deepEqual([...file.matchAll(/\bimport\s*\(?\s*[`"']([^`"']+)[`"']/g)].map(([, name]) => name), ['./trtc-calling-elements-tencent.js']);
    assert.equal(/^import\b|[;}]import["'{]/m.test(file), false);
    for (const name of elementNames()) assert.ok(file.includes(`trtc-${name}`), `trtc-${name} is not in it`);
  });

  it('is one file for the Tencent engine with its SDKs, which imports nothing', () => {
    const file = readFileSync(join(ROOT, 'dist/cdn/trtc-calling-elements-tencent.js'), 'utf8');
    assert.equal(/\bimport\s*\(\s*[`"']|^import\b|[;}]import["'{]/m.test(file), false);
    assert.match(file, /createTencentEngine/);
    for (const sdk of [/trtc_autoplay_mask/, /isRejectNotifyAll/, /TIM\.VERSION/]) assert.match(file, sdk);
  });

  it('is one classic script for a service worker, which hands a press on a notification to the page of the call', async () => {
    const posted = /** @type {unknown[]} */ ([]);
    /** @type {(event: object) => void} */
    let press = () => assert.fail('Nothing listens to presses.');
    const page = { url: 'https://example.com/', focused: false, postMessage: (/** @type {unknown} */ message, /** @type {MessagePort[]} */ [port]) => { posted.push(message); port?.postMessage('taken'); } };
    const scope = { clients: { matchAll: async () => [page] }, MessageChannel, setTimeout, clearTimeout, addEventListener: (/** @type {string} */ type, /** @type {typeof press} */ listener) => { if (type === 'notificationclick') press = listener; } };
    // A module's import or export would not compile as a script.
    new Script(readFileSync(join(ROOT, 'dist/cdn/notification-worker.js'), 'utf8')).runInNewContext(scope);
    /** @type {Promise<unknown> | undefined} */
    let work;
    let closed = false;
    press({ action: 'decline', notification: { data: { kind: 'trtc-call', key: 'k', url: page.url }, close: () => { closed = true; } }, waitUntil: (/** @type {Promise<unknown>} */ promise) => { work = promise; } });
    await work;
    assert.deepEqual([closed, JSON.stringify(posted)], [true, JSON.stringify([{ kind: 'trtc-call', key: 'k', action: 'decline' }])]);
  });

  it('imports nothing that the package does not depend on', () => {
    const imported = readdirSync(join(ROOT, 'dist'), { recursive: true }).map(String).filter((file) => file.endsWith('.js') && !file.startsWith('cdn'))
      .flatMap((file) => [...readFileSync(join(ROOT, 'dist', file), 'utf8').matchAll(/^(?:import|export)\s(?:[^'"]*?\sfrom\s)?["']([^.'"][^'"]*)["']/gm)].map(([, name]) => name ?? ''));
    const packages = new Set(imported.filter((name) => !name.startsWith('node:')).map((name) => name.split('/').slice(0, name.startsWith('@') ? 2 : 1).join('/')));
    assert.deepEqual([...packages].filter((name) => !(name in manifest.dependencies) && !(name in manifest.peerDependencies)), []);
  });
});

/** What Lit itself leaves behind in Node. */
const LITS_OWN = /^(lit|reactive)[A-Z]|^customElements$/;

describe('Importing the built package in Node', () => {
  // What registers elements is in server.test.js; a service worker is nothing without its page.
  for (const path of Object.keys(entries()).filter((each) => !each.endsWith('define') && each !== './notification-worker')) {
    const name = `trtc-calling-elements${path.slice(1)}`;
    it(`${name} works, says nothing and leaves no global of ours behind`, () => {
      const said = node(`const before = new Set(Object.keys(globalThis)); const module = await import(${JSON.stringify(name)}); console.log(JSON.stringify([Object.keys(globalThis).filter((key) => !before.has(key)), Object.keys(module)]));`);
      const [globals, names] = /** @type {[string[], string[]]} */ (JSON.parse(said));
      assert.deepEqual(globals.filter((key) => !LITS_OWN.test(key)), []);
      assert.ok(names.length > 0, `${name} exports nothing`);
    });
  }
});

describe('custom-elements.json', () => {
  const modules = /** @type {{ path: string, declarations?: { name: string, tagName?: string, description?: string, summary?: string, members?: { name: string, privacy?: string }[] }[] }[]} */ (read('custom-elements.json').modules);
  const declarations = modules.flatMap((module) => module.declarations ?? []);

  it('has every element by its tag, with a sentence about it', () => {
    for (const name of elementNames()) {
      const found = declarations.find(({ tagName }) => tagName === `trtc-${name}`);
      assert.ok(found, `trtc-${name} is missing`);
      assert.ok(found.summary || found.description, `trtc-${name} is not described`);
    }
  });

  it('names shipped files and no inner members', () => {
    for (const { path } of modules) assert.ok(existsSync(join(ROOT, path)), `${path} is missing`);
    const inner = declarations.flatMap(({ name, members = [] }) => members.filter((member) => /^[#_]/.test(member.name) || member.privacy === 'private').map((member) => `${name}.${member.name}`));
    assert.deepEqual(inner, []);
  });
});
