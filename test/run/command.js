import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/** @param {string} line */
export const say = (line) => process.stdout.write(`${line}\n`);

/**
 * Stops with one sentence.
 * @param {string} sentence
 * @returns {never}
 */
export function stop(sentence) {
  process.stderr.write(`\n${sentence}\n`);
  process.exit(1);
}

/**
 * Runs a program in the project's folder and waits for its end.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string>, minutes?: number, quiet?: boolean }} [options] `quiet` keeps the output back and returns it
 * @returns {Promise<{ code: number, output: string }>} `code` is 127 when the program could not be started, 124 when it was ended for taking too long
 */
export function run(program, args, { env = {}, minutes = 10, quiet = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    });
    running.add(child);
    let output = '';
    const keep = (/** @type {Buffer} */ chunk) => { output += chunk.toString(); };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      child.kill('SIGTERM');
      setTimeout(() => child.kill('SIGKILL'), 5000).unref();
    }, minutes * 60_000);
    const done = (/** @type {number} */ code) => {
      clearTimeout(timer);
      running.delete(child);
      resolve({ code, output });
    };
    child.once('error', (error) => {
      output += error.message;
      done(127);
    });
    child.once('close', (code) => done(late ? 124 : code ?? 1));
  });
}

/**
 * Runs a JavaScript file with this Node: without npx in between, so that ending it ends all of it.
 * @param {readonly string[]} args the file and its arguments
 * @param {Parameters<typeof run>[2]} [options]
 */
export const runNode = (args, options) => run(process.execPath, args, options);

/** Ends what `run` has started and not yet seen the end of. */
export function endChildren() {
  for (const child of running) child.kill('SIGTERM');
}
