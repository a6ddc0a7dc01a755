import { entries } from '../../.config/entries.js';
import { allSnippets } from '../house/snippets.js';
import { sourceUrl } from './support/bare-page.js';
import { demoUrl } from './support/phone.js';
import { expect, test } from './support/test.js';

const inPage = allSnippets().filter(({ language, isForNode }) => (language === 'html' || language === 'js') && !isForNode);

/** The names that the package exports lead to the sources, as an import map. */
const importMap = (): string => JSON.stringify({
  imports: Object.fromEntries(Object.entries(entries()).filter(([path]) => path !== './relay').map(([path, source]) => [`trtc-calling-elements${path.slice(1)}`, sourceUrl(source)])),
});

test('every block of HTML and JavaScript in README and guide runs in a page', async ({ page }) => {
  const problems: string[] = [];
  let where = '';
  page.on('pageerror', (error) => problems.push(`${where}: ${error.message}`));
  page.on('console', (message) => { if (message.text().startsWith('Assertion failed')) problems.push(`${where}: ${message.text()}`); });
  page.on('dialog', (dialog) => void dialog.dismiss());
  const address = new URL('snippets-test.html', demoUrl()).href;
  await page.route(address, (route) => route.fulfill({
    contentType: 'text/html',
    body: `<!doctype html><html lang="en"><head><title>Snippets</title><script type="importmap">${importMap()}</script></head><body>
      <trtc-calling-provider user-id="reader" transport="broadcast"><trtc-call-panel id="own"></trtc-call-panel></trtc-calling-provider><div id="here"></div>
      <script type="module">import 'trtc-calling-elements/define'; window.ready = true;</script></body></html>`,
  }));
  await page.goto(address);
  await page.waitForFunction(() => 'ready' in window);
  await page.waitForFunction(() => document.querySelector('trtc-calling-provider')?.calling?.state.session.phase === 'logged-in');
  await page.evaluate(() => {
    const provider = document.querySelector('trtc-calling-provider');
    // What a snippet takes from the page around it: a login, and the application's own functions.
    Object.assign(window, {
      calling: provider?.calling, provider,
      fetchPeople: async (ids: readonly string[]) => ids.map((id) => ({ id, name: id, photo: '' })),
      startBlur: async (track: unknown) => ({ track, stop() {} }),
    });
  });
  expect(inPage.length).toBeGreaterThan(12);
  for (const snippet of inPage) {
    ({ where } = snippet);
    const code = snippet.code.replaceAll('wss://calls.example.com/relay', `${demoUrl().replace('http', 'ws')}relay`);
    if (snippet.language === 'html') {
      const undefinedTags = await page.evaluate((html) => {
        const here = document.querySelector('#here');
        if (here) here.innerHTML = html;
        return [...document.querySelectorAll('#here *')].map(({ localName }) => localName).filter((name) => name.includes('-') && !customElements.get(name));
      }, code);
      expect(undefinedTags, where).toEqual([]);
    } else {
      const failure = await page.evaluate(async (text) => {
        const url = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
        return import(url).then(() => '', (error: unknown) => String(error));
      }, code);
      expect(failure, where).toBe('');
    }
  }
  expect(problems).toEqual([]);
});
