import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = {
  chromium: ['chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser', 'chrome', 'chrome.exe', 'msedge', 'microsoft-edge'],
  firefox: ['firefox', 'firefox-esr', 'firefox.exe'],
};

const PLACES = {
  chromium: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  ],
  firefox: ['/Applications/Firefox.app/Contents/MacOS/firefox', 'C:\\Program Files\\Mozilla Firefox\\firefox.exe'],
};

const fromPath = (/** @type {readonly string[]} */ names) =>
  (process.env['PATH'] ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));

/**
 * @param {readonly string[]} names
 * @returns {string} the first of them that is in the PATH, '' where none is
 */
export const findProgram = (names) => fromPath(names).find((path) => existsSync(path)) ?? '';

/**
 * The browser that Playwright would use, where one was installed with it.
 * @param {'chromium' | 'firefox'} name
 */
async function fromPlaywright(name) {
  try {
    const playwright = await import('@playwright/test');
    return playwright[name].executablePath();
  } catch {
    return '';
  }
}

/**
 * @param {'chromium' | 'firefox'} name
 * @returns {Promise<string>} the path of a Chromium-like browser or of Firefox, '' where none is to be found
 */
export async function findBrowser(name) {
  const asked = process.env[name === 'chromium' ? 'CHROME_PATH' : 'FIREFOX_PATH'];
  const candidates = [asked, ...fromPath(NAMES[name]), ...PLACES[name], await fromPlaywright(name)];
  return candidates.find((path) => path && existsSync(path)) ?? '';
}

/** Keeps Chromium quiet, gives it generated devices, and lets WebRTC connect where loopback is the only network. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream',
  '--autoplay-policy=no-user-gesture-required', '--allow-loopback-in-peer-connection',
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost',
];

/** The same for Firefox. */
export const FIREFOX_PREFS = {
  'media.navigator.streams.fake': true,
  'media.navigator.permission.disabled': true,
  'media.autoplay.default': 0,
  'media.autoplay.blocking_policy': 0,
  'media.peerconnection.ice.loopback': true,
  'media.peerconnection.ice.obfuscate_host_addresses': false,
};
