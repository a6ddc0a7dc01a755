import { readFileSync, writeFileSync } from 'node:fs';
import { say } from './command.js';
import { emptyTally } from './tally.js';

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
  const total = emptyTally();
  const lines = [];
  for (const { name, what, run } of steps) {
    say(`\n[${name}] ${what} …`);
    const started = performance.now();
    const { passed, failed, skipped } = await run(context);
    const seconds = Math.round((performance.now() - started) / 1000);
    lines.push(`${failed === 0 ? '✓' : '✗'} ${name.padEnd(12)}${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed${skipped ? ` ${skipped} skipped` : ''}  ${seconds} s`);
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
  }
  return { lines, total };
}

/** @param {readonly Outcome[]} outcomes @returns {Outcome} */
export function joined(outcomes) {
  const total = emptyTally();
  for (const { total: { passed, failed, skipped } } of outcomes) {
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
  }
  return { lines: outcomes.flatMap(({ lines }) => lines), total };
}

/** @param {string} file @param {Outcome} outcome */
export const writeOutcome = (file, outcome) => writeFileSync(file, JSON.stringify(outcome));

/** @param {string} file @param {readonly string[]} steps @returns {Outcome} what another process wrote; a failure where it ended without a word */
export function readOutcome(file, steps) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { lines: [`✗ ${steps.join(', ')}: ended before the end`], total: { ...emptyTally(), failed: 1 } };
  }
}
