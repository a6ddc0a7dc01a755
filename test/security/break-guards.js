/**
 * Breaks the guards of SECURITY.md one after the other and looks whether the test that is named there notices. Changes the
 * sources while it runs and puts them back, so it wants a tree with nothing uncommitted: `npm run guards`, or
 * `npm run guards -- relay` for those whose file or title has the word.
 */
import { execFileSync, spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { ROOT } from '../../.config/entries.js';
import { GUARDS } from './guards.js';

/** The test's file alone, in Chromium or, of the relay, in Node. @param {import('./guards.js').Guard} guard */
const commandOf = ({ test, title }) => (test.startsWith('test/relay/')
  ? ['--test', '--test-timeout=20000', `--test-name-pattern=${title.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}`, 'test/relay/relay.test.js']
  : ['node_modules/@web/test-runner/dist/bin.js', '--files', test]);

/** TAP's word for it; the web test runner names only what failed. @param {string} said @param {import('./guards.js').Guard} guard */
const failedIn = (said, { test, title }) => said.split('\n').some((line) => line.includes(title) && (!test.startsWith('test/relay/') || line.includes('not ok')));

/** @param {import('./guards.js').Guard} guard @returns {Promise<{ code: number | null, said: string }>} */
const runTest = (guard) => new Promise((resolve) => {
  const run = spawn(process.execPath, commandOf(guard), { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  // A broken guard may make a test wait for ever.
  const patience = setTimeout(() => run.kill(), 90_000);
  for (const stream of [run.stdout, run.stderr]) stream.on('data', (chunk) => {
    said += String(chunk);
    // What a failed test has left open would keep the process.
    if (guard.test.startsWith('test/relay/') && failedIn(said, guard)) run.kill();
  });
  run.once('close', (code) => {
    clearTimeout(patience);
    resolve({ code, said });
  });
});

/** @param {import('./guards.js').Guard} guard @returns {Promise<boolean>} whether somebody noticed */
async function isNoticed(guard) {
  const path = join(ROOT, guard.file);
  const source = readFileSync(path, 'utf8');
  if (source.split(guard.find).length !== 2) throw new Error(`${guard.file} has not once: ${guard.find}`);
  writeFileSync(path, source.replace(guard.find, () => guard.replace));
  try {
    const { code, said } = await runTest(guard);
    return code !== 0 && failedIn(said, guard);
  } finally {
    writeFileSync(path, source);
  }
}

if (execFileSync('git', ['status', '--porcelain'], { cwd: ROOT, encoding: 'utf8' }) !== '') {
  process.stderr.write('There are uncommitted changes; the guards are broken in a clean tree only.\n');
  process.exit(1);
}
const [word = ''] = process.argv.slice(2);
const chosen = GUARDS.filter(({ file, test, title }) => `${file} ${test} ${title}`.includes(word));
let unnoticed = 0;
for (const guard of chosen) {
  const noticed = await isNoticed(guard);
  if (!noticed) unnoticed += 1;
  process.stdout.write(`${noticed ? 'noticed  ' : 'UNNOTICED'}  ${guard.file} — ${guard.title}\n`);
}
process.stdout.write(`${chosen.length - unnoticed} of ${chosen.length} broken guards were noticed.\n`);
process.exitCode = unnoticed === 0 && chosen.length > 0 ? 0 : 1;
