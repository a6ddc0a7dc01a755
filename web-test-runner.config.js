import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { fileURLToPath } from 'node:url';
import * as puppeteer from 'puppeteer-core';
import { CHROMIUM_FLAGS, FIREFOX_PREFS, findBrowser } from './test/find-browser.js';
import { wtrTally } from './test/run/wtr-tally.js';
import { imStandInWtr } from './test/support/im-stand-in/in-wtr.js';
import { relayInWtr } from './test/support/relay-in-wtr.js';
import { sdksInWtr } from './test/support/sdks-in-wtr.js';

const chromium = await findBrowser('chromium');
const firefox = process.env['TEST_FIREFOX'] === '0' ? '' : await findBrowser('firefox');
const tallyFile = process.env['TALLY_FILE'];
if (!chromium) throw new Error('No Chromium or Chrome was found. Set CHROME_PATH, or run: npx playwright install chromium');

const inChromium = chromeLauncher({ launchOptions: { executablePath: chromium, args: CHROMIUM_FLAGS } });
const inFirefox = () => chromeLauncher({ puppeteer, concurrency: 1, launchOptions: { browser: 'firefox', executablePath: firefox, extraPrefsFirefox: FIREFOX_PREFS } });

/** Unit and element tests. Whole calls between two browser contexts are in test/browser. */
export default {
  files: ['test/**/*.test.ts', '!test/browser/**', '!test/relay/**'],
  nodeResolve: { exportConditions: ['production', 'default'] },
  plugins: [esbuildPlugin({ ts: true, target: 'es2022', tsconfig: fileURLToPath(new URL('./tsconfig.json', import.meta.url)) }), relayInWtr(), imStandInWtr(), sdksInWtr()],
  concurrency: 2,
  testFramework: { config: { ui: 'bdd', timeout: 20_000 } },
  testsFinishTimeout: 300_000,
  browsers: [inChromium, ...(firefox ? [inFirefox()] : [])],
  reporters: [defaultReporter(), ...(tallyFile ? [wtrTally(tallyFile)] : [])],
};
