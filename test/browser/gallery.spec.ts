import { AxeBuilder } from '@axe-core/playwright';
import { openSheet, walk } from './support/axe-walk.js';
import { demoUrl } from './support/phone.js';
import { expect, test } from './support/test.js';

const gallery = (hash = ''): string => new URL(`gallery.html${hash}`, demoUrl()).href;

test('axe finds nothing in any state of any element: light, dark, Chinese, right to left, 320 px', async ({ page }) => {
  test.setTimeout(240_000);
  await page.setViewportSize({ width: 1600, height: 1000 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openSheet(page, demoUrl());
  const locales = await page.evaluate(() => window.sheet.locales);
  const rightToLeft = locales.includes('ar') ? 'locale=ar' : 'dir=rtl';
  for (const search of ['theme=light', 'theme=dark', 'locale=zh-CN', rightToLeft, 'width=320']) {
    const { states, found } = await walk(page, search);
    expect(found, search).toEqual([]);
    expect(states).toBeGreaterThan(200);
  }
});

test('a link opens one state; a knob turns it; a press is told; the HTML is what one would write', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(gallery('#/mic-button?state=muted&theme=dark&locale=zh-CN&width=390'));
  const stage = page.frameLocator('iframe');
  const button = stage.locator('trtc-mic-button').getByRole('button');
  await expect(button).toHaveAccessibleName('麦克风');
  expect(await page.locator('iframe').evaluate((frame) => frame.clientWidth)).toBe(390);
  await button.click();
  const news = page.locator('.news li');
  await expect(news.filter({ hasText: 'trtc-mic-request' })).toBeVisible();
  await expect(news.filter({ hasText: 'setMicMute' })).toContainText('[false]');
  await page.getByLabel('labelled', { exact: true }).check();
  await expect(stage.locator('trtc-mic-button[labelled]')).toBeVisible();
  await expect(page.locator('demo-snippet code')).toHaveText('<trtc-mic-button labelled></trtc-mic-button>');
  await expect.poll(() => page.url()).toContain('attr-labelled=');
  await page.locator('summary', { hasText: 'Custom properties' }).click();
  await page.getByLabel('--trtc-control-size').fill('80px');
  await expect.poll(() => stage.locator('trtc-mic-button button').evaluate((inner) => Math.round(inner.getBoundingClientRect().width))).toBeGreaterThanOrEqual(80);
  await page.locator('summary', { hasText: 'Parts' }).click();
  await page.getByLabel('disc', { exact: true }).fill('background: rgb(1, 2, 3)');
  await expect.poll(() => stage.locator('trtc-mic-button [part~="disc"]').evaluate((disc) => getComputedStyle(disc).backgroundColor)).toBe('rgb(1, 2, 3)');
  await page.getByRole('navigation', { name: 'Elements' }).getByRole('link', { name: 'avatar', exact: true }).click();
  await expect(stage.locator('trtc-avatar')).toBeVisible();
  await expect(page).toHaveTitle(/trtc-avatar/);
});

test('a link that names what is not there shows what there is', async ({ page }) => {
  await page.goto(gallery('#/call-panel?state=no-such&theme=purple&locale=xx&width=9&attr-ringtone=https%3A%2F%2Fexample.com%2Fx.mp3&attr-layout=speaker'));
  const panel = page.frameLocator('iframe').locator('trtc-call-panel');
  await expect(panel).toHaveAttribute('layout', 'speaker');
  await expect(panel).toHaveAttribute('ringtone', 'none');
  await page.goto(gallery('#/no-such-element'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Gallery');
});

for (const width of [1280, 390]) {
  test(`the gallery at ${width} px: nothing is wider than the page, and axe finds nothing, in light and dark`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.goto(gallery('#/call-button'));
      await expect(page.frameLocator('iframe').locator('trtc-call-button')).toBeVisible();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual([]);
      await page.goto('about:blank');
    }
  });
}
