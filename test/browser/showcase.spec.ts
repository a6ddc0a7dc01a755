import { AxeBuilder } from '@axe-core/playwright';
import type { FrameLocator, Page } from '@playwright/test';
import { demoUrl } from './support/phone.js';
import { expect, test } from './support/test.js';

const at = (path: string): string => new URL(path, demoUrl()).href;

function watch(page: Page): string[] {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => { if (message.type() === 'error') problems.push(message.text()); });
  return problems;
}

test('from the first page to a call by what it suggests: at most three clicks', async ({ page }) => {
  let clicks = 0;
  const press = async (where: { click(): Promise<void> }): Promise<void> => {
    clicks += 1;
    await where.click();
  };
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(at('./'));
  const [alice, bob] = [page.locator('demo-phone[user-id="alice"]'), page.locator('demo-phone[user-id="bob"]')];
  for (const phone of [alice, bob]) await expect(phone.locator('demo-phone-home[ready]')).toBeAttached();
  await press(alice.locator('trtc-call-button[type="video"]'));
  await press(bob.getByRole('button', { name: 'Answer', exact: true }));
  await expect(alice.locator('trtc-call-panel:state(in-call)')).toBeAttached();
  expect(clicks).toBeLessThanOrEqual(3);
});

/** Each recipe: who presses what, who answers (nobody: it answers by itself), who is then in the call. */
const PLAYS = [
  { name: 'appointment', call: 'Start the appointment', answers: [1] },
  { name: 'customer-service', call: 'Talk to us', answers: [1] },
  { name: 'class', call: 'Begin the lesson', answers: [1, 2] },
] as const;

for (const { name, call, answers } of PLAYS) {
  test(`recipe ${name}: one press calls, the other side answers, and nothing is reported`, async ({ page }) => {
    const problems = watch(page);
    // What is fixed to the foot of a window cannot be scrolled to.
    await page.setViewportSize({ width: 1280, height: 1300 });
    await page.goto(at(`recipes.html#/${name}`));
    const windows = (index: number): FrameLocator => page.frameLocator('iframe').nth(index);
    const button = windows(0).getByRole('button', { name: new RegExp(call) });
    await expect(button).toHaveAttribute('aria-disabled', 'false');
    for (const index of answers) await expect.poll(() => windows(index).locator('trtc-calling-provider').evaluate((provider) => 'calling' in provider && JSON.stringify(Object(provider.calling).state?.session.phase))).toBe('"logged-in"');
    await button.click();
    for (const index of answers) await windows(index).getByRole('button', { name: 'Answer', exact: true }).click();
    for (const index of [0, ...answers]) await expect(windows(index).locator('trtc-call-panel:state(in-call)')).toBeAttached();
    expect(problems).toEqual([]);
  });
}

test('recipe family: calls are answered by themselves', async ({ page }) => {
  const problems = watch(page);
  await page.goto(at('recipes.html#/family'));
  const [grandma, anna] = [page.frameLocator('iframe').nth(0), page.frameLocator('iframe').nth(1)];
  const button = anna.getByRole('button', { name: /Call Grandma/ });
  await expect(button).toHaveAttribute('aria-disabled', 'false');
  await button.click();
  await expect(grandma.locator('trtc-call-panel:state(in-call)')).toBeAttached();
  expect(problems).toEqual([]);
});

test('the guide: every page opens in both languages, no link leads nowhere, every member is there', async ({ page }) => {
  const problems = watch(page);
  await page.goto(at('guide.html'));
  const article = page.locator('article');
  for (const language of ['EN', '中文']) {
    await page.getByText(language, { exact: true }).click();
    const hashes = await page.locator('.contents a').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect(hashes.length).toBeGreaterThan(12);
    for (const hash of hashes) {
      await page.evaluate((to) => { location.hash = to; }, hash);
      await expect(page.locator(`.contents a[href="${hash}"][aria-current]`)).toBeAttached();
      await expect(article.locator('h1')).toBeVisible();
      expect(await article.innerText()).not.toMatch(/\{\{\d+\}\}|\[object /);
    }
  }
  await page.evaluate(() => { location.hash = '#/api/hangup'; });
  await expect(page.locator('#hangup')).toBeInViewport();
  expect(problems).toEqual([]);
});

for (const path of ['guide.html#/engines', 'recipes.html']) {
  test(`${path}: axe finds nothing in light and dark, and nothing is wider than a phone`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.goto(at(path));
      await expect(page.locator('article h1, demo-snippet').first()).toBeVisible();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
      // Each window of a recipe is a page with a main part of its own.
      const { violations } = await new AxeBuilder({ page }).disableRules('landmark-unique').analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual([]);
      await page.goto('about:blank');
    }
  });
}
