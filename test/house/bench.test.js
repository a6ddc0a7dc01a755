import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { ROOT } from '../../.config/entries.js';
import { isMet, lineOf, row, summary } from '../bench/support/stats.js';

describe('The bench', () => {
  it('takes the middle of its samples, and says how far half of them are from it', () => {
    assert.deepEqual(summary([5, 1, 3, 2, 4]), { median: 3, low: 2, high: 4, count: 5 });
    assert.equal(summary([1, 2]).median, 1.5);
  });

  it('measures against the baseline where there is one, and says when a target is missed', () => {
    const line = row('a call', [30, 20, 40], 'ms', { baseline: [20, 20, 20], target: 1.3 });
    assert.equal(line.ratio, 1.5);
    assert.equal(isMet(line), false);
    assert.equal(isMet({ ...line, target: 1.5 }), true);
    assert.equal(isMet({ name: 'events', value: 900, unit: '', target: 1000, better: 'more' }), false);
    assert.equal(isMet({ name: 'without a target', value: 1, unit: '' }), undefined);
    assert.match(lineOf(line), /a call .* 30\.0 ms .* 1\.50 × 20\.0 {2}✗ ≤ 1\.30/);
  });

  it('runs every part, each with figures that can be', () => {
    const said = execFileSync(process.execPath, ['test/bench/run.js', '--quick', '--json'], { cwd: ROOT, encoding: 'utf8', timeout: 120_000 });
    /** @type {Record<string, import('../bench/support/stats.js').Row[]>} */
    const results = JSON.parse(said);
    assert.deepEqual(Object.keys(results), ['size', 'start', 'set-up', 'hot-path', 'core', 'leak', 'tencent']);
    for (const [part, rows] of Object.entries(results)) {
      assert.ok(rows.length > 1, part);
      for (const { name, value, unit, ratio = 1 } of rows) {
        assert.ok(Number.isFinite(value) && Number.isFinite(ratio), `${part}: ${name}`);
        // Only what is counted can be nothing; what is timed or weighed is something.
        if (/^(ms|µs|kB|events)/.test(unit)) assert.ok(value > 0 && ratio > 0, `${part}: ${name}`);
      }
    }
  });
});
