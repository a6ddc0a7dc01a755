/** `npm run soak -- --calls 200`: so many calls in one page of a real browser, and what is left of them. */
import { parseArgs } from 'node:util';
import { runNode } from './run/command.js';

const { values } = parseArgs({ options: { calls: { type: 'string', default: '200' } } });
const { code } = await runNode(['node_modules/@playwright/test/cli.js', 'test', '--config', 'test/browser/playwright.config.ts', 'soak'], {
  env: { SOAK_CALLS: values.calls }, minutes: 60,
});
process.exit(code);
