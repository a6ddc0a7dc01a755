/**
 * `npm test`: everything there is to check, on a machine with nothing but Node and npm.
 * `npm test -- unit calls` runs only the steps named; `npm test -- --list` names them.
 */
import { findOrInstallChromium } from './run/browser.js';
import { endChildren, say, stop } from './run/command.js';
import { onEnd } from './run/ending.js';
import { install } from './run/install.js';
import { runInLanes } from './run/lanes.js';
import { runInSequence, writeOutcome } from './run/sequence.js';
import { STEPS } from './run/steps.js';

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
const outcome = asked.length === 0 ? await runInLanes(STEPS, context) : await runInSequence(STEPS.filter(({ name }) => asked.includes(name)), context);
const { lines, total } = outcome;
const outcomeFile = process.env['OUTCOME_FILE'];
if (outcomeFile) writeOutcome(outcomeFile, outcome);

say(`\n${lines.join('\n')}\n`);
if (total.failures.length > 0) say(`Failed:\n${total.failures.map((name) => `  ${name}`).join('\n')}\n`);
if (total.again.length > 0) say(`On the second try only:\n${total.again.map((name) => `  ${name}`).join('\n')}\n`);
say(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
