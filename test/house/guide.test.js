import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { docs } from '../../.config/docs-data.js';
import { built, ROOT } from '../../.config/entries.js';
import { renderGuide } from '../../.config/render-guide.js';
import { snippetsOf, withSnippets } from '../../.config/site-plugin.js';
import { allSnippets, guidePages } from './snippets.js';

/** @type {{ ERRORS: Record<string, { code: number }> }} */
const { ERRORS } = await import(pathToFileURL(join(ROOT, `${built('src/core.ts')}.js`)).href);
const read = (/** @type {string} */ file) => readFileSync(join(ROOT, file), 'utf8');
const all = docs();
const snippets = allSnippets();

describe('Everything public is described', () => {
  it('every attribute, property, method, event, slot, part, custom property and state of every element', () => {
    const kinds = /** @type {const} */ (['attributes', 'properties', 'methods', 'events', 'slots', 'parts', 'cssProperties', 'states']);
    const missing = all.elements.flatMap((element) => [
      ...(element.summary ? [] : [`<${element.tag}>`]),
      ...kinds.flatMap((kind) => element[kind].filter(({ description }) => description.trim() === '').map(({ name }) => `<${element.tag}> ${kind}: ${name || 'default'}`)),
    ]);
    assert.deepEqual(missing, []);
  });

  it('every method and property of TRTCCalling, every callback, type and option', () => {
    const missing = [
      ...[...all.statics, ...all.calling, ...all.callbacks].filter(({ description }) => description === '').map(({ name }) => name),
      ...all.types.filter(({ description }) => description === '').map(({ name }) => name),
    ];
    assert.deepEqual(missing, []);
    assert.ok(all.calling.length > 25 && all.callbacks.length >= 20, 'the sources were read');
  });

  it('every token of the theme', () => {
    assert.deepEqual(all.tokens.filter(({ description }) => description === ''), []);
    assert.ok(all.tokens.length > 20);
  });
});

describe('The guide', () => {
  const names = guidePages().map((file) => file.split('/').at(-1) ?? '');

  it('is there in Chinese, page for page and block for block', () => {
    assert.deepEqual(readdirSync(join(ROOT, 'demo/guide/zh-CN')).toSorted(), names);
    for (const name of names) {
      const english = read(`demo/guide/en/${name}`);
      const chinese = withSnippets(read(`demo/guide/zh-CN/${name}`), join(ROOT, `demo/guide/zh-CN/${name}`));
      assert.deepEqual(snippetsOf(chinese), snippetsOf(english), name);
      const depths = (/** @type {string} */ markdown) => renderGuide(markdown).headings.map(({ depth }) => depth);
      assert.deepEqual(depths(chinese), depths(english), `${name}: the same headings`);
    }
  });

  it('has the same tables in Chinese, and in each row the same names and numbers', () => {
    const rows = (/** @type {string} */ file) => read(file).split('\n').filter((line) => line.startsWith('|'));
    const fixed = (/** @type {string} */ row) => [row.split('|').length, ...row.match(/`[^`]+`|\b[67]\d{4}\b/g)?.toSorted() ?? []];
    for (const name of names) assert.deepEqual(rows(`demo/guide/zh-CN/${name}`).map(fixed), rows(`demo/guide/en/${name}`).map(fixed), name);
  });

  it('gives in its troubleshooting only codes that there are', () => {
    const known = new Set(Object.values(ERRORS).map(({ code }) => String(code)));
    const told = [...read('demo/guide/en/troubleshooting.md').matchAll(/\b6[01]0\d\d\b/g)].map(([code]) => code);
    assert.deepEqual(told.filter((code) => !known.has(code)), []);
    assert.ok(told.length > 20);
  });

  it('has every written page in its contents', () => {
    const contents = read('demo/guide/contents.ts');
    for (const name of names) assert.ok(contents.includes(`name: '${name.replace('.md', '')}'`), name);
  });

  it('links only to what is there', () => {
    const pages = new Set([...read('demo/guide/contents.ts').matchAll(/name: '([\w-]+)'/g)].map(([, name]) => name));
    for (const language of ['en', 'zh-CN']) {
      for (const name of names) {
        const { html } = renderGuide(withSnippets(read(`demo/guide/${language}/${name}`), join(ROOT, `demo/guide/${language}/${name}`)));
        for (const [, target = ''] of html.matchAll(/href="([^"]+)"/g)) {
          const inGuide = /^#\/([\w-]+)$/.exec(target)?.[1];
          const file = target.replace(/#.*$/, '').replace(/^\.\/$/, 'index.html');
          assert.ok(inGuide ? pages.has(inGuide) : file !== '' && existsSync(join(ROOT, 'demo', file)), `${language}/${name}: ${target}`);
        }
      }
    }
  });

  it('tells in Chinese only of members that there are', () => {
    const known = new Set([...all.statics, ...all.calling, ...all.callbacks].map(({ name }) => name));
    const told = [...read('demo/guide/chinese.ts').matchAll(/^ {2}(\w+): '/gm)].map(([, name]) => name ?? '');
    assert.deepEqual(told.filter((name) => !known.has(name)), []);
    assert.ok(told.length > 40);
  });
});

describe('The code in README and guide', () => {
  it('is in languages that something here runs or checks', () => {
    assert.deepEqual([...new Set(snippets.map(({ language }) => language))].filter((language) => !['html', 'js', 'jsx', 'css', 'sh', 'ts', 'vue', 'tsx', 'json', 'svelte'].includes(language)), []);
    assert.ok(snippets.length > 25);
  });

  for (const { where, code } of snippets.filter(({ isForNode }) => isForNode)) {
    it(`${where}: runs in Node`, () => {
      execFileSync(process.execPath, ['--input-type=module', '-e', code], { cwd: ROOT, stdio: ['ignore', 'ignore', 'pipe'] });
    });
  }

  for (const { where, code } of snippets.filter(({ language }) => ['html', 'jsx', 'vue'].includes(language))) {
    it(`${where}: has only elements and attributes that there are`, () => {
      for (const [, tag = '', written = ''] of code.replaceAll(/=\{[^{}]*\}/g, '=""').matchAll(/<(trtc-[\w-]+)((?:\s+[^<>]*?)?)\/?>/g)) {
        const element = all.elements.find((each) => each.tag === tag);
        assert.ok(element, `${where}: <${tag}>`);
        const known = new Set([...element.attributes.map(({ name }) => name), ...element.properties.map(({ name }) => name), 'slot', 'id', 'class', 'style']);
        const names = [...written.replaceAll(/=("[^"]*"|'[^']*')/g, '').matchAll(/[@:\w-]+/g)].map(([name]) => name).filter((name) => !/^(on|@|:|v-|bind)/.test(name));
        assert.deepEqual(names.filter((name) => !known.has(name)), [], `${where}: <${tag}>`);
      }
    });
  }

  for (const { where, code } of snippets.filter(({ language }) => language === 'css')) {
    it(`${where}: sets only properties and parts that there are`, () => {
      const properties = new Set([...all.tokens, ...all.elements.flatMap(({ cssProperties }) => cssProperties)].map(({ name }) => name));
      assert.deepEqual([...code.matchAll(/--trtc-[\w-]+/g)].map(([name]) => name).filter((name) => !properties.has(name)), []);
      for (const [, tag, kind, name] of code.matchAll(/(trtc-[\w-]+)(::part|:state)\(([\w-]+)\)/g)) {
        const element = all.elements.find((each) => each.tag === tag);
        assert.ok((kind === '::part' ? element?.parts : element?.states)?.some((each) => each.name === name), `${tag}${kind}(${name})`);
      }
    });
  }

  it('names only commands that there are', () => {
    const { scripts, name: ours, dependencies } = JSON.parse(read('package.json'));
    const lines = snippets.filter(({ language }) => language === 'sh').flatMap(({ code }) => code.split('\n')).map((line) => line.replace(/\s#.*$/, '').trim()).filter(Boolean);
    assert.ok(lines.length > 2);
    for (const line of lines) {
      const [program, first = '', second = ''] = line.split(/\s+/);
      const isKnown = program === 'npm'
        ? (first === 'run' ? second in scripts : first === 'install' || first === 'ci' ? second === '' || second === ours || second.startsWith('--') || second in dependencies : first in scripts)
        : (program === 'npx' && first === 'trtc-calling-relay') || program === 'git' || program === 'cp' || program === 'cd';
      assert.ok(isKnown, line);
    }
  });

  it('starts the relay as the guide says', async () => {
    const line = snippets.flatMap(({ code }) => code.split('\n')).find((each) => each.startsWith('npx trtc-calling-relay')) ?? '';
    const args = line.split(/\s+/).slice(2).map((word, index, words) => (words[index - 1] === '--port' ? '0' : word));
    const relay = spawn(process.execPath, [join(ROOT, 'dist/src/relay/bin.js'), ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    try {
      const said = await new Promise((resolve, reject) => {
        relay.stdout.once('data', (chunk) => resolve(String(chunk)));
        relay.stderr.once('data', (chunk) => reject(new Error(String(chunk))));
        relay.once('exit', (code) => reject(new Error(`It ended with ${code}.`)));
      });
      assert.match(said, /ws:\/\//);
    } finally {
      relay.kill();
    }
  });
});
