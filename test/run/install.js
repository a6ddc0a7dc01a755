import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, run, say, stop } from './command.js';

const OLDEST_NODE = [20, 19];

/** @param {string} file */
function packagesIn(file) {
  try {
    return /** @type {Record<string, { version?: string, integrity?: string, optional?: boolean }>} */ (JSON.parse(readFileSync(join(ROOT, file), 'utf8')).packages);
  } catch {
    return undefined;
  }
}

/** What npm wrote down about node_modules is what the lock file asks for, packages for other systems left aside. */
function isInstalled() {
  const wanted = packagesIn('package-lock.json');
  const present = packagesIn('node_modules/.package-lock.json');
  if (!wanted || !present) return false;
  const differs = (/** @type {string} */ path) =>
    wanted[path]?.version !== present[path]?.version || wanted[path]?.integrity !== present[path]?.integrity;
  return !Object.keys(present).some(differs)
    && !Object.keys(wanted).some((path) => path !== '' && !wanted[path]?.optional && differs(path));
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE;
  if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor)) {
    stop(`Node ${OLDEST_NODE.join('.')} or newer is needed; this is ${process.versions.node}.`);
  }
}

/** Brings node_modules to what package-lock.json says, with npm alone. Ends the process with a sentence where that fails. */
export async function install() {
  checkNode();
  if (isInstalled()) return;
  say('Installing the packages that package-lock.json names (npm ci; about a minute) …');
  const npm = process.env['npm_execpath'];
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const { code, output } = npm?.endsWith('.js')
    ? await run(process.execPath, [npm, ...args], { quiet: true })
    : await run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, { quiet: true });
  if (code === 0 && isInstalled()) return;
  process.stderr.write(output);
  if (code === 124) stop('npm ci did not end within ten minutes. Check the network, then try again.');
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ENOTCACHED|network/i.test(output)) {
    stop('npm could not fetch the packages. Check the network, then try again.');
  }
  stop('npm ci failed; its own words are above.');
}
