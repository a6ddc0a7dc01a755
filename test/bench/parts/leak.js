import { metrics, openBrowser, openPage } from '../support/browser.js';
import { bundle, html, serve } from '../support/pages.js';

/** Calls before the first look: what is made once is made by then. */
const WARM_UP = 20;
/** An answered invitation is remembered for a minute, in case its answer has to be said again, ms. */
const REMEMBERED_MS = 75_000;

/** What is still there after many video calls with real connections. @param {{ isQuick: boolean }} options */
export async function run({ isQuick }) {
  const { script, files } = await bundle('test/bench/pages/leak.ts');
  const server = await serve(new Map([...files, ['/leak.html', html('', `<script type="module" src="${script}"></script>`)]]));
  const browser = await openBrowser();
  try {
    const { page, problems } = await openPage(browser);
    await page.goto(`${server.url}/leak.html`);
    await page.waitForFunction(() => window.leak !== undefined);
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    const look = async () => {
      // The page's own books let go of what is over.
      await page.evaluate(() => window.leak?.live());
      // Once for what is free, once for what that frees.
      for (let round = 0; round < 3; round += 1) await session.send('HeapProfiler.collectGarbage');
      const counters = await metrics(session);
      return { heap: counters.get('JSHeapUsedSize') ?? Number.NaN, nodes: counters.get('Nodes') ?? Number.NaN, listeners: counters.get('JSEventListeners') ?? Number.NaN, ...await page.evaluate(() => window.leak?.live() ?? { connections: Number.NaN, tracks: Number.NaN, timers: Number.NaN }) };
    };
    const calls = isQuick ? 2 : 200;
    const timersAtFirst = await page.evaluate(() => window.leak?.live().timers ?? Number.NaN);
    await page.evaluate((count) => window.leak?.calls(count), isQuick ? 1 : WARM_UP);
    const before = await look();
    // In pieces, so that no single wait is a long one.
    for (let done = 0; done < calls; done += 10) await page.evaluate((count) => window.leak?.calls(count), Math.min(10, calls - done));
    // What stays beyond that, the rows below say.
    if (!isQuick) await page.waitForFunction((timers) => (window.leak?.live().timers ?? 0) <= timers, timersAtFirst, { timeout: REMEMBERED_MS }).catch(() => {});
    const after = await look();
    if (problems.length > 0) throw new Error(problems.join('\n'));
    const grown = (/** @type {keyof typeof before} */ name) => after[name] - before[name];
    return [
      { name: `heap after ${calls} video calls, beyond the start`, value: grown('heap') / 1e6, unit: 'MB', target: 1 },
      { name: 'nodes, the detached ones too', value: grown('nodes'), unit: 'more', target: 0 },
      { name: 'listeners', value: grown('listeners'), unit: 'more', target: 0 },
      { name: 'live connections', value: grown('connections'), unit: 'more', target: 0 },
      { name: 'live tracks', value: grown('tracks'), unit: 'more', target: 0 },
      { name: 'timers', value: after.timers - timersAtFirst, unit: 'more', target: 0 },
    ];
  } finally {
    await browser.close();
    await server.close();
  }
}
