import { fileURLToPath } from 'node:url';
import { serve } from '../support/static-server.js';
import { expect, sigOf, test } from './cloud-test.js';

const at = (path: string): string => fileURLToPath(new URL(`../../../dist/cdn/${path}`, import.meta.url));
const ENGINE = 'trtc-calling-elements-tencent.js';

test('from a script tag: the engine’s file, with the SDKs in it, comes when the provider asks for it, and logs in', async ({ cloud, browser }) => {
  const page = (engine: string): string => `<!doctype html><html lang="en"><body>
    <trtc-calling-provider engine="${engine}" sdk-app-id="1400000001" user-id="tilda" user-sig="${sigOf('tilda')}" transport="broadcast"><trtc-call-panel dialer></trtc-call-panel></trtc-calling-provider>
    <script type="module" src="trtc-calling-elements.js"></script></body></html>`;
  const server = await serve(
    { '/local.html': page('local'), '/tencent.html': page('tencent') },
    { '/trtc-calling-elements.js': at('trtc-calling-elements.js'), [`/${ENGINE}`]: at(ENGINE) },
  );
  const context = await browser.newContext();
  await cloud.lead(context);
  const tab = await context.newPage();
  const fetched: string[] = [];
  tab.on('request', (request) => fetched.push(new URL(request.url()).pathname));
  const isLoggedIn = () => tab.evaluate(() => {
    const provider = document.querySelector('trtc-calling-provider');
    return provider && 'calling' in provider ? JSON.stringify(Reflect.get(Object(provider.calling), 'state')?.session.phase) : '';
  });

  await tab.goto(`${server.url}/local.html`);
  await expect.poll(isLoggedIn).toBe('"logged-in"');
  expect(fetched).not.toContain(`/${ENGINE}`);

  await tab.goto(`${server.url}/tencent.html`);
  await expect.poll(isLoggedIn).toBe('"logged-in"');
  expect(fetched.filter((path) => path === `/${ENGINE}`)).toHaveLength(1);
  await context.close();
  await server.close();
});
