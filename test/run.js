/**
 * `npm test`: everything there is to check, on a machine with nothing but Node and npm.
 * `npm test -- unit calls` runs only the steps named; `npm test -- --list` names them.
 */
import { findOrInstallChromium } from './run/browser.js';
import { endChildren, say, stop } from './run/command.js';
import { onEnd } from './run/ending.js';
import { install } from './run/install.js';
import { STEPS } from './run/steps.js';
import { emptyTally } from './run/tally.js';

onEnd((exitCode) => {
  endChildren();
  process.exit(exitCode);
});

const asked = process.argv.slice(2);
const known = STEPS.map(({ name }) => name);
if (asked.includes('--list')) {
  for (const { name, what } of STEPS) say(`${name.padEnd(10)}${what}`);
  process.exit(0);
}
const unknown = asked.find((name) => !known.includes(name));
if (unknown) stop(`There is no step "${unknown}". The steps are: ${known.join(', ')}.`);

await install();
const context = { chromium: await findOrInstallChromium() };
const steps = STEPS.filter(({ name }) => asked.length === 0 || asked.includes(name));
const total = emptyTally();
const lines = [];

for (const [index, { name, what, run }] of steps.entries()) {
  say(`\n[${index + 1}/${steps.length}] ${what} …`);
  const started = performance.now();
  const { passed, failed, skipped } = await run(context);
  const seconds = Math.round((performance.now() - started) / 1000);
  lines.push(`${failed === 0 ? '✓' : '✗'} ${name.padEnd(10)}${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed${skipped ? ` ${skipped} skipped` : ''}  ${seconds} s`);
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
}

say(`\n${lines.join('\n')}\n`);
say(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
