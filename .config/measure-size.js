import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build } from 'vite';
import { built, entries, ROOT } from './entries.js';

const source = entries();
const pathOf = (/** @type {string} */ entry) => JSON.stringify(join(ROOT, `${built(source[entry] ?? entry)}.js`));
const importing = (/** @type {readonly string[]} */ ...names) => names.map((name) => `import ${pathOf(name)};`).join('\n');
const taking = (/** @type {string} */ what, /** @type {string} */ name) => `export ${what} from ${pathOf(name)};`;

const CORE = taking('{ TRTCCalling }', './core');
const LOCAL = taking('{ createLocalEngine }', './engines/local');
const DROP_IN = `${importing('./define')}\n${LOCAL}`;

/**
 * Each line is a page; Tencent's SDKs are never part of it. `later` counts what waits behind import() instead of what is fetched at
 * once. Targets are kB gzip.
 * @type {Record<string, { code: string, target?: number, later?: boolean }>}
 */
const PAGES = {
  'lit alone': { code: 'export { LitElement, html, css } from "lit";' },
  'one microphone button': { code: importing('./mic-button/define'), target: 9 },
  'call panel': { code: importing('./call-panel/define') },
  'core': { code: CORE, target: 12 },
  'engine local': { code: LOCAL },
  'engine tencent, without the SDKs': { code: taking('{ createTencentEngine }', './engines/tencent') },
  'drop-in: define and the local engine': { code: DROP_IN, target: 38 },
  'drop-in, later: the core, the screens of a call, connections, other languages': { code: DROP_IN, later: true },
};

/**
 * What is fetched before anything happens: the entry and what it imports at once, not what waits behind import().
 * @template {{ fileName: string, isEntry: boolean, imports: readonly string[] }} C
 * @param {readonly C[]} chunks
 * @returns {ReadonlySet<C>}
 */
function fetchedAtOnce(chunks) {
  const found = new Set(chunks.filter(({ isEntry }) => isEntry));
  // A Set visits what is added to it meanwhile.
  for (const { imports } of found) for (const chunk of chunks) if (imports.includes(chunk.fileName)) found.add(chunk);
  return found;
}

const sizesOf = (/** @type {string | Buffer} */ text) =>
  ({ min: Buffer.byteLength(text), gzip: gzipSync(text, { level: 9 }).byteLength, brotli: brotliCompressSync(text).byteLength });

/** Bundled and minified as an application would. @param {string} code @param {boolean} later */
async function bytes(code, later) {
  const page = join(ROOT, '.config/page.js');
  const result = await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    plugins: [{ name: 'page', resolveId: (id) => (id === page ? page : null), load: (id) => (id === page ? { code, moduleSideEffects: true } : null) }],
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: page, formats: ['es'], fileName: 'page' },
      rolldownOptions: { output: { minify: true }, external: (id) => /^(tim-js-sdk|trtc-js-sdk|tsignaling)/.test(id) },
    },
  });
  const chunks = [result].flat().flatMap((part) => ('output' in part ? part.output : [])).filter((part) => part.type === 'chunk');
  const first = fetchedAtOnce(chunks);
  // The other engine is another page's.
  const wanted = later ? chunks.filter((chunk) => !first.has(chunk) && !/tencent/.test(chunk.fileName)) : [...first];
  return sizesOf(wanted.map((chunk) => chunk.code).join(''));
}

/**
 * The sizes of what a page ships, of what was built last.
 * @returns {Promise<Record<string, { min: number, gzip: number, brotli: number, target?: number }>>}
 */
export async function measurePages() {
  /** @type {Record<string, { min: number, gzip: number, brotli: number, target?: number }>} */
  const measured = {};
  for (const [page, { code, target, later = false }] of Object.entries(PAGES)) measured[page] = { ...await bytes(code, later), ...(target === undefined ? {} : { target }) };
  measured['the one file for a script tag'] = sizesOf(readFileSync(join(ROOT, 'dist/cdn/trtc-calling-elements.js')));
  return measured;
}
