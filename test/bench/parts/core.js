import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import { row } from '../support/stats.js';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** @returns {Promise<typeof import('../pages/core.js')>} */
async function load() {
  const folder = mkdtempSync(join(tmpdir(), 'trtc-calling-bench-'));
  try {
    await build({
      root: ROOT, configFile: false, logLevel: 'error',
      build: { ssr: 'test/bench/pages/core.ts', outDir: folder, emptyOutDir: true, minify: false, rolldownOptions: { output: { entryFileNames: 'core.mjs' } } },
    });
    return await import(pathToFileURL(join(folder, 'core.mjs')).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const clock = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

/** How much the core does in a second of computing, in Node, on one core. @param {{ isQuick: boolean }} options */
export async function run({ isQuick }) {
  const { eventsPerSecond, megabytesPerSecond, microsecondsOfAChange } = await load();
  const [rounds, scale] = isQuick ? [1, 0.01] : [11, 1];
  /** @type {number[][]} */
  const [events, changes, alone, bytes] = [[], [], [], []];
  // The first round warms up.
  for (let round = isQuick ? 1 : 0; round <= rounds; round += 1) {
    const found = [eventsPerSecond(200_000 * scale, clock), await microsecondsOfAChange(10_000, 200 * scale, clock), await microsecondsOfAChange(1, 30_000 * scale, clock), megabytesPerSecond(100_000 * scale, clock)];
    if (round > 0) [events, changes, alone, bytes].forEach((list, index) => list?.push(found[index] ?? Number.NaN));
  }
  return [
    { ...row('reducer, a whole video call with frozen snapshots', events ?? [], 'events/s', { target: 1_000_000 }), better: /** @type {const} */ ('more') },
    row('one change of state, 10,000 listeners with a selector', changes ?? [], 'µs'),
    row('the same, 1 listener', alone ?? [], 'µs'),
    row('invitations decoded and checked', bytes ?? [], 'MB/s'),
  ];
}
