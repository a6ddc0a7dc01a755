import type { Browser, Page } from '@playwright/test';
import { fileURLToPath } from 'node:url';
import { createRelay } from '../../src/relay/index.js';
import { serve } from './support/static-server.js';
import { expect, test } from './support/test.js';

/** Word for word what SECURITY.md promises to work under. */
const POLICY = "default-src 'self'; script-src 'self'; style-src 'self'; require-trusted-types-for 'script'";
const KIT = fileURLToPath(new URL('../../dist/cdn/trtc-calling-elements.js', import.meta.url));

/** Runs before the kit: notes what the policy refuses. */
const WATCH = `
  window.refused = [];
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile, lineNumber }) => {
    window.refused.push([effectiveDirective, blockedURI, sourceFile + ':' + lineNumber].join(' '));
  });`;

const pageOf = (user: string, other: string): string => `<!doctype html><html lang="en"><title>${user}</title><script src="/watch.js"></script>
  <script type="module" src="/trtc-calling-elements.js"></script>
  <trtc-calling-provider user-id="${user}" transport="relay">
    <trtc-call-button user-ids="${other}" type="video"></trtc-call-button><trtc-call-panel dialer></trtc-call-panel><trtc-device-settings></trtc-device-settings>
  </trtc-calling-provider></html>`;

const refusedOn = (page: Page): Promise<unknown> => page.evaluate(() => Reflect.get(window, 'refused'));

async function open(browser: Browser, url: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(url);
  return page;
}

const width = (page: Page, userId: string): Promise<number> =>
  page.locator(`trtc-video-view[user-id="${userId}"] video`).first().evaluate((video) => (video instanceof HTMLVideoElement ? video.videoWidth : 0));

test('a whole call under a policy of own files alone, with Trusted Types: nothing is refused but the mark on the icon, once', async ({ browser }) => {
  const relay = createRelay();
  const server = await serve(
    { '/alice.html': pageOf('alice', 'bob'), '/bob.html': pageOf('bob', 'alice'), '/watch.js': WATCH },
    { '/trtc-calling-elements.js': KIT },
    { headers: { 'Content-Security-Policy': POLICY }, attach: (http) => relay.attach(http) },
  );
  const pages: Page[] = [];
  try {
    const [alice, bob] = [await open(browser, `${server.url}/alice.html`), await open(browser, `${server.url}/bob.html`)];
    pages.push(alice, bob);
    // The policy is in force: this is refused, and it is noticed. `serve` sends no icon, which the browser asks for by itself.
    await alice.evaluate(() => {
      const image = new Image();
      image.src = 'data:image/gif;base64,R0lGODlhAQABAAAAACw=';
    });
    await expect.poll(() => refusedOn(alice)).toEqual([expect.stringMatching(/^img-src data/)]);
    await alice.evaluate(() => { Reflect.set(window, 'refused', []); });

    const call = alice.locator('trtc-call-button button');
    await expect(call).toHaveAttribute('aria-disabled', 'false');
    await call.click();
    await bob.getByRole('button', { name: 'Answer', exact: true }).click();
    await expect.poll(() => width(bob, 'alice'), { timeout: 45_000 }).toBeGreaterThan(0);
    await expect.poll(() => width(alice, 'bob'), { timeout: 45_000 }).toBeGreaterThan(0);
    // The sound with which one tries a loudspeaker.
    await alice.getByRole('button', { name: 'Play test sound' }).click();
    await bob.locator('trtc-call-panel').hover({ position: { x: 100, y: 100 } });
    await bob.getByRole('button', { name: 'Hang up', exact: true }).click();
    await expect(alice.getByText('Call ended').first()).toBeVisible();
    // A mark on the icon is a drawn picture: it is tried once, where it rang first.
    expect([await refusedOn(alice), await refusedOn(bob)]).toEqual([[], [expect.stringMatching(/^img-src data/)]]);

    // And it is not tried again.
    await bob.evaluate(() => { Reflect.set(window, 'refused', []); });
    await expect(call).toHaveAttribute('aria-disabled', 'false');
    await call.click();
    await bob.getByRole('button', { name: 'Decline', exact: true }).click();
    await expect(alice.getByText('Declined').first()).toBeVisible();
    expect([await refusedOn(alice), await refusedOn(bob)]).toEqual([[], []]);
  } finally {
    await Promise.all(pages.map((page) => page.context().close()));
    await server.close();
    await relay.close();
  }
});
