import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { ROOT } from '../../.config/entries.js';

const start = (/** @type {readonly string[]} */ ...args) => spawnSync(process.execPath, [join(ROOT, 'demo/start.js'), ...args], { encoding: 'utf8', timeout: 30_000 });

describe('npm start', () => {
  it('lists its options when asked, and starts nothing', () => {
    const { status, stdout, stderr } = start('--help');
    assert.deepEqual([status, stderr], [0, '']);
    for (const option of ['--port <number>', '--no-open', '--no-watch', '--help']) assert.ok(stdout.includes(`  ${option} `), option);
  });

  it('says in two sentences what it does not know and what it does', () => {
    for (const [args, what] of /** @type {const} */ ([[['--quick'], "Unknown option '--quick'."], [['now'], "Unexpected argument 'now'."], [['--port'], "Option '--port <value>' argument missing."]])) {
      const { status, stderr } = start(...args);
      assert.deepEqual([status, stderr.trim()], [1, `${what} The options are --no-open, --no-watch, --port <number> and --help.`]);
    }
    assert.match(start('--port', '0').stderr, /^\s*--port takes a number from 1 to 65535, not "0"\.\s*$/);
  });
});
