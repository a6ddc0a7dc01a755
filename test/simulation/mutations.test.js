import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { loadSimulation } from './bundle.js';
import { MUTATIONS } from './mutations.js';

/** Seeds within which a broken rule must have shown itself. */
const SEEDS = 10_000;
/** Seeds that must be clean. */
const CLEAN_SEEDS = 3000;

describe('the simulation', () => {
  it('finds no broken rule in the sources as they are', async () => {
    const { shrink, simulate } = await loadSimulation();
    const result = await simulate(0, CLEAN_SEEDS);
    if ('violation' in result) assert.fail(JSON.stringify(await shrink(result)));
    assert.equal(result.seeds, CLEAN_SEEDS);
    assert.ok(result.calls > CLEAN_SEEDS && result.faults > CLEAN_SEEDS, JSON.stringify(result));
  });

  for (const { rule, file, find, replace } of MUTATIONS) {
    it(`notices when this does not hold: ${rule}`, async () => {
      let found = 0;
      const { simulate } = await loadSimulation((name, source) => {
        if (name !== file) return source;
        found += source.split(find).length - 1;
        return source.replace(find, replace);
      });
      assert.equal(found, 1, `${file} has the mutated text ${found} times`);
      const result = await simulate(0, SEEDS);
      assert.ok('violation' in result, `${SEEDS} seeds and nobody noticed`);
    });
  }
});
