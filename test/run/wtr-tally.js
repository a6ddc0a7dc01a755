import { relative } from 'node:path';
import { emptyTally, sumOf, writeTally } from './tally.js';

/** @typedef {import('@web/test-runner').TestSession} TestSession */

/**
 * Reporter of the web test runner that leaves its figures in a file, the whole and of each test file. A session that could not
 * run counts as one failure.
 * @param {string} file
 * @returns {import('@web/test-runner').Reporter}
 */
export function wtrTally(file) {
  return {
    onTestRunFinished({ sessions }) {
      /** @type {Record<string, import('./tally.js').Tally>} */
      const files = {};
      /** @param {import('@web/test-runner').TestSession['testResults']} suite */
      const count = (suite, /** @type {string} */ testFile, tally = emptyTally()) => {
        for (const test of suite?.tests ?? []) {
          if (test.skipped) tally.skipped += 1;
          else if (test.passed) tally.passed += 1;
          else {
            tally.failed += 1;
            tally.failures.push(`${testFile} › ${test.name}`);
          }
        }
        for (const inner of suite?.suites ?? []) count(inner, testFile, tally);
        return tally;
      };
      for (const session of sessions) {
        const testFile = relative(process.cwd(), session.testFile ?? '');
        const tally = count(session.testResults, testFile);
        files[testFile] = tally;
        if (session.passed || tally.failed > 0) continue;
        tally.failed += 1;
        tally.failures.push(`${testFile} could not run`);
      }
      writeTally(file, { ...sumOf(Object.values(files)), files });
    },
  };
}
