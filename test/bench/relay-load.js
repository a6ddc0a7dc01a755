/**
 * `npm run bench:relay -- --connections 2000 --rate 200 --seconds 20`: the relay in a process of its own with so many
 * users, who first do nothing and then call each other. Prints what it took, and ends with 1 if anything was lost.
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startRelay } from '../support/relay-process.js';
import { RelayClient } from './relay-client.js';

/** JavaScript's heap may not grow beyond this, MB: a relay that kept what it carries would break down. */
const HEAP_MB = 128;
const LOGINS_AT_ONCE = 50;

const sleep = (/** @type {number} */ ms) => new Promise((resolve) => { setTimeout(resolve, ms); });

/**
 * @typedef {{ connections: number, rate: number, seconds: number, idleSeconds: number }} Load
 * @typedef {{ loginMs: number, stillConnected: number, calls: number, finished: number, callsPerSecond: number, callMs: { median: number, p99: number },
 *   memory: { start: number, idle: number, peak: number, half: number, end: number } }} Figures bytes of the relay's process
 */

/**
 * @param {Load} load
 * @returns {Promise<Figures>}
 */
export async function measureRelay({ connections, rate, seconds, idleSeconds }) {
  const relay = await startRelay({ nodeArgs: [`--max-old-space-size=${HEAP_MB}`] });
  /** @type {RelayClient[]} */
  const clients = [];
  try {
    const start = relay.memory();
    const began = performance.now();
    while (clients.length < connections) {
      const names = Array.from({ length: Math.min(LOGINS_AT_ONCE, connections - clients.length) }, (_, index) => `user-${clients.length + index}`);
      clients.push(...await Promise.all(names.map((name) => RelayClient.login(relay.url, name))));
    }
    const loginMs = performance.now() - began;
    await sleep(idleSeconds * 1000);
    const idle = relay.memory();
    const talk = await makeCalls(clients, rate, seconds, () => relay.memory());
    return { loginMs, stillConnected: clients.filter(({ isOpen }) => isOpen).length, ...talk, memory: { start, idle, ...talk.memory } };
  } finally {
    for (const client of clients) client.close();
    await relay.end();
  }
}

/**
 * Calls begin at the rate asked for, whether the ones before have ended or not.
 * @param {readonly RelayClient[]} clients
 * @param {number} rate
 * @param {number} seconds
 * @param {() => number} memory
 */
async function makeCalls(clients, rate, seconds, memory) {
  const total = rate * seconds;
  /** @type {number[]} */
  const durations = [];
  /** @type {Promise<unknown>[]} */
  const calls = [];
  const samples = [memory()];
  const began = performance.now();
  while (calls.length < total) {
    const due = Math.min(total, Math.ceil(((performance.now() - began) / 1000) * rate));
    for (; calls.length < due; ) {
      const from = /** @type {RelayClient | undefined} */ (clients[(calls.length * 2) % clients.length]);
      const to = /** @type {RelayClient | undefined} */ (clients[(calls.length * 2 + 1) % clients.length]);
      if (from && to) calls.push(from.call(to.userId, `call-${calls.length}`).then((ms) => durations.push(ms)));
    }
    samples.push(memory());
    await sleep(20);
  }
  await Promise.race([Promise.all(calls), sleep(10_000)]);
  const took = (performance.now() - began) / 1000;
  const sorted = durations.toSorted((one, other) => one - other);
  const at = (/** @type {number} */ share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return {
    calls: total, finished: durations.length, callsPerSecond: durations.length / took, callMs: { median: at(0.5), p99: at(0.99) },
    memory: { peak: Math.max(...samples), half: samples[samples.length >> 1] ?? 0, end: memory() },
  };
}

const megabytes = (/** @type {number} */ bytes) => `${(bytes / 2 ** 20).toFixed(0)} MB`;

async function main() {
  const { values } = parseArgs({
    options: {
      connections: { type: 'string', default: '2000' }, rate: { type: 'string', default: '200' },
      seconds: { type: 'string', default: '20' }, idle: { type: 'string', default: '10' },
    },
  });
  const load = { connections: Number(values.connections), rate: Number(values.rate), seconds: Number(values.seconds), idleSeconds: Number(values.idle) };
  const { loginMs, stillConnected, calls, finished, callsPerSecond, callMs, memory } = await measureRelay(load);
  process.stdout.write([
    `${load.connections} users logged in within ${(loginMs / 1000).toFixed(1)} s; after ${load.idleSeconds} s of silence and ${load.seconds} s of calls ${stillConnected} were still connected.`,
    `${finished} of ${calls} calls signalled, ${callsPerSecond.toFixed(0)} a second; 20 texts each took ${callMs.median.toFixed(1)} ms, 99 of 100 less than ${callMs.p99.toFixed(1)} ms.`,
    `Memory of the relay: ${megabytes(memory.start)} at the start, ${megabytes(memory.idle)} with everybody idle, ${megabytes(memory.half)} half way through, ${megabytes(memory.peak)} at most, ${megabytes(memory.end)} at the end.`,
    '',
  ].join('\n'));
  process.exit(stillConnected === load.connections && finished === calls ? 0 : 1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
