/**
 * Packs the package, installs it beside the apps of this folder as npm would from the registry, and checks and builds
 * them with their own tools. `npm test -- frameworks` goes on with a call in each.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run, runNode } from '../run/command.js';
import { HERE, ngc } from './frameworks.js';

const npm = (/** @type {readonly string[]} */ ...args) => {
  const cli = process.env['npm_execpath'];
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  return cli?.endsWith('.js') ? runNode([cli, ...args, ...quiet]) : run(process.platform === 'win32' ? 'npm.cmd' : 'npm', [...args, ...quiet]);
};

/** The frameworks of the lock file are here already. */
function isInstalled() {
  const present = join(HERE, 'node_modules/.package-lock.json');
  if (!existsSync(present)) return false;
  const { packages } = JSON.parse(readFileSync(present, 'utf8'));
  const { packages: wanted } = JSON.parse(readFileSync(join(HERE, 'package-lock.json'), 'utf8'));
  return Object.keys(wanted).every((path) => path === '' || wanted[path].optional || packages[path]?.version === wanted[path].version);
}

/** @returns {Promise<boolean>} whether everything is in place */
export async function prepareApps() {
  const folder = mkdtempSync(join(tmpdir(), 'tarball-'));
  try {
    if (!isInstalled() && (await npm('ci', '--prefix', HERE)).code !== 0) return false;
    if ((await npm('pack', '--silent', '--ignore-scripts', '--pack-destination', folder)).code !== 0) return false;
    const { version } = JSON.parse(readFileSync(join(HERE, '../../package.json'), 'utf8'));
    const tarball = join(folder, `trtc-calling-elements-${version}.tgz`);
    if ((await npm('install', '--prefix', HERE, '--no-save', '--no-package-lock', '--prefer-offline', tarball)).code !== 0) return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  // What the README says of React is compiled with the app.
  const [, example = ''] = /```tsx\n([\s\S]*?)```/.exec(readFileSync(join(HERE, '../../README.md'), 'utf8')) ?? [];
  writeFileSync(join(HERE, 'react/from-readme.tsx'), example);
  if ((await runNode(ngc('tsconfig.json'))).code !== 0) return false;
  return (await runNode([join(HERE, 'build.js')])).code === 0;
}
