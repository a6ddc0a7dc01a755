import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { serve } from '../support/static-server.js';
import { expect, sigOf, test } from './cloud-test.js';

const DEMO = fileURLToPath(new URL('../../../demo', import.meta.url));
const TIM_ES = fileURLToPath(new URL('../../../.config/tim-js-sdk-es.js', import.meta.url));
const SECRET = 'secret-key-that-no-page-may-hold';
/** The three SDKs together, gzip. */
const MOST_BYTES = 260_000;
/** Words in each that outlive a minifier, and are in nothing of ours. */
const SDKS = { 'tim-js-sdk': /TIM\.VERSION/, tsignaling: /isRejectNotifyAll/, 'trtc-js-sdk': /trtc_autoplay_mask/ } as const;

/** The demo's page for Tencent's cloud as an application would ship it, built beside an account in the environment. */
async function production(): Promise<Readonly<Record<string, string>>> {
  const outDir = mkdtempSync(join(tmpdir(), 'trtc-calling-elements-'));
  const env = { SDKAPPID: process.env['SDKAPPID'], SECRETKEY: process.env['SECRETKEY'] };
  Object.assign(process.env, { SDKAPPID: '1400000001', SECRETKEY: SECRET });
  try {
    await build({
      configFile: false,
      root: DEMO,
      publicDir: false,
      logLevel: 'error',
      resolve: { alias: [{ find: /^tim-js-sdk$/, replacement: TIM_ES }] },
      build: { outDir, emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 1000, rolldownOptions: { input: ['tencent.html', 'self-check.html'].map((page) => join(DEMO, page)) } },
    });
    const names = readdirSync(outDir, { recursive: true }).map(String).filter((name) => /\.\w+$/.test(name));
    return Object.fromEntries(names.map((name) => [`/${name.replaceAll('\\', '/')}`, readFileSync(join(outDir, name), 'utf8')]));
  } finally {
    for (const [name, value] of Object.entries(env)) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
    rmSync(outDir, { recursive: true });
  }
}

test('a production build: no SDK before the login, each once with it, within their size; and no secret key', async ({ cloud, browser }) => {
  const files = await production();
  expect(Object.entries(files).filter(([, text]) => text.includes(SECRET) || /SECRETKEY/.test(text)).map(([name]) => name)).toEqual([]);
  const holding = (sdk: RegExp, names: readonly string[]): string[] => names.filter((name) => name.endsWith('.js') && sdk.test(files[name] ?? ''));
  for (const [name, sdk] of Object.entries(SDKS)) expect(holding(sdk, Object.keys(files)), name).toHaveLength(1);

  const server = await serve(files, {});
  const context = await browser.newContext();
  await cloud.lead(context);
  const page = await context.newPage();
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
  await page.goto(`${server.url}/tencent.html`);
  await expect(page.getByText('Not logged in')).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(Object.values(SDKS).flatMap((sdk) => holding(sdk, fetched))).toEqual([]);

  const before = new Set(fetched);
  await page.getByLabel('SDKAppID').fill('1400000001');
  await page.getByLabel('User ID', { exact: true }).fill('fred');
  await page.getByLabel('userSig').fill(sigOf('fred'));
  await page.getByRole('button', { name: 'Log in', exact: true }).click();
  await expect(page.getByText('Logged in as fred')).toBeVisible();
  await expect.poll(() => holding(SDKS['trtc-js-sdk'], fetched)).toHaveLength(1);
  for (const [name, sdk] of Object.entries(SDKS)) expect(holding(sdk, fetched), name).toHaveLength(1);
  const withLogin = fetched.filter((name) => !before.has(name) && files[name] !== undefined);
  const bytes = withLogin.reduce((sum, name) => sum + gzipSync(files[name] ?? '', { level: 9 }).byteLength, 0);
  expect(bytes, withLogin.join(', ')).toBeLessThanOrEqual(MOST_BYTES);
  expect(bytes, withLogin.join(', ')).toBeGreaterThan(MOST_BYTES / 2);
  await context.close();
  await server.close();
});
