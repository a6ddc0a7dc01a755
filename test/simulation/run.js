/**
 * `npm run simulate -- --seeds 100000 [--first 0]`: many people, a bad network, a virtual clock, and the rules checked
 * after every step. A broken rule is printed as the shortest scenario that shows it; `--replay '<its JSON>'` plays it again.
 */
import events from 'node:events';
import { parseArgs } from 'node:util';
import { loadSimulation } from './bundle.js';

// Many requests at once on one session's signal are no leak here.
events.defaultMaxListeners = 500;

const { values } = parseArgs({ options: { seeds: { type: 'string', default: '10000' }, first: { type: 'string', default: '0' }, replay: { type: 'string' } } });
const { play, shrink, simulate } = await loadSimulation();

if (values.replay) {
  const { violation } = await play(JSON.parse(values.replay));
  process.stdout.write(`${violation ?? 'No rule was broken.'}\n`);
  process.exit(violation ? 1 : 0);
}

const seeds = Number(values.seeds);
const first = Number(values.first);
if (!Number.isInteger(seeds) || seeds < 1 || !Number.isInteger(first)) {
  process.stderr.write('--seeds and --first are whole numbers.\n');
  process.exit(2);
}
const started = performance.now();
const seconds = () => ((performance.now() - started) / 1000).toFixed(1);
const result = await simulate(first, seeds, (done) => {
  if (done % 10_000 === 0) process.stdout.write(`${done} seeds, ${seconds()} s\n`);
});

if ('violation' in result) {
  const { scenario, violation } = await shrink(result);
  process.stdout.write(`Seed ${result.scenario.seed} broke a rule: ${result.violation}\nShortest: ${violation}\n`);
  for (const step of scenario.steps) process.stdout.write(`  ${JSON.stringify(step)}\n`);
  process.stdout.write(`Replay: npm run simulate -- --replay '${JSON.stringify(scenario)}'\n`);
  process.exit(1);
}
process.stdout.write(`${result.seeds} seeds clean: ${result.steps} steps, ${result.faults} faults, ${result.calls} calls, ${seconds()} s\n`);
