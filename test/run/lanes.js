import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runNode, say } from './command.js';
import { joined, readOutcome, runInSequence } from './sequence.js';

/** What fails soonest; then what mostly waits for browsers beside what mostly computes; then what measures by the clock. */
const FIRST = ['lint', 'types', 'manifest'];
const BESIDE = ['build', 'house', 'relay', 'frameworks', 'simulation'];
const LAST = ['calls'];

/**
 * Every step, two at a time where they do not disturb each other. What the second lane says is held back until it is
 * through, so that nobody has to read two reports at once.
 * @param {readonly import('./steps.js').Step[]} steps
 * @param {import('./steps.js').Context} context
 * @returns {Promise<import('./sequence.js').Outcome>}
 */
export async function runInLanes(steps, context) {
  const named = (/** @type {readonly string[]} */ names) => steps.filter(({ name }) => names.includes(name));
  const first = await runInSequence(named(FIRST), context);
  const file = join(mkdtempSync(join(tmpdir(), 'trtc-calling-elements-')), 'outcome.json');
  say(`\n(Meanwhile, in a second lane: ${BESIDE.join(', ')}. What they say comes at their end.)`);
  const beside = runNode(['test/run.js', ...BESIDE], { quiet: true, minutes: 25, env: { OUTCOME_FILE: file, CHROME_PATH: context.chromium } });
  const lane = await runInSequence(steps.filter(({ name }) => ![...FIRST, ...BESIDE, ...LAST].includes(name)), context);
  say((await beside).output);
  return joined([first, lane, readOutcome(file, BESIDE), await runInSequence(named(LAST), context)]);
}
