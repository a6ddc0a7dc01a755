import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { demoUrl } from './support/phone.js';
import { watchPage } from './support/page-watch.js';
import { expect, test } from './support/test.js';

const phoneOf = (page: Page, userId: string): Locator => page.locator(`demo-phone[user-id="${userId}"]`);

async function openBoth(page: Page, search = ''): Promise<{ alice: Locator; bob: Locator }> {
  await page.goto(`${demoUrl()}${search}`);
  const [alice, bob] = [phoneOf(page, 'alice'), phoneOf(page, 'bob')];
  for (const phone of [alice, bob]) await expect(phone.locator('demo-phone-home[ready]')).toBeAttached();
  return { alice, bob };
}

const widthsOfPictures = (phone: Locator): Promise<number[]> =>
  phone.locator('trtc-video-view video').evaluateAll((videos) => videos.map((video) => (video instanceof HTMLVideoElement ? video.videoWidth : 0)));

test('two phones in one page: call, answer, both pictures move, hang up, and the log has told it', async ({ page }) => {
  await page.addInitScript(watchPage);
  await page.setViewportSize({ width: 1280, height: 900 });
  const { alice, bob } = await openBoth(page);
  await alice.locator('trtc-call-button[type="video"]').click();
  await bob.getByRole('button', { name: 'Answer', exact: true }).click();
  for (const phone of [alice, bob]) await expect.poll(() => widthsOfPictures(phone)).toEqual([expect.any(Number), expect.any(Number)]);
  for (const phone of [alice, bob]) await expect.poll(async () => Math.min(...await widthsOfPictures(phone)), { timeout: 45_000 }).toBeGreaterThan(0);

  const log = page.locator('demo-event-log');
  for (const name of ['onInvited', 'onUserEnter', 'onUserVideoAvailable']) await expect(log.getByText(name, { exact: true }).first()).toBeVisible();
  await alice.locator('trtc-call-panel').hover({ position: { x: 100, y: 200 } });
  await alice.getByRole('button', { name: 'Hang up', exact: true }).click();
  for (const phone of [alice, bob]) await expect(phone.getByText('Call ended').first()).toBeVisible();
  await expect(log.getByText('onCallEnd', { exact: true })).toHaveCount(2);
  await expect.poll(() => page.evaluate(() => { const { live, connections } = window.watch(); return { live, connections }; })).toEqual({ live: 0, connections: 0 });
});

test('the log can be paused, resumed and cleared', async ({ page }) => {
  const { alice, bob } = await openBoth(page);
  const log = page.locator('demo-event-log');
  await log.getByRole('button', { name: 'Pause' }).click();
  await alice.locator('trtc-call-button[type="audio"]').click();
  await bob.getByRole('button', { name: 'Decline', exact: true }).click();
  await expect(log.getByText(/Paused\. [1-9]\d* more have come\./)).toBeVisible();
  await expect(log.getByText('onReject', { exact: true })).toHaveCount(0);
  await log.getByRole('button', { name: 'Resume' }).click();
  await expect(log.getByText('onReject', { exact: true })).toBeVisible();
  await log.getByRole('button', { name: 'Clear' }).click();
  await expect(log.getByText('onReject', { exact: true })).toHaveCount(0);
});

test('Bob in a second tab: he signs out here, can be called there, and can be brought back beside it', async ({ page, context }) => {
  const { alice, bob } = await openBoth(page);
  const opening = context.waitForEvent('page');
  await page.getByRole('link', { name: 'Open Bob in a second tab' }).click();
  const tab = await opening;
  await expect(tab.locator('demo-phone-home[ready]')).toBeAttached();
  await expect(bob.getByText('Bob is signed in elsewhere')).toBeVisible();
  await page.bringToFront();
  await alice.locator('trtc-call-button[type="audio"]').click();
  await tab.bringToFront();
  await tab.getByRole('button', { name: 'Answer', exact: true }).click();
  await expect(tab.getByRole('button', { name: 'Hang up', exact: true })).toBeVisible();
  await tab.getByRole('button', { name: 'Hang up', exact: true }).click();
  await page.bringToFront();
  await bob.getByRole('button', { name: 'Bring Bob back' }).click();
  await expect(bob.locator('demo-phone-home[ready]')).toBeAttached();
  // Tabs of one browser are one Bob together.
  await expect(tab.locator('demo-phone-home[ready]')).toBeAttached();
  await expect(tab.getByText('Bob is signed in elsewhere')).toHaveCount(0);
});

test('language and theme change the page and the phones, and are kept', async ({ page }) => {
  const { alice, bob } = await openBoth(page);
  await page.getByText('中文', { exact: true }).click();
  await expect(page.getByRole('heading', { name: '事件日志' })).toBeVisible();
  await alice.locator('trtc-call-button[type="audio"]').click();
  await expect(bob.getByRole('button', { name: '接听', exact: true })).toBeVisible();
  await page.getByTitle('深色').click();
  const ground = (): Promise<string> => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  await expect.poll(ground).toBe('rgb(12, 13, 16)');
  await page.reload();
  await expect(page.getByRole('heading', { name: '事件日志' })).toBeVisible();
  expect(await ground()).toBe('rgb(12, 13, 16)');
});

test('an address that cannot be meant is answered with what is wrong with it', async ({ page }) => {
  for (const [search, words] of [['?user=a b', '“a b” is not a user ID'], ['?user=alice&transport=pigeon', '“pigeon” is no transport'], ['?user=<img src=x>', '“<img src=x>” is not a user ID']] as const) {
    await page.goto(`${demoUrl()}${search}`);
    await expect(page.getByRole('alert')).toContainText(words);
    await expect(page.locator('demo-phone')).toHaveCount(0);
  }
  await page.getByRole('link', { name: 'Back to the demo' }).click();
  await expect(page.locator('demo-phone')).toHaveCount(2);
});

test('somebody who is not in the contacts can be called by user ID', async ({ phone }) => {
  const [alice, zoe] = [await phone('alice'), await phone('zoe-9')];
  const field = alice.page.getByRole('textbox', { name: 'Call someone else' });
  await field.fill('zoe 9');
  await expect(alice.page.getByText('Letters, digits')).toBeVisible();
  await field.fill('zoe-9');
  await alice.call('zoe-9', 'audio');
  await zoe.answer();
  await alice.talksWith('zoe-9');
});

for (const width of [1280, 390]) {
  test(`nothing is wider than the page at ${width} px, and axe finds nothing, in light and dark`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await openBoth(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual([]);
    }
  });
}

test('at phone width the phone that rings comes to the front', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const { alice, bob } = await openBoth(page);
  await expect(bob.locator('trtc-call-button[type="video"]')).not.toBeInViewport({ ratio: 0.9 });
  await alice.locator('trtc-call-button[type="video"]').click();
  await expect(bob.getByRole('button', { name: 'Answer', exact: true })).toBeInViewport({ ratio: 1 });
  await bob.getByRole('button', { name: 'Answer', exact: true }).click();
  await expect(bob.getByRole('button', { name: 'Hang up', exact: true })).toBeAttached();
});
