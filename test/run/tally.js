import { readFileSync, writeFileSync } from 'node:fs';

/**
 * How many tests passed and failed. Skipped ones are counted apart, so that none hides.
 * @typedef {{ passed: number, failed: number, skipped: number }} Tally
 */

/** @returns {Tally} */
export const emptyTally = () => ({ passed: 0, failed: 0, skipped: 0 });

/**
 * @param {string} file
 * @param {Tally} tally
 */
export const writeTally = (file, tally) => writeFileSync(file, JSON.stringify(tally));

/**
 * What a runner wrote down. A runner that ended without a word, that ran nothing, or whose exit code disagrees with its figures counts as a failure.
 * @param {string} file
 * @param {number} exitCode
 * @returns {Tally}
 */
export function readTally(file, exitCode) {
  /** @type {Tally} */
  let tally;
  try {
    tally = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const silent = tally.passed + tally.failed === 0 || (exitCode !== 0 && tally.failed === 0);
  return silent ? { ...tally, failed: tally.failed + 1 } : tally;
}

/**
 * What Playwright's JSON reporter counted. A second try is given on a build machine only (see the configuration); the list
 * reporter names who needed it.
 * @param {string} json
 * @returns {Tally}
 */
export function tallyOfPlaywright(json) {
  const { stats, errors } = JSON.parse(json);
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length, skipped: stats.skipped };
}
