import { relative } from 'node:path';
import { emptyTally, writeTally } from './tally.js';

/** @typedef {import('@web/test-runner').TestSession} TestSession */

/**
 * Reporter of the web test runner that leaves its figures in a file. A session that could not run counts as one failure.
 * @param {string} file
 * @returns {import('@web/test-runner').Reporter}
 */
export function wtrTally(file) {
  return {
    onTestRunFinished({ sessions }) {
      const tally = emptyTally();
      /** @param {import('@web/test-runner').TestSession['testResults']} suite */
      const count = (suite, /** @type {string} */ testFile) => {
        for (const test of suite?.tests ?? []) {
          if (test.skipped) tally.skipped += 1;
          else if (test.passed) tally.passed += 1;
          else {
            tally.failed += 1;
            tally.failures.push(`${testFile} › ${test.name}`);
          }
        }
        for (const inner of suite?.suites ?? []) count(inner, testFile);
      };
      for (const session of sessions) {
        const before = tally.failed;
        const testFile = relative(process.cwd(), session.testFile ?? '');
        count(session.testResults, testFile);
        if (session.passed || tally.failed > before) continue;
        tally.failed += 1;
        tally.failures.push(`${testFile} could not run`);
      }
      writeTally(file, tally);
    },
  };
}
