import { expect, test, type Browser, type Page } from '@playwright/test';
import { serveApps, type AppServer } from './server.js';

let server: AppServer;
test.beforeAll(async () => { server = await serveApps(); });
test.afterAll(() => server.close());

/** Somebody with the app open in a browser context of their own. */
async function open(browser: Browser, app: string, user: string, friend: string): Promise<{ readonly page: Page; readonly problems: readonly string[] }> {
  const page = await (await browser.newContext()).newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.stack ?? error.message));
  page.on('console', (message) => { if (message.type() === 'error') problems.push(message.text()); });
  await page.goto(`${server.url}/${app}/?user=${user}&friend=${friend}`);
  return { page, problems };
}

const button = (page: Page, name: string) => page.locator('trtc-call-panel').getByRole('button', { name, exact: true });

/** Frames of the other's picture go on arriving. */
async function sees(page: Page, userId: string): Promise<void> {
  const frames = () => page.locator(`trtc-video-view[user-id="${userId}"] video`).first()
    .evaluate((video) => (video instanceof HTMLVideoElement ? video.getVideoPlaybackQuality().totalVideoFrames : 0)).catch(() => 0);
  await expect.poll(frames, { timeout: 45_000 }).toBeGreaterThan(0);
  const before = await frames();
  await expect.poll(frames).toBeGreaterThan(before + 3);
}

for (const app of ['html', 'react', 'vue', 'svelte', 'solid', 'angular']) {
  test(`${app}: a call between two people; the panel put away or moved in it hangs nothing up; each event is heard once`, async ({ browser }) => {
    const alice = await open(browser, app, `alice-${app}`, `bob-${app}`);
    const bob = await open(browser, app, `bob-${app}`, `alice-${app}`);
    const call = alice.page.locator('trtc-call-button button');
    await expect(call).toHaveAttribute('aria-disabled', 'false');
    await expect(bob.page.locator('trtc-call-button button')).toHaveAttribute('aria-disabled', 'false');
    await call.click();
    await button(bob.page, 'Answer').click();
    await sees(alice.page, `bob-${app}`);
    await sees(bob.page, `alice-${app}`);

    // Out of the page and in again (moved to another parent in the plain page): the call goes on, the picture comes back.
    await alice.page.locator('#switch').click();
    if (app !== 'html') {
      await expect(alice.page.locator('trtc-call-panel')).toHaveCount(0);
      await alice.page.locator('#switch').click();
    }
    await sees(alice.page, `bob-${app}`);
    await sees(bob.page, `alice-${app}`);

    await bob.page.locator('trtc-call-panel').hover({ position: { x: 60, y: 60 } });
    await button(bob.page, 'Hang up').click();
    await expect(alice.page.locator('output')).toHaveText(`entered:bob-${app} ended:remote-hangup `);
    await expect(bob.page.locator('output')).toHaveText(`entered:alice-${app} ended:local-hangup `);
    expect([...alice.problems, ...bob.problems]).toEqual([]);
    await Promise.all([alice.page.context().close(), bob.page.context().close()]);
  });
}
