import { defineConfig } from '@playwright/test';
import { CHROMIUM_FLAGS, findBrowser } from '../find-browser.js';

/** Permissions are given to each context, so that refusing them is the browser's own doing. */
const args = CHROMIUM_FLAGS.filter((flag) => flag !== '--use-fake-ui-for-media-stream');

/** Whole calls, as people make them: in Chromium, against the demo that `npm start` serves. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  globalSetup: './support/demo-server.ts',
  // Two cores decode up to three people's video: one test after the other, with patience.
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] ? [['list'], ['json']] : [['list']],
  use: {
    launchOptions: { executablePath: await findBrowser('chromium'), args: [...args, '--disable-features=WebRtcHideLocalIpsWithMdns'] },
    permissions: ['camera', 'microphone'],
    locale: 'en-GB',
    viewport: { width: 900, height: 900 },
    actionTimeout: 30_000,
    trace: 'off',
  },
});
