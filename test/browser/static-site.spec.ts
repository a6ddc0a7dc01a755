import { execFile } from 'node:child_process';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { serveFolder, type StaticServer } from './support/static-server.js';
import { expect, test } from './support/test.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SITE = join(ROOT, 'dist-demo');

let server: StaticServer;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  await promisify(execFile)(process.execPath, [join(ROOT, 'node_modules/vite/bin/vite.js'), 'build', '--mode', 'demo', '--logLevel', 'warn'], { cwd: ROOT });
  server = await serveFolder(SITE, '/some/where/');
});

test.afterAll(() => server.close());

/** What a page prints as an error, or asks another place for. */
function watch(page: Page): string[] {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => { if (message.type() === 'error') problems.push(message.text()); });
  page.on('request', (request) => { if (!request.url().startsWith(`${server.url}/some/where/`) && /^https?:/.test(request.url())) problems.push(`asks for ${request.url()}`); });
  return problems;
}

test('the built site calls between two tabs, below any path of a plain web server', async ({ context }) => {
  const [alice, bob] = [await context.newPage(), await context.newPage()];
  const problems = [watch(alice), watch(bob)];
  await alice.goto(`${server.url}/some/where/?user=alice&picture=test`);
  await bob.goto(`${server.url}/some/where/?user=bob&picture=test`);
  for (const page of [alice, bob]) await expect(page.locator('demo-phone-home[ready]')).toBeAttached();
  await alice.bringToFront();
  await alice.locator('trtc-call-button[user-ids="bob"][type="audio"] button').click();
  await bob.bringToFront();
  await bob.getByRole('button', { name: 'Answer', exact: true }).click();
  // Not so soon that it would be the second half of a double click on Answer.
  await expect(bob.locator('trtc-call-timer').first()).toHaveText(/0:0[1-9]/);
  await bob.getByRole('button', { name: 'Hang up', exact: true }).click();
  await expect(alice.getByText('Call ended').first()).toBeVisible();
  expect(problems.flat()).toEqual([]);
});

test('every page of the bar opens in the built site', async ({ page }) => {
  const problems = watch(page);
  await page.goto(`${server.url}/some/where/gallery.html#/avatar`);
  await expect(page.frameLocator('iframe').locator('trtc-avatar')).toBeVisible();
  const links = await page.locator('demo-top-bar nav a').evaluateAll((all) => all.map((link) => (link instanceof HTMLAnchorElement ? link.href : '')));
  expect(links.length).toBeGreaterThanOrEqual(6);
  for (const link of links) {
    await page.goto(link);
    await expect(page.locator('demo-top-bar nav a[aria-current="page"]')).toHaveCount(1);
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  }
  expect(problems).toEqual([]);
});

test('no page names an address of its own server, nor a path from its root', async () => {
  for (const file of (await readdir(SITE, { recursive: true })).filter((name) => name.endsWith('.html'))) {
    const text = await readFile(join(SITE, file), 'utf8');
    expect([...text.matchAll(/\b(?:src|href)="(\/[^"]*|https?:[^"]*)"/g)].map(([, address]) => address), file).toEqual([]);
  }
});
