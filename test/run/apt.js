import { existsSync } from 'node:fs';
import { run, say } from './command.js';

export const isDebianRoot = () => process.getuid?.() === 0 && existsSync('/etc/debian_version');

/** @param {string} name of a Debian package */
export async function aptInstall(name) {
  say(`Installing ${name} with apt-get …`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { env, quiet: true });
  return run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], { env, quiet: true });
}
