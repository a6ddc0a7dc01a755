import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { fileURLToPath } from 'node:url';
import * as puppeteer from 'puppeteer-core';
import { CHROMIUM_FLAGS, FIREFOX_PREFS, findBrowser } from './test/find-browser.js';
import { wtrTally } from './test/run/wtr-tally.js';
import { imStandInWtr } from './test/support/im-stand-in/in-wtr.js';
import { guarded } from './test/support/network-guard.js';
import { relayInWtr } from './test/support/relay-in-wtr.js';
import { sdksInWtr } from './test/support/sdks-in-wtr.js';

/** TEST_BROWSER=firefox runs them in Firefox instead of Chromium; `npm test` does both, one after the other. */
const isFirefox = process.env['TEST_BROWSER'] === 'firefox';
const executablePath = await findBrowser(isFirefox ? 'firefox' : 'chromium');
const tallyFile = process.env['TALLY_FILE'];
if (!executablePath) throw new Error(isFirefox ? 'No Firefox was found. Set FIREFOX_PATH.' : 'No Chromium or Chrome was found. Set CHROME_PATH, or run: npx playwright install chromium');

const inChromium = () => chromeLauncher({
  launchOptions: { executablePath, args: CHROMIUM_FLAGS },
  // A window for each file: of two tabs in one window the hidden one draws nothing, and its videos stand still.
  createPage: async ({ context }) => guarded(await (await context.browser().createBrowserContext()).newPage()),
});
const inFirefox = () => chromeLauncher({ puppeteer, concurrency: 1, launchOptions: { browser: 'firefox', executablePath, extraPrefsFirefox: FIREFOX_PREFS } });

/** trtc-js-sdk takes another way through Firefox; the stand-in of its service speaks Chromium's. The guard is Chromium's too. */
const CHROMIUM_ONLY = ['test/engines/tencent/*-real*.test.ts', 'test/page/network-guard.test.ts'];

/** Unit and element tests. Whole calls between two browser contexts are in test/browser. */
export default {
  files: ['test/**/*.test.ts', '!test/browser/**', '!test/relay/**', ...(isFirefox ? CHROMIUM_ONLY.map((files) => `!${files}`) : [])],
  nodeResolve: { exportConditions: ['production', 'default'] },
  plugins: [esbuildPlugin({ ts: true, target: 'es2022', tsconfig: fileURLToPath(new URL('./tsconfig.json', import.meta.url)) }), relayInWtr(), imStandInWtr(), sdksInWtr()],
  concurrency: 2,
  testFramework: { config: { ui: 'bdd', timeout: 20_000 } },
  testsFinishTimeout: 300_000,
  browsers: [isFirefox ? inFirefox() : inChromium()],
  // The libraries of the stand-in tests say a line at each start.
  filterBrowserLogs: (/** @type {{ args: unknown[] }} */ { args }) => !(typeof args[0] === 'string' && args[0].startsWith('TIM ')),
  reporters: [defaultReporter(), ...(tallyFile ? [wtrTally(tallyFile)] : [])],
};
