import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { docs } from '../../.config/docs-data.js';
import { built, elementNames, ROOT } from '../../.config/entries.js';
import { snippetsIn } from './snippets.js';

/** @type {{ DOM_EVENT_NAMES: Record<string, string>, ERRORS: Record<string, { code: number, desc: string, remedy: string }> }} */
const { DOM_EVENT_NAMES, ERRORS } = await import(pathToFileURL(join(ROOT, `${built('src/core.ts')}.js`)).href);
const { statics, calling, elements } = docs();
/** What npm would put into the package. */
const packed = new Set(/** @type {[{ files: { path: string }[] }]} */ (JSON.parse(execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts', '--loglevel=error'], { cwd: ROOT, encoding: 'utf8', shell: process.platform === 'win32', maxBuffer: 1 << 24 })))[0].files.map(({ path }) => path));
const read = (/** @type {string} */ file) => readFileSync(join(ROOT, file), 'utf8');
const readme = read('README.md');
const chinese = read('README.zh-CN.md');

for (const [file, text] of Object.entries({ 'README.md': readme, 'README.zh-CN.md': chinese })) {
  describe(file, () => {
    it('names every element', () => {
      assert.deepEqual(elementNames().filter((name) => !text.includes(`<trtc-${name}>`)), []);
    });

    it('names every callback and its event', () => {
      const missing = Object.entries(DOM_EVENT_NAMES).filter(([callback, event]) => !text.includes(`\`${callback}\``) || !text.includes(`\`${event}\``));
      assert.deepEqual(missing, []);
    });

    it('names every member of TRTCCalling', () => {
      const code = [...text.matchAll(/`([^`\n]+)`/g)].map(([, span]) => span).join(' ');
      const named = new Set(code.match(/\w+/g));
      assert.deepEqual([...statics, ...calling].map(({ name }) => name).filter((name) => !named.has(name)), []);
      assert.ok(calling.length > 40, 'the sources were read');
    });

    it('names in its table of elements attributes, and says of a property that it is one', () => {
      for (const [row, tags = '', told = ''] of text.matchAll(/^\| ((?:`<trtc-[\w-]+>` ?)+) \| (.*) \|$/gm)) {
        const these = elements.filter(({ tag }) => tags.includes(`<${tag}>`));
        const has = (/** @type {'attributes' | 'properties'} */ kind, /** @type {string} */ name) => these.some((element) => element[kind].some((each) => each.name === name));
        for (const [, name = ''] of told.matchAll(/`([a-z-]+)(?:="\w+")?`/g)) {
          if (has('attributes', name) || name === 'item') continue;
          assert.ok(has('properties', name), `${name}: ${row}`);
          assert.match(told, new RegExp(`property \`${name}\`|\`${name}\`(, a |，)property`), row);
        }
      }
    });

    it('names files of the package as they are', () => {
      for (const [, path = ''] of text.matchAll(/\b(?:node_modules\/trtc-calling-elements\/)?(dist\/[\w./-]+\w)/g)) assert.ok(existsSync(join(ROOT, path)), path);
    });

    it('links only to files that the package holds, and imports only what is exported', () => {
      for (const [, target = ''] of text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)) assert.ok(packed.has(target), target);
      const { exports } = JSON.parse(read('package.json'));
      for (const [, path = ''] of text.matchAll(/['`]trtc-calling-elements(\/[\w./-]+)?['`]/g)) assert.ok(`.${path}` in exports, `trtc-calling-elements${path}`);
    });
  });
}

describe('The error codes', () => {
  it('are in README.md as they are', () => {
    for (const [name, { code, desc, remedy }] of Object.entries(ERRORS)) {
      assert.ok(readme.includes(`| ${code} | \`${name}\` | ${desc} | ${remedy} |`), `the row of ${code} ${name}`);
    }
  });

  it('are in README.zh-CN.md with cause and remedy in Chinese', () => {
    for (const [name, { code }] of Object.entries(ERRORS)) {
      assert.match(chinese, new RegExp(`^\\| ${code} \\| \`${name}\` \\| [^|]*\\p{Script=Han}[^|]* \\| [^|]*\\p{Script=Han}[^|]* \\|$`, 'mu'), `the row of ${code} ${name}`);
    }
  });
});

/** What a translation leaves as it is: code, figures, and how long a table is. */
describe('README.zh-CN.md says what README.md says', () => {
  const withoutBlocks = (/** @type {string} */ text) => text.replaceAll(/^```[\s\S]*?^```$/gm, '');
  const sections = (/** @type {string} */ text) => withoutBlocks(text).split(/^(?=#{1,6} )/m);
  const spans = (/** @type {string} */ text) => [...new Set([...text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code.replaceAll(/\s+/g, ' ')))].toSorted();
  const figures = (/** @type {string} */ text) => (text.replaceAll(/`[^`]+`/g, '').match(/\d+(?:[.,]\d+)*/g) ?? []).toSorted();
  const rows = (/** @type {string} */ text) => text.split('\n').filter((line) => line.startsWith('|'));
  const columns = (/** @type {string} */ row) => row.split('|').length;
  const heading = (/** @type {string} */ text) => text.split('\n', 1)[0] ?? '';
  /** @returns {[string, string][]} */
  const pairs = () => sections(readme).map((section, index) => [section, sections(chinese)[index] ?? '']);

  it('in as many sections of the same depth', () => {
    const depths = (/** @type {string} */ text) => sections(text).map((section) => /^#+/.exec(section)?.[0]);
    assert.deepEqual(depths(chinese), depths(readme));
  });

  it('with the same blocks of code, byte for byte', () => {
    const blocks = (/** @type {string} */ file) => snippetsIn(file).map(({ language, isForNode, code }) => ({ language, isForNode, code }));
    assert.deepEqual(blocks('README.zh-CN.md'), blocks('README.md'));
  });

  it('with the same names in code, section by section', () => {
    for (const [english, translated] of pairs()) assert.deepEqual(spans(translated), spans(english), heading(english));
  });

  it('with the same tables, and in each row the same names and figures', () => {
    for (const [english, translated] of pairs()) {
      const theirs = rows(translated);
      assert.equal(theirs.length, rows(english).length, `${heading(english)}: as many rows`);
      for (const [index, row] of rows(english).entries()) {
        const other = theirs[index] ?? '';
        assert.deepEqual([columns(other), spans(other), figures(other)], [columns(row), spans(row), figures(row)], row);
      }
    }
  });

  it('with the same figures in the text around them', () => {
    for (const [english, translated] of pairs()) assert.deepEqual(figures(translated), figures(english), heading(english));
  });

  it('and admits to missing the same goals', () => {
    assert.equal(chinese.split('**未达到**').length, readme.split('**missed**').length);
  });
});

describe('CONTRIBUTING.md', () => {
  it('stays within a hundred lines', () => {
    assert.ok(readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8').split('\n').length <= 101);
  });
});
