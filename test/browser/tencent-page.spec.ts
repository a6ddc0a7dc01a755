import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { demoUrl } from './support/phone.js';
import { expect, test } from './support/test.js';

const START = fileURLToPath(new URL('../support/im-stand-in/start.js', import.meta.url));
const SDK = /tim-js-sdk|tsignaling|trtc-js-sdk/;
/** Looks like one and is one of a kind: wherever it turns up, it is this one. */
const USER_SIG = 'sig-of-a-test-that-must-not-be-printed';

let server: ChildProcess;
let proxy = '';

test.beforeAll(async () => {
  server = spawn(process.execPath, [START], { stdio: ['ignore', 'pipe', 'inherit'] });
  proxy = await new Promise((resolve, reject) => {
    let said = '';
    server.once('exit', () => reject(new Error('The IM stand-in ended.')));
    server.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const url = /(ws:\/\/\S+)\/<realm>/.exec(said)?.[1];
      if (url) resolve(url);
    });
  });
});

test.afterAll(() => { server.kill('SIGTERM'); });

interface Watched {
  readonly sdks: string[];
  readonly foreign: string[];
  readonly printed: string[];
}

/** Nothing gets out: what wants to is stopped and named. */
async function watch(page: Page): Promise<Watched> {
  const watched: Watched = { sdks: [], foreign: [], printed: [] };
  await page.route((url) => !['localhost', '127.0.0.1', '[::1]'].includes(url.hostname) && url.protocol.startsWith('http'), (route) => {
    watched.foreign.push(route.request().url());
    return route.abort();
  });
  page.on('request', (request) => { if (SDK.test(request.url())) watched.sdks.push(request.url()); });
  page.on('console', (message) => watched.printed.push(message.text()));
  return watched;
}

async function openPage(page: Page, realm: string): Promise<void> {
  await page.addInitScript((address) => { Object.assign(window, { tencentTestProxy: address }); }, `${proxy}/${realm}`);
  await page.goto(new URL('tencent.html', demoUrl()).href);
}

async function logIn(page: Page, userId: string, userSig: string): Promise<void> {
  await page.getByLabel('SDKAppID').fill('1400000001');
  await page.getByLabel('User ID', { exact: true }).fill(userId);
  await page.getByLabel('userSig').fill(userSig);
  await page.getByRole('button', { name: 'Log in', exact: true }).click();
}

test('the SDKs are fetched with the login, each once; the userSig is wiped, and neither printed, kept nor put in the address', async ({ page }) => {
  const watched = await watch(page);
  await openPage(page, 'login');
  await expect(page.getByText('Not logged in')).toBeVisible();
  expect(watched.sdks).toEqual([]);
  await logIn(page, 'alice', USER_SIG);
  await expect(page.getByText('Logged in as alice')).toBeVisible();
  for (const name of ['tim-js-sdk', 'tsignaling', 'trtc-js-sdk']) {
    await expect.poll(() => watched.sdks.filter((url) => url.includes(name)).length, { message: name }).toBe(1);
  }
  await expect(page.getByLabel('userSig')).toHaveValue('');
  expect(page.url()).not.toContain(USER_SIG);
  expect(await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))).not.toContain(USER_SIG);
  expect(watched.printed.join('\n')).not.toContain(USER_SIG);
});

test('userSig expired: the page says the code and what to do', async ({ page }) => {
  await watch(page);
  await openPage(page, 'expired');
  await logIn(page, 'alice', 'sig-expired');
  await expect(page.getByText('Code 70001')).toBeVisible();
  await expect(page.getByText(/Sign a new userSig for exactly this SDKAppID/)).toBeVisible();
});

test('a test proxy on another machine is refused, and nothing is sent there', async ({ page }) => {
  const watched = await watch(page);
  await page.addInitScript(() => { Object.assign(window, { tencentTestProxy: 'ws://example.com/realm' }); });
  await page.goto(new URL('tencent.html', demoUrl()).href);
  await expect(page.getByRole('alert')).toContainText('of this machine');
  expect([watched.sdks, watched.foreign]).toEqual([[], []]);
});
