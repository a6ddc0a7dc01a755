import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** Files that are given a second try at once. */
const MOST_AGAIN = 4;

/**
 * How many tests passed and failed. Skipped ones are counted apart, so that none hides. Those that failed are named, to be
 * said again at the end of a long report, and so are those that passed on a second try only: each of them is a bug.
 * @typedef {{ passed: number, failed: number, skipped: number, failures: string[], again: string[] }} Tally
 */

/** What each test file came to. @typedef {Tally & { files: Record<string, Tally> }} FilesTally */

/** @returns {Tally} */
export const emptyTally = () => ({ passed: 0, failed: 0, skipped: 0, failures: [], again: [] });

/** @param {readonly Tally[]} tallies @returns {Tally} */
export function sumOf(tallies) {
  const sum = emptyTally();
  for (const { passed, failed, skipped, failures, again } of tallies) {
    sum.passed += passed;
    sum.failed += failed;
    sum.skipped += skipped;
    sum.failures.push(...failures);
    sum.again.push(...again);
  }
  return sum;
}

/**
 * @param {string} file
 * @param {Tally | FilesTally} tally
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
    return { ...emptyTally(), failed: 1, failures: ['The runner ended without a word.'] };
  }
  const silent = tally.passed + tally.failed === 0 || (exitCode !== 0 && tally.failed === 0);
  return silent ? { ...tally, failed: tally.failed + 1, failures: [...tally.failures, `The runner ended with ${exitCode}.`] } : tally;
}

/**
 * The files in which something failed; none where there are so many that it is no accident.
 * @param {string} file
 * @returns {readonly string[]}
 */
export function failedFiles(file) {
  /** @type {Partial<FilesTally>} */
  const { files = {} } = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const failed = Object.entries(files).filter(([, { failed: count }]) => count > 0).map(([name]) => name);
  return failed.length > MOST_AGAIN ? [] : failed;
}

/**
 * A run, and a second one of the files in which something had failed.
 * @param {string} first
 * @param {string} second
 * @param {number} exitCode of the second
 * @returns {Tally}
 */
export function tallyOfBoth(first, second, exitCode) {
  /** @type {FilesTally} */
  const { files } = JSON.parse(readFileSync(first, 'utf8'));
  const all = Object.values(files);
  const after = readTally(second, exitCode);
  const again = all.flatMap(({ failures }) => failures).filter((name) => !after.failures.includes(name));
  return sumOf([...all.filter(({ failed }) => failed === 0), { ...after, again }]);
}

/**
 * As much of Playwright's report as is read.
 * @typedef {{ ok: boolean, file: string, title: string, tests: readonly { status: string }[] }} Spec
 * @typedef {{ specs?: readonly Spec[], suites?: readonly Suite[] }} Suite
 */

/** @param {readonly Suite[]} suites @returns {readonly Spec[]} */
const specsIn = (suites) => suites.flatMap(({ specs = [], suites: inner = [] }) => [...specs, ...specsIn(inner)]);

/**
 * What Playwright's JSON reporter counted. A second try is given on a build machine only (see the configuration); the list
 * reporter names who needed it.
 * @param {string} json
 * @returns {Tally}
 */
export function tallyOfPlaywright(json) {
  const { stats, errors, suites } = JSON.parse(json);
  const specs = specsIn(suites);
  const named = (/** @type {(spec: Spec) => boolean} */ which) => specs.filter(which).map(({ file, title }) => `${file} › ${title}`);
  return {
    passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length, skipped: stats.skipped,
    failures: named(({ ok }) => !ok), again: named(({ tests }) => tests.some(({ status }) => status === 'flaky')),
  };
}
