import { chromium } from '@playwright/test';
import { CHROMIUM_FLAGS, findBrowser } from '../../find-browser.js';

/** Chromium with generated devices; what runs in it may ask for a collection of garbage. */
export async function openBrowser() {
  const executablePath = await findBrowser('chromium');
  if (executablePath === '') throw new Error('No Chromium was found. Set CHROME_PATH, or run: npx playwright install chromium');
  return chromium.launch({ executablePath, args: [...CHROMIUM_FLAGS, '--js-flags=--expose-gc', '--disable-features=WebRtcHideLocalIpsWithMdns'] });
}

/** @param {import('@playwright/test').Browser} browser */
export async function openPage(browser) {
  const context = await browser.newContext({ permissions: ['camera', 'microphone'], viewport: { width: 1200, height: 900 } });
  const page = await context.newPage();
  /** @type {string[]} */
  const problems = [];
  page.on('pageerror', (error) => problems.push(error.message));
  return { page, problems, close: () => context.close() };
}

/**
 * Seconds of script, style and layout, and the rest of Chromium's counters.
 * @param {import('@playwright/test').CDPSession} session
 */
export async function metrics(session) {
  const { metrics: list } = await session.send('Performance.getMetrics');
  return new Map(list.map(({ name, value }) => [name, value]));
}
