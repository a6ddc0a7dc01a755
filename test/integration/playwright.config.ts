import base from '../browser/playwright.config.js';

/** Each app as its framework's tools built it, from a plain web server with the package's relay. */
const { globalSetup: _demoServer, ...rest } = base;

export default { ...rest, testDir: '.', testMatch: '*.spec.ts', outputDir: '../../test-results/integration' };
