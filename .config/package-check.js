/** What only the packed package can tell: publint, and the types of every export as each kind of program resolves them; and what nobody uses (knip). */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './entries.js';

const node = (/** @type {readonly string[]} */ ...args) => {
  if (spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit' }).status !== 0) process.exitCode = 1;
};

const folder = mkdtempSync(join(tmpdir(), 'packed-'));
try {
  execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
  const tarball = join(folder, readdirSync(folder)[0] ?? '');
  node('node_modules/publint/src/cli.js', tarball, '--strict');
  node('node_modules/@arethetypeswrong/cli/dist/index.js', tarball, '--profile', 'esm-only', '--exclude-entrypoints', './theme.css', '--format', 'table-flipped', '--quiet');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
node('node_modules/knip/bin/knip.js', '--config', '.config/knip.json', '--no-config-hints');
