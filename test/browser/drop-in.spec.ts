import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DROP_IN } from '../../demo/snippets.js';
import { serve } from './support/static-server.js';
import { expect, test } from './support/test.js';

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

test('the README’s HTML and the one-file build make a call from a plain web server', async ({ context }) => {
  expect(readFileSync(at('README.md'), 'utf8')).toContain(DROP_IN);
  const page = (user: string, other: string): string =>
    `<!doctype html><html lang="en"><body>${DROP_IN.replaceAll('"bob"', `"${other}"`).replace('user-id="alice"', `user-id="${user}"`)}</body></html>`;
  const server = await serve(
    { '/alice.html': page('alice', 'bob'), '/bob.html': page('bob', 'alice') },
    { '/trtc-calling-elements.js': at('dist/cdn/trtc-calling-elements.js') },
  );
  try {
    const [alice, bob] = [await context.newPage(), await context.newPage()];
    const problems: string[] = [];
    for (const tab of [alice, bob]) tab.on('pageerror', (error) => problems.push(error.message));
    await alice.goto(`${server.url}/alice.html`);
    await bob.goto(`${server.url}/bob.html`);
    await alice.bringToFront();
    const call = alice.locator('trtc-call-button button');
    await expect(call).toHaveAttribute('aria-disabled', 'false');
    await call.click();
    await bob.bringToFront();
    await bob.getByRole('button', { name: 'Answer', exact: true }).click();
    await expect.poll(() => bob.locator('trtc-video-view[user-id="alice"] video').evaluate((video) => (video instanceof HTMLVideoElement ? video.videoWidth : 0)), { timeout: 45_000 }).toBeGreaterThan(0);
    await bob.locator('trtc-call-panel').hover({ position: { x: 100, y: 100 } });
    await bob.getByRole('button', { name: 'Hang up', exact: true }).click();
    await expect(alice.getByText('Call ended').first()).toBeVisible();
    expect(problems).toEqual([]);
  } finally {
    await server.close();
  }
});
