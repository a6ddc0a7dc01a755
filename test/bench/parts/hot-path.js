import { metrics, openBrowser, openPage } from '../support/browser.js';
import { bundle, html, serve } from '../support/pages.js';
import { row, summary } from '../support/stats.js';

const COSTS = ['ScriptDuration', 'LayoutDuration', 'RecalcStyleDuration'];

/**
 * ms of script, style and layout in a second with ten loudness events, and how many elements rendered for them.
 * @param {import('@playwright/test').Page} page @param {import('@playwright/test').CDPSession} session @param {number} seconds
 */
async function costOf(page, session, seconds) {
  await page.bringToFront();
  const before = await metrics(session);
  await page.evaluate(() => window.hotPath?.start());
  await page.waitForTimeout(seconds * 1000);
  const counted = await page.evaluate(() => window.hotPath?.stop());
  const after = await metrics(session);
  const spent = COSTS.map((name) => (after.get(name) ?? Number.NaN) - (before.get(name) ?? Number.NaN)).reduce((sum, each) => sum + each);
  if (!counted || counted.events === 0) throw new Error('No event came.');
  // Per event, so that a timer that comes late does not look like thrift.
  return { ms: (spent * 1000 * 10) / counted.events, renders: counted.renders / counted.events };
}

/** What everybody's loudness costs, ten times a second, against writing the styles by hand. @param {{ isQuick: boolean }} options */
export async function run({ isQuick }) {
  const { script, files } = await bundle('test/bench/pages/hot-path.ts');
  const server = await serve(new Map([...files, ['/hot-path.html', html('', `<script type="module" src="${script}"></script>`)]]));
  const browser = await openBrowser();
  const rows = [];
  try {
    /** @type {[number, number][]} */
    const line = [];
    for (const tiles of isQuick ? [2] : [2, 9, 25, 49, 100]) {
      /** @type {Record<string, number[]>} */
      const found = { ours: [], bare: [], renders: [] };
      const open = await Promise.all(['ours', 'bare'].map(async (way) => {
        const { page, problems, close } = await openPage(browser);
        await page.goto(`${server.url}/hot-path.html?way=${way}&tiles=${tiles}`);
        await page.waitForFunction(() => window.hotPath !== undefined);
        const session = await page.context().newCDPSession(page);
        // Time that the page's thread computes, not time that passes: what others do on the same machine does not count.
        await session.send('Performance.enable', { timeDomain: 'threadTicks' });
        return { way, page, session, problems, close };
      }));
      for (let round = isQuick ? 1 : 0; round <= (isQuick ? 1 : 7); round += 1) {
        for (const { way, page, session, problems } of open) {
          const { ms, renders } = await costOf(page, session, isQuick ? 0.5 : 2);
          if (problems.length > 0) throw new Error(problems.join('\n'));
          if (round === 0) continue;
          found[way]?.push(ms);
          if (way === 'ours') found['renders']?.push(renders);
        }
      }
      for (const { close } of open) await close();
      const { ours = [], bare = [], renders = [] } = found;
      line.push([tiles, summary(ours).median]);
      rows.push(
        row(`${tiles} tiles, style, script and layout`, ours, 'ms/s', { baseline: bare, ...(tiles === 49 ? { target: 1.3 } : {}) }),
        row(`${tiles} tiles, elements rendered by one event`, renders, '', { target: 0 }),
      );
    }
    const [first, last] = [line[0], line.at(-1)];
    if (first && last && first !== last) rows.push({ name: `cost of a tile among ${last[0]}, against one among 9`, value: (last[1] / last[0]) / ((line[1]?.[1] ?? Number.NaN) / 9), unit: '×', target: 1 });
  } finally {
    await browser.close();
    await server.close();
  }
  return rows;
}
