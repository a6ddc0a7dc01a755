import type { Page } from '@playwright/test';
import { demoUrl } from '../support/phone.js';
import { expect, sigOf, test } from './cloud-test.js';

async function fill(page: Page, userSigs: readonly [string, string]): Promise<void> {
  await page.getByLabel('SDKAppID').fill('1400000001');
  await page.getByLabel('First user ID').fill('dora');
  await page.getByLabel('userSig of the first user').fill(userSigs[0]);
  await page.getByLabel('Second user ID').fill('emil');
  await page.getByLabel('userSig of the second user').fill(userSigs[1]);
  await page.getByRole('button', { name: /^(Start the check|Check again)$/ }).click();
}

const states = (page: Page): Promise<string[]> =>
  page.locator('[data-step]').evaluateAll((steps) => steps.map((step) => `${step.getAttribute('data-step')} ${step.getAttribute('data-state')}`));

test('the self-check: a bad login is named with its code and what to do; then two users call each other, and the report says so', async ({ cloud, browser }) => {
  const context = await browser.newContext({ permissions: ['camera', 'microphone'] });
  await cloud.lead(context);
  const page = await context.newPage();
  const [printed, problems]: [string[], string[]] = [[], []];
  page.on('console', (message) => printed.push(message.text()));
  page.on('pageerror', (error) => problems.push(error.message));
  await page.goto(new URL('self-check.html', demoUrl()).href);

  await fill(page, [sigOf('dora'), 'sig-expired']);
  const report = page.locator('pre');
  await expect(report).toBeVisible({ timeout: 60_000 });
  expect(await states(page)).toEqual([
    'environment passed', 'microphone passed', 'camera passed', 'loginFirst passed', 'loginSecond failed', 'ring skipped', 'answer skipped', 'media skipped', 'mute skipped', 'hangUp skipped', 'logout passed',
  ]);
  await expect(page.locator('[data-step="loginSecond"]')).toContainText('Code 70001');
  await expect(page.locator('[data-step="loginSecond"]')).toContainText('Sign a new userSig');
  await expect(report).toContainText(/FAILED {2}loginSecond .*70001/);
  for (const label of ['userSig of the first user', 'userSig of the second user']) await expect(page.getByLabel(label)).toHaveValue('');

  await fill(page, [sigOf('dora'), sigOf('emil')]);
  await expect(page.getByText('All steps passed. Calls work here.')).toBeVisible({ timeout: 90_000 });
  expect((await states(page)).filter((state) => !state.endsWith(' passed'))).toEqual([]);
  await expect(report).toContainText(/media .*video of emil: \d+ × \d+; video of dora: \d+ × \d+/);
  const shown = await page.evaluate(() => [document.querySelector('self-check-page')?.shadowRoot?.innerHTML ?? '', JSON.stringify({ ...localStorage }), location.href].join('\n'));
  for (const text of [await report.textContent(), shown, ...printed]) expect(text).not.toMatch(/never-to-be-seen|sig-expired/);
  expect(problems).toEqual([]);
  await context.close();
});
