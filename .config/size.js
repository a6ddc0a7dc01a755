/**
 * `npm run size`: what a page ships, minified and gzipped, written to .config/size.json. With --check, says instead whether the
 * figures in that file still hold, so that a change of size shows in a diff. A per cent to either side is let pass: compressors differ.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { built, entries, ROOT } from './entries.js';

const FILE = join(ROOT, '.config/size.json');
const TOLERANCE = 0.01;
const source = entries();
const pathOf = (/** @type {string} */ entry) => join(ROOT, `${built(source[entry] ?? entry)}.js`);
const importing = (/** @type {readonly string[]} */ ...names) => names.map((name) => `import ${JSON.stringify(pathOf(name))};`).join('\n');
const keeping = (/** @type {string} */ name) => `export * from ${JSON.stringify(pathOf(name))};`;

/** Each line is a page; the Tencent SDKs are never part of it. */
const PAGES = {
  'core': keeping('./core'),
  'one microphone button': importing('./mic-button/define'),
  'call panel': importing('./call-panel/define'),
  'drop-in: every element and the local engine': `${importing('./define')}\n${keeping('./engines/local')}`,
  'engine local': keeping('./engines/local'),
  'engine tencent, without the SDKs': keeping('./engines/tencent'),
};

/**
 * What is fetched before anything happens: the entry and what it imports at once, not what waits behind import().
 * @template {{ fileName: string, isEntry: boolean, imports: readonly string[] }} C
 * @param {readonly C[]} chunks
 * @returns {readonly C[]}
 */
function fetchedAtOnce(chunks) {
  const found = new Set(chunks.filter(({ isEntry }) => isEntry));
  // A Set visits what is added to it meanwhile.
  for (const { imports } of found) for (const chunk of chunks) if (imports.includes(chunk.fileName)) found.add(chunk);
  return [...found];
}

/** @param {string} code */
async function bytes(code) {
  const page = join(ROOT, '.config/page.js');
  const result = await build({
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
  const text = fetchedAtOnce(chunks).map((chunk) => chunk.code).join('');
  return { min: Buffer.byteLength(text), gzip: gzipSync(text, { level: 9 }).byteLength };
}

/** @type {Record<string, { min: number, gzip: number }>} */
const measured = {};
for (const [page, code] of Object.entries(PAGES)) measured[page] = await bytes(code);
for (const [page, { min, gzip }] of Object.entries(measured)) {
  process.stdout.write(`${page.padEnd(46)}${(min / 1000).toFixed(1).padStart(7)} kB${(gzip / 1000).toFixed(1).padStart(8)} kB gzip\n`);
}

if (!process.argv.includes('--check')) writeFileSync(FILE, `${JSON.stringify(measured, null, 2)}\n`);
else {
  /** @type {typeof measured} */
  const written = JSON.parse(readFileSync(FILE, 'utf8'));
  const off = Object.entries(measured).filter(([page, { gzip }]) => Math.abs(gzip - (written[page]?.gzip ?? 0)) > gzip * TOLERANCE);
  if (off.length > 0 || Object.keys(written).length !== Object.keys(measured).length) {
    process.stderr.write(`.config/size.json does not have these figures: ${off.map(([page]) => page).join(', ')}. Look at them, then run: npm run size\n`);
    process.exit(1);
  }
}
