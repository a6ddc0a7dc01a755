import { openBrowser, openPage } from '../support/browser.js';
import { bundle, html, serve } from '../support/pages.js';
import { row } from '../support/stats.js';

/** What the tencent engine adds to the bare SDK, from join to the first picture. @param {{ isQuick: boolean }} options */
export async function run({ isQuick }) {
  const { script, files } = await bundle('test/bench/pages/tencent.ts');
  const server = await serve(new Map([...files, ['/tencent.html', html('', `<script type="module" src="${script}"></script>`)]]));
  const browser = await openBrowser();
  try {
    const { page, problems } = await openPage(browser);
    await page.goto(`${server.url}/tencent.html`);
    await page.waitForFunction(() => window.tencent !== undefined);
    /** @type {Record<'bare' | 'engine', number[]>} */
    const found = { bare: [], engine: [] };
    for (let round = isQuick ? 1 : 0; round <= (isQuick ? 1 : 25); round += 1) {
      for (const way of /** @type {const} */ (['bare', 'engine'])) {
        const took = await page.evaluate((which) => window.tencent?.sample(which) ?? Number.NaN, way);
        if (round > 0) found[way].push(took);
      }
    }
    if (problems.length > 0) throw new Error(problems.join('\n'));
    return [
      row('trtc-js-sdk by itself: join → first picture', found.bare, 'ms'),
      row('the engine: join → first picture', found.engine, 'ms', { baseline: found.bare, target: 1.05 }),
    ];
  } finally {
    await browser.close();
    await server.close();
  }
}
