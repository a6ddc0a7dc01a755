import { openBrowser, openPage } from '../support/browser.js';
import { bundle, html, serve } from '../support/pages.js';
import { row } from '../support/stats.js';

const provider = (/** @type {string} */ panel) =>
  `<trtc-calling-provider user-id="alice" transport="broadcast"><trtc-call-button user-ids="bob"></trtc-call-button>${panel}</trtc-calling-provider>`;
const PAGES = {
  empty: { script: 'empty', body: '' },
  minimal: { script: 'minimal', body: '<minimal-panel></minimal-panel>' },
  dropIn: { script: 'drop-in', body: provider('<trtc-call-panel></trtc-call-panel>') },
  dialer: { script: 'drop-in', body: provider('<trtc-call-panel dialer></trtc-call-panel>') },
};
const NAMES = /** @type {(keyof typeof PAGES)[]} */ (Object.keys(PAGES));

/** ms from the arrival of the page's HTML to its panel laid out, its scripts fetched, compiled and run. */
async function sample(/** @type {import('@playwright/test').Browser} */ browser, /** @type {string} */ url, /** @type {number} */ rate) {
  const { page, problems, close } = await openPage(browser);
  try {
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate });
    await page.goto(url);
    await page.waitForFunction(() => window.laidOut !== undefined);
    if (problems.length > 0) throw new Error(problems.join('\n'));
    return await page.evaluate(() => {
      const [navigation] = performance.getEntriesByType('navigation');
      return (window.laidOut ?? Number.NaN) - (navigation instanceof PerformanceNavigationTiming ? navigation.responseEnd : Number.NaN);
    });
  } finally {
    await close();
  }
}

/** From HTML to an idle panel, against an empty page and a minimal panel written by hand. @param {{ isQuick: boolean }} options */
export async function run({ isQuick }) {
  /** @type {Map<string, string>} */
  const texts = new Map();
  /** @type {Record<string, string>} */
  const heads = {};
  for (const name of ['empty', 'minimal', 'drop-in']) {
    const { script, files, preloads } = await bundle(`test/bench/pages/start-${name}.ts`);
    for (const [path, code] of files) texts.set(path, code);
    heads[name] = `${preloads}<script type="module" src="${script}"></script>`;
  }
  for (const name of NAMES) texts.set(`/${name}.html`, html(PAGES[name].body, heads[PAGES[name].script]));
  const server = await serve(texts);
  const browser = await openBrowser();
  const rows = [];
  try {
    for (const rate of isQuick ? [1] : [1, 4]) {
      /** @type {Record<string, number[]>} */
      const found = {};
      // The first round warms up.
      for (let round = isQuick ? 1 : 0; round <= (isQuick ? 1 : 25); round += 1) {
        for (const name of NAMES) {
          const ms = await sample(browser, `${server.url}/${name}.html`, rate);
          if (round > 0) (found[name] ??= []).push(ms);
        }
      }
      const { empty = [], minimal = [], dropIn = [], dialer = [] } = found;
      const at = rate === 1 ? 'full speed' : `${rate} × slower`;
      rows.push(
        row(`${at}: an empty page`, empty, 'ms', { baseline: minimal }),
        row(`${at}: a minimal Lit panel written by hand`, minimal, 'ms'),
        row(`${at}: provider, call button and panel`, dropIn, 'ms', { baseline: minimal, ...(rate === 4 ? { target: 1.5 } : {}) }),
        row(`${at}: the same with the panel's dial pad`, dialer, 'ms', { baseline: minimal, ...(rate === 4 ? { target: 1.5 } : {}) }),
      );
    }
  } finally {
    await browser.close();
    await server.close();
  }
  return rows;
}
