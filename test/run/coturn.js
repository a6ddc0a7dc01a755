import { existsSync } from 'node:fs';
import { findProgram } from '../find-browser.js';
import { aptInstall, isDebianRoot } from './apt.js';
import { say } from './command.js';

/** @returns {string} the path of coturn's `turnserver`, '' where there is none */
export function findCoturn() {
  const asked = process.env['TURNSERVER_PATH'];
  return asked && existsSync(asked) ? asked : findProgram(['turnserver']);
}

/** Installs coturn where that is possible; where not, says that the tests over TURN are left out. */
export async function findOrInstallCoturn() {
  if (findCoturn()) return;
  if (isDebianRoot()) {
    await aptInstall('coturn');
    if (findCoturn()) return;
  }
  say('No coturn here, and none could be installed: the calls over TURN are left out. TURNSERVER_PATH names one.');
}
