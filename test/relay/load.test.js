import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { measureRelay } from '../bench/relay-load.js';

const MEGABYTE = 2 ** 20;

describe('relay: under load', () => {
  it('serves 300 users who make 100 calls a second, loses none, and does not grow by what it carries', async () => {
    const { stillConnected, calls, finished, memory } = await measureRelay({ connections: 300, rate: 100, seconds: 3, idleSeconds: 1 });
    assert.equal(stillConnected, 300);
    assert.equal(finished, calls);
    // 300 calls of 20 texts are 4 MB; what a process takes for its own work is a multiple of that and levels off.
    assert.ok(memory.end - memory.half < 40 * MEGABYTE, `grew from ${memory.half} to ${memory.end} bytes in the second half`);
  });
});
