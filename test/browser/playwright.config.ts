import { defineConfig } from '@playwright/test';
import { CHROMIUM_FLAGS, findBrowser } from '../find-browser.js';
import { WORKERS } from './support/demo-server.js';

/** Permissions are given to each context, so that refusing them is the browser's own doing. */
const args = CHROMIUM_FLAGS.filter((flag) => flag !== '--use-fake-ui-for-media-stream');

/** What counts seconds, bytes or lost packets, and would count its neighbour's as well. `npm test` runs these after the others. */
const ALONE = ['**/bad-network.spec.ts', '**/grand-tour.spec.ts', '**/self-healing.spec.ts'];

/** Whole calls, as people make them: in Chromium, against the demo that `npm start` serves. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  globalSetup: './support/demo-server.ts',
  // Heap and listeners after many calls are weighed by `npm run soak`, by itself.
  testIgnore: process.env['SOAK_CALLS'] ? [] : ['**/soak.spec.ts'],
  // Each with a demo and a relay of its own.
  workers: WORKERS,
  projects: [
    { name: 'together', testIgnore: [...ALONE, '**/soak.spec.ts'] },
    { name: 'alone', testMatch: process.env['SOAK_CALLS'] ? '**/soak.spec.ts' : ALONE, workers: 1 },
  ],
  timeout: 120_000,
  expect: { timeout: 30_000 },
  // On a build machine, where nobody can look again, one more try. What needed it is named at the end, and is a bug.
  retries: process.env['CI'] ? 1 : 0,
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
