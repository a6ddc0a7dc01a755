import { existsSync } from 'node:fs';
import { findBrowser } from '../find-browser.js';
import { aptInstall, isDebianRoot } from './apt.js';
import { run, runNode, say, stop } from './command.js';

/** A browser that is there can still lack the system's libraries. */
async function starts(/** @type {string} */ path) {
  if (!path) return false;
  if (process.platform !== 'linux') return true;
  return (await run(path, ['--version', '--no-sandbox'], { quiet: true, minutes: 1 })).code === 0;
}

/**
 * The Chromium to test with. Installs one only when there is none.
 * @returns {Promise<string>} its path
 */
export async function findOrInstallChromium() {
  const asked = process.env['CHROME_PATH'];
  if (asked && !existsSync(asked)) stop(`CHROME_PATH names ${asked}, and there is no such file.`);
  const present = await findBrowser('chromium');
  if (await starts(present)) return present;

  say('No Chromium or Chrome was found. Installing one (npx playwright install chromium; about 150 MB) …');
  const attempts = [await runNode(['node_modules/@playwright/test/cli.js', 'install', 'chromium'], { quiet: true, minutes: 5 })];
  const fetched = await findBrowser('chromium');
  if (await starts(fetched)) return fetched;

  if (isDebianRoot()) {
    attempts.push(await aptInstall('chromium'));
    const packaged = await findBrowser('chromium');
    if (await starts(packaged)) return packaged;
  }
  for (const { output } of attempts) process.stderr.write(output.slice(-2000));
  return stop('No Chromium could be found or installed. Install Chrome or Chromium, or set CHROME_PATH, then try again.');
}

/**
 * The Firefox to test with: the one there is, or Debian's where it can be had; the one that Playwright brings is another
 * Firefox, which only Playwright can steer.
 * @returns {Promise<string>} its path, '' where there is none
 */
export async function findOrInstallFirefox() {
  const present = await findBrowser('firefox');
  if (present || !isDebianRoot()) return present;
  await aptInstall('firefox-esr');
  return findBrowser('firefox');
}
