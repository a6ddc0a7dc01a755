import type { Page } from '@playwright/test';
import { demoUrl } from './support/phone.js';
import { expect, test } from './support/test.js';

/** A menu row of the phone's bar. */
const choose = async (page: Page, row: string): Promise<void> => {
  const panel = page.locator('trtc-call-panel');
  await panel.hover({ position: { x: 120, y: 160 } });
  await panel.hover({ position: { x: 140, y: 200 } });
  await panel.getByRole('button', { name: 'More', exact: true }).click();
  await panel.getByRole('menuitem', { name: row }).click();
};

test('a window of its own: the picture is there, mute and hang-up work, and it goes with the call', async ({ phone }) => {
  const [alice, bob] = [await phone('alice'), await phone('bob')];
  await alice.call('bob');
  await bob.answer();
  await Promise.all([alice.talksWith('bob'), bob.talksWith('alice')]);

  const opening = alice.context.waitForEvent('page');
  await choose(alice.page, 'Pop out the picture');
  const small = await opening;
  // The element is of the page's realm, not of the window's: no instanceof holds there.
  const width = (): Promise<number> => small.locator('trtc-video-view video').evaluate((video: HTMLVideoElement) => (video.readyState >= 2 ? video.videoWidth : 0));
  await expect.poll(width, { message: 'bob is seen in the window' }).toBeGreaterThan(0);

  await small.getByRole('button', { name: 'Microphone' }).click();
  await expect.poll(async () => (await bob.state()).call?.participants[0]?.audio, { message: 'bob sees that alice is muted' }).toBe(false);
  const closing = small.waitForEvent('close');
  await small.getByRole('button', { name: 'Hang up' }).click();
  await bob.endedWith('remote-hangup');
  await closing;
  await Promise.all([alice.isReleased(), bob.isReleased()]);
});

test('minimised: a card over the page mutes and comes back large, and the call goes on', async ({ phone }) => {
  const [alice, bob] = [await phone('alice'), await phone('bob')];
  await alice.call('bob');
  await bob.answer();
  await Promise.all([alice.talksWith('bob'), bob.talksWith('alice')]);

  await choose(alice.page, 'Make the call small');
  const card = alice.page.locator('trtc-floating-card');
  await expect(card).toBeVisible();
  await expect(alice.panel).toBeHidden();
  const before = await alice.framesOf('bob');
  await expect.poll(() => alice.framesOf('bob'), { message: 'bob goes on moving in the card' }).toBeGreaterThan(before);
  await card.getByRole('button', { name: 'Microphone' }).click();
  await expect.poll(async () => (await bob.state()).call?.participants[0]?.audio).toBe(false);

  await card.getByRole('button', { name: 'Show the call large' }).click();
  await expect(card).toHaveCount(0);
  await expect(alice.panel).toBeVisible();
  await alice.hangUp();
  await Promise.all([alice.isReleased(), bob.isReleased()]);
});

test('a panel of one’s own, in plain HTML from the same parts: call, see, hang up', async ({ browser, phone }) => {
  const bob = await phone('bob');
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(new URL('recipes/own-panel.html', demoUrl()).href);
  const panel = page.locator('.panel');
  await expect(panel).toBeHidden();
  await page.getByRole('button', { name: 'Video call' }).click();
  await expect(panel.getByText('Ringing…')).toBeVisible();
  await bob.answer();
  await bob.talksWith('alice');
  await expect.poll(() => panel.locator('trtc-speaker-view video').first().evaluate((video) => (video instanceof HTMLVideoElement ? video.getVideoPlaybackQuality().totalVideoFrames : 0))).toBeGreaterThan(0);
  await panel.getByRole('button', { name: 'Hang up' }).click();
  await bob.endedWith('remote-hangup');
  await expect(panel).toBeHidden();
  await expect(page.locator('trtc-ended-screen').getByText('Call ended')).toBeVisible();
  await context.close();
});
