import { relative } from 'node:path';
import { emptyTally, writeTally } from './tally.js';

/**
 * Reporter of node:test that leaves its figures in the file named by TALLY_FILE.
 * @param {AsyncIterable<{ type: string, data: any }>} events
 */
export default async function* nodeTally(events) {
  const tally = emptyTally();
  for await (const { type, data } of events) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    // A suite is not a test, unless it broke down by itself.
    if (data.details?.type === 'suite' && (type === 'test:pass' || data.details.error?.failureType === 'subtestsFailed')) continue;
    if (type === 'test:fail') {
      tally.failed += 1;
      tally.failures.push(`${data.file ? relative(process.cwd(), data.file) : ''} › ${data.name}`);
    } else if (data.skip !== undefined || data.todo !== undefined) tally.skipped += 1;
    else tally.passed += 1;
  }
  writeTally(process.env['TALLY_FILE'] ?? 'tally.json', tally);
  yield '';
}
