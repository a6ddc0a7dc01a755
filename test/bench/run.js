/**
 * `npm run bench`: how large, how quick, how frugal, each against a baseline in the same run. `npm run bench -- size start` runs
 * only these parts; `--json` prints JSON instead of a table; `--quick` takes just enough samples to see that it works.
 */
import { lineOf } from './support/stats.js';

const PARTS = ['size', 'start', 'set-up', 'hot-path', 'core', 'leak', 'tencent'];

const asked = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const flags = new Set(process.argv.slice(2).filter((word) => word.startsWith('--')));
const unknown = [...asked.filter((name) => !PARTS.includes(name)), ...[...flags].filter((flag) => flag !== '--json' && flag !== '--quick')];
if (unknown.length > 0) {
  process.stderr.write(`Not known: ${unknown.join(', ')}. The parts are: ${PARTS.join(', ')}. The flags are: --json, --quick.\n`);
  process.exit(1);
}

const isQuick = flags.has('--quick');
const isText = !flags.has('--json');
/** @type {Record<string, import('./support/stats.js').Row[]>} */
const results = {};
for (const name of PARTS.filter((part) => asked.length === 0 || asked.includes(part))) {
  if (isText) process.stdout.write(`${name}\n`);
  /** @type {{ run: (options: { isQuick: boolean }) => Promise<import('./support/stats.js').Row[]> }} */
  const part = await import(`./parts/${name}.js`);
  results[name] = await part.run({ isQuick });
  if (isText) process.stdout.write(`${results[name].map(lineOf).join('\n')}\n\n`);
}
if (!isText) process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
process.exit(0);
