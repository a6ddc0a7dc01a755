import { readFileSync, writeFileSync } from 'node:fs';
import { say } from './command.js';
import { emptyTally, sumOf } from './tally.js';

/**
 * What steps came to: a line for each, and the sum.
 * @typedef {{ lines: readonly string[], total: import('./tally.js').Tally }} Outcome
 */

/**
 * One step after the other.
 * @param {readonly import('./steps.js').Step[]} steps
 * @param {import('./steps.js').Context} context
 * @returns {Promise<Outcome>}
 */
export async function runInSequence(steps, context) {
  const tallies = [];
  const lines = [];
  for (const { name, what, run } of steps) {
    say(`\n[${name}] ${what} …`);
    const started = performance.now();
    const tally = await run(context);
    const { passed, failed, skipped } = tally;
    const seconds = Math.round((performance.now() - started) / 1000);
    lines.push(`${failed === 0 ? '✓' : '✗'} ${name.padEnd(12)}${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed${skipped ? ` ${skipped} skipped` : ''}  ${seconds} s`);
    tallies.push(tally);
  }
  return { lines, total: sumOf(tallies) };
}

/** @param {readonly Outcome[]} outcomes @returns {Outcome} */
export const joined = (outcomes) => ({ lines: outcomes.flatMap(({ lines }) => lines), total: sumOf(outcomes.map(({ total }) => total)) });

/** @param {string} file @param {Outcome} outcome */
export const writeOutcome = (file, outcome) => writeFileSync(file, JSON.stringify(outcome));

/** @param {string} file @param {readonly string[]} steps @returns {Outcome} what another process wrote; a failure where it ended without a word */
export function readOutcome(file, steps) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    const line = `${steps.join(', ')}: ended before the end`;
    return { lines: [`✗ ${line}`], total: { ...emptyTally(), failed: 1, failures: [line] } };
  }
}
