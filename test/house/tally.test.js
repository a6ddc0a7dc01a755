import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { emptyTally, failedFiles, readTally, sumOf, tallyOfBoth, tallyOfPlaywright, writeTally } from '../run/tally.js';
import { wtrTally } from '../run/wtr-tally.js';

const file = () => join(mkdtempSync(join(tmpdir(), 'tally-')), 'tally.json');

test('a runner that says nothing, runs nothing, or contradicts its exit code has failed', () => {
  assert.equal(readTally(file(), 0).failed, 1);
  const nothing = file();
  writeTally(nothing, emptyTally());
  assert.equal(readTally(nothing, 0).failed, 1);
  const liar = file();
  writeTally(liar, { ...emptyTally(), passed: 3 });
  assert.deepEqual(readTally(liar, 1), { passed: 3, failed: 1, skipped: 0, failures: ['The runner ended with 1.'], again: [] });
  assert.deepEqual(readTally(liar, 0), { ...emptyTally(), passed: 3 });
  const broken = file();
  writeFileSync(broken, '{');
  assert.equal(readTally(broken, 0).failed, 1);
});

test('a sum keeps every figure and every name', () => {
  const sum = sumOf([{ passed: 1, failed: 1, skipped: 0, failures: ['a'], again: [] }, { passed: 2, failed: 1, skipped: 3, failures: ['b'], again: ['c'] }]);
  assert.deepEqual(sum, { passed: 3, failed: 2, skipped: 3, failures: ['a', 'b'], again: ['c'] });
});

test('of whole calls: a second try counts as passed, and each that failed is named, however deep', () => {
  const report = {
    stats: { expected: 2, flaky: 1, unexpected: 1, skipped: 0 }, errors: [],
    suites: [{ specs: [{ ok: true, file: 'a.spec.ts', title: 'fine', tests: [{ status: 'expected' }] }], suites: [{ specs: [
      { ok: false, file: 'a.spec.ts', title: 'broken', tests: [{ status: 'unexpected' }] },
      { ok: true, file: 'a.spec.ts', title: 'shaky', tests: [{ status: 'flaky' }] },
    ] }] }],
  };
  assert.deepEqual(tallyOfPlaywright(JSON.stringify(report)), { passed: 3, failed: 1, skipped: 0, failures: ['a.spec.ts › broken'], again: ['a.spec.ts › shaky'] });
});

test('of the web test runner: each that failed is named with its file, and a file that could not run is one', () => {
  const written = file();
  const suite = { name: '', tests: [], suites: [{ name: 'x', suites: [], tests: [{ name: 'fine', passed: true, skipped: false }, { name: 'broken', passed: false, skipped: false }, { name: 'left out', passed: false, skipped: true }] }] };
  /** @type {any} What the runner hands over is more than is read. */
  const run = { sessions: [
    { passed: false, testFile: join(process.cwd(), 'test/one.test.ts'), testResults: suite },
    { passed: false, testFile: join(process.cwd(), 'test/two.test.ts') },
  ] };
  wtrTally(written).onTestRunFinished?.(run);
  const { passed, failed, skipped, failures } = readTally(written, 1);
  assert.deepEqual({ passed, failed, skipped, failures }, { passed: 1, failed: 2, skipped: 1, failures: ['test/one.test.ts › broken', 'test/two.test.ts could not run'] });
});

test('a second try replaces the files that failed and no other; it is not given to many at once, nor where nothing was written', () => {
  const [first, second] = [file(), file()];
  const bad = { passed: 1, failed: 1, skipped: 0, failures: ['a › x'], again: [] };
  const good = { passed: 2, failed: 0, skipped: 0, failures: [], again: [] };
  const write = (/** @type {Record<string, import('../run/tally.js').Tally>} */ files) => writeFileSync(first, JSON.stringify({ ...sumOf(Object.values(files)), files }));
  write({ 'a.test.ts': bad, 'b.test.ts': good });
  assert.deepEqual(failedFiles(first), ['a.test.ts']);
  writeTally(second, good);
  assert.deepEqual(tallyOfBoth(first, second, 0), { passed: 4, failed: 0, skipped: 0, failures: [], again: ['a › x'] });
  writeTally(second, bad);
  assert.deepEqual(tallyOfBoth(first, second, 1), { passed: 3, failed: 1, skipped: 0, failures: ['a › x'], again: [] });
  // The second run broke off.
  assert.equal(tallyOfBoth(first, file(), 1).failed, 1);
  write(Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((name) => [name, bad])));
  assert.deepEqual(failedFiles(first), []);
  assert.deepEqual(failedFiles(file()), []);
});
