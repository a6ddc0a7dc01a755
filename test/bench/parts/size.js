import { measurePages } from '../../../.config/measure-size.js';

/** What a page ships. Needs `npm run build`. */
export async function run() {
  const measured = await measurePages();
  /** @type {import('../support/stats.js').Row[]} */
  const rows = [];
  for (const [name, { min, gzip, brotli, target }] of Object.entries(measured)) {
    const note = `min ${(min / 1000).toFixed(1)}, brotli ${(brotli / 1000).toFixed(1)}`;
    rows.push(target === undefined ? { name, value: gzip / 1000, unit: 'kB gzip', note } : { name, value: gzip / 1000, unit: 'kB gzip', target, note });
  }
  return rows;
}
