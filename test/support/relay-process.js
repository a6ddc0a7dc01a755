import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * The relay in a process of its own: what a test can kill, start again, and weigh.
 * @typedef {{
 *   readonly url: string, readonly port: number, readonly pid: number,
 *   memory(): number, stderr(): string, end(signal?: NodeJS.Signals): Promise<number | null>,
 * }} RelayProcess
 */

/** @type {Promise<string> | undefined} */
let program;

/** The program `trtc-calling-relay`, from its source, as one file that Node runs. */
function built() {
  program ??= (async () => {
    const folder = mkdtempSync(join(tmpdir(), 'trtc-calling-relay-'));
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    await build({
      root: ROOT, configFile: false, logLevel: 'error', ssr: { noExternal: true },
      build: { ssr: 'src/relay/bin.ts', outDir: folder, minify: false, rollupOptions: { output: { entryFileNames: 'relay.mjs' } } },
    });
    return join(folder, 'relay.mjs');
  })();
  return program;
}

/**
 * @param {{ args?: readonly string[], nodeArgs?: readonly string[], env?: Readonly<Record<string, string>> }} [options] `args` of the program; port 0 unless they say
 * @returns {Promise<RelayProcess>} when it listens; rejects with what it said when it does not
 */
export async function startRelay({ args = ['--port', '0'], nodeArgs = [], env = {} } = {}) {
  const child = spawn(process.execPath, [...nodeArgs, await built(), ...args], { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let stderr = '';
  child.stderr.on('data', (chunk) => { stderr += chunk; });
  const ended = once(child, 'close').then(([code]) => /** @type {number | null} */ (code));
  const line = await Promise.race([once(child.stdout, 'data').then(String), ended.then(() => { throw new Error(`The relay ended. It said: ${stderr}`); })]);
  const url = /ws:\/\/\S+/.exec(line)?.[0] ?? '';
  const pid = child.pid ?? 0;
  return {
    url, pid, port: Number(new URL(url).port),
    memory: () => residentBytes(pid),
    stderr: () => stderr,
    end(signal = 'SIGTERM') {
      child.kill(signal);
      return ended;
    },
  };
}

/** @param {number} pid */
function residentBytes(pid) {
  const status = `/proc/${pid}/status`;
  const kilobytes = existsSync(status) ? /VmRSS:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1] : execFileSync('ps', ['-o', 'rss=', '-p', String(pid)]).toString();
  return Number(kilobytes) * 1024;
}
