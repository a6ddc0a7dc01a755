/**
 * `npm run size`: what a page ships, minified, with gzip and with brotli, written to .config/size.json. With --check, says instead
 * whether the figures in that file still hold, so that a change of size shows in a diff. A per cent to either side is let pass:
 * compressors differ.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './entries.js';
import { measurePages } from './measure-size.js';

const FILE = join(ROOT, '.config/size.json');
const TOLERANCE = 0.01;

/** @type {Record<string, { min: number, gzip: number, brotli: number }>} */
const measured = Object.fromEntries(Object.entries(await measurePages()).map(([page, { min, gzip, brotli }]) => [page, { min, gzip, brotli }]));
for (const [page, { min, gzip, brotli }] of Object.entries(measured)) {
  const [plain, zipped, best] = [min, gzip, brotli].map((size) => (size / 1000).toFixed(1).padStart(7));
  process.stdout.write(`${page.padEnd(80)}${plain} kB ${zipped} kB gzip ${best} kB brotli\n`);
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
