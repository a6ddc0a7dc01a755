import { openBrowser, openPage } from '../support/browser.js';
import { bundle, html, serve } from '../support/pages.js';
import { row } from '../support/stats.js';

/** How long it rings before somebody answers, ms. */
const RINGING_MS = 300;

const frames = (/** @type {string} */ page, /** @type {string} */ via, /** @type {string} */ more) =>
  ['a', 'b'].map((side) => `<iframe name="${side}" allow="camera; microphone; autoplay" width="380" height="300" src="/${page}.html?side=${side}&via=${via}${more}"></iframe>`).join('');

/**
 * Two pages side by side in one window, both visible, that call each other.
 * @param {import('@playwright/test').Browser} browser @param {string} url
 */
async function openPair(browser, url) {
  const { page, problems, close } = await openPage(browser);
  await page.goto(url);
  const [a, b] = ['a', 'b'].map((name) => page.frame({ name }));
  if (!a || !b) throw new Error('The page has no frames.');
  for (const frame of [a, b]) {
    await frame.waitForFunction(() => window.side !== undefined);
    await frame.evaluate(() => window.side?.prepare());
  }
  return {
    close,
    /** One call, from the click to both pictures: ms until it rang, and from the answer until both were there. */
    async call() {
      await Promise.all([a, b].map((frame) => frame.evaluate(() => window.side?.listen())));
      const called = await a.evaluate(() => window.side?.call() ?? Number.NaN);
      const rang = await b.evaluate(() => window.side?.ringing ?? Number.NaN);
      await b.evaluate((ms) => Promise.all([window.side?.preview(), new Promise((resolve) => { setTimeout(resolve, ms); })]).then(() => undefined), RINGING_MS);
      const answered = await b.evaluate(() => window.side?.answer() ?? Number.NaN);
      const pictures = await Promise.all([a, b].map((frame) => frame.evaluate(() => window.side?.frame ?? Number.NaN)));
      await a.evaluate(() => window.side?.hangUp());
      for (const frame of [a, b]) await frame.waitForFunction(() => window.side?.isIdle() === true);
      if (problems.length > 0) throw new Error(problems.join('\n'));
      return { ringing: rang - called, pictures: Math.max(...pictures) - answered };
    },
    /** One bare message there and back, ms. */
    round: () => a.evaluate(() => window.side?.round?.() ?? Number.NaN),
  };
}

/** How soon it rings, and how soon both see each other, against a call written by hand. @param {{ isQuick: boolean }} options */
export async function run({ isQuick }) {
  const [ours, bare] = [await bundle('test/bench/pages/set-up.ts'), await bundle('test/bench/pages/set-up-bare.ts')];
  const texts = new Map([...ours.files, ...bare.files, ['/ours.html', html('', `<script type="module" src="${ours.script}"></script>`)], ['/bare.html', html('', `<script type="module" src="${bare.script}"></script>`)]]);
  const ways = isQuick ? ['broadcast'] : ['broadcast', 'relay'];
  for (const via of ways) {
    for (const [name, page, more] of /** @type {const} */ ([['bare', 'bare', ''], ['ours', 'ours', ''], ['early', 'ours', '&early']])) texts.set(`/${name}-${via}.html`, html(frames(page, via, more)));
  }
  const server = await serve(texts);
  const browser = await openBrowser();
  const rows = [];
  try {
    for (const via of ways) {
      const pairs = { bare: await openPair(browser, `${server.url}/bare-${via}.html`), ours: await openPair(browser, `${server.url}/ours-${via}.html`), early: await openPair(browser, `${server.url}/early-${via}.html`) };
      /** @type {Record<string, number[]>} */
      const found = { rounds: [] };
      for (let turn = isQuick ? 1 : 0; turn <= (isQuick ? 1 : 30); turn += 1) {
        for (const [name, pair] of Object.entries(pairs)) {
          const { ringing, pictures } = await pair.call();
          if (turn === 0) continue;
          (found[`${name} ringing`] ??= []).push(ringing);
          (found[`${name} pictures`] ??= []).push(pictures);
        }
        if (turn > 0) found['rounds']?.push(await pairs.bare.round());
      }
      for (const pair of Object.values(pairs)) await pair.close();
      const of = (/** @type {string} */ name) => found[name] ?? [];
      rows.push(
        row(`${via}: one bare message there and back`, of('rounds'), 'ms'),
        row(`${via}: call clicked → it rings there`, of('ours ringing'), 'ms', { baseline: of('rounds'), target: 1.3 }),
        row(`${via}: bare: answer clicked → both see each other`, of('bare pictures'), 'ms'),
        row(`${via}: answer clicked → both see each other`, of('ours pictures'), 'ms', { baseline: of('bare pictures'), target: 0.9 }),
        row(`${via}: the same, connected and with a preview while it rang`, of('early pictures'), 'ms', { baseline: of('bare pictures'), target: 0.75 }),
      );
    }
  } finally {
    await browser.close();
    await server.close();
  }
  return rows;
}
