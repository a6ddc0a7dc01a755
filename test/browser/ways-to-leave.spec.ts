import type { Browser } from '@playwright/test';
import { BarePage } from './support/bare-page.js';
import type { Phone } from './support/phone.js';
import { expect, test } from './support/test.js';

/** Alice on a customer's page with the drop-in panel, in a call with Bob. */
async function inCall(browser: Browser, bob: Phone): Promise<BarePage> {
  const alice = await BarePage.open(browser, `
    <trtc-call-panel user-id="alice" transport="relay" relay-url="${BarePage.relay}" style="height: 600px"></trtc-call-panel>`);
  await alice.isSignedIn();
  await bob.call('alice', 'video');
  await alice.page.getByRole('button', { name: 'Answer', exact: true }).click();
  await alice.phaseIs('in-call');
  await bob.talksWith('alice');
  return alice;
}

async function hasNothingLeft(alice: BarePage): Promise<void> {
  await expect.poll(async () => { const { live, connections, sockets } = await alice.books(); return { live, connections, sockets }; }, { message: 'tracks, connections and sockets of the page' })
    .toEqual({ live: 0, connections: 0, sockets: 0 });
}

test('logout in a call hangs up first', async ({ browser, phone }) => {
  const bob = await phone('bob');
  const alice = await inCall(browser, bob);
  expect(await alice.withShared('(calling) => calling.logout()')).toMatchObject({ code: 0 });
  await alice.phaseIs('idle');
  await hasNothingLeft(alice);
  await bob.endedWith('remote-hangup');
  await bob.isReleased();
  await alice.close();
});

test('destroySharedInstance in a call ends it, and the next sharedInstance is a fresh one', async ({ browser, phone }) => {
  const bob = await phone('bob');
  const alice = await inCall(browser, bob);
  const fresh = await alice.withShared(`async (calling, TRTCCalling) => {
    TRTCCalling.destroySharedInstance();
    const next = await TRTCCalling.sharedInstance();
    const refused = await calling.call('bob', 1).then(() => 'no', (error) => error.reason);
    return { destroyed: calling.destroyed, other: next !== calling, phase: next.state.session.phase, refused };
  }`);
  expect(fresh).toEqual({ destroyed: true, other: true, phase: 'logged-out', refused: 'destroyed' });
  // The panel is still there with its user-id, and does not sign in behind the back of whoever destroyed its session.
  await hasNothingLeft(alice);
  await bob.endedWith('remote-hangup');
  await bob.isReleased();
  await alice.close();
});

test('element moved in a call: the call goes on and the picture comes back', async ({ browser, phone }) => {
  const bob = await phone('bob');
  const alice = await inCall(browser, bob);
  await alice.page.evaluate(() => {
    const frame = document.body.appendChild(document.createElement('main'));
    const panel = document.querySelector('trtc-call-panel');
    panel?.remove();
    if (panel) frame.append(panel);
  });
  await bob.talksWith('alice');
  await expect(alice.page.locator('main trtc-call-panel').getByRole('button', { name: 'Hang up', exact: true })).toBeVisible();
  await expect.poll(() => alice.page.locator('main trtc-video-view video').first().evaluate((video) => (video instanceof HTMLVideoElement ? video.videoWidth : 0))).toBeGreaterThan(0);
  await alice.page.mouse.move(100, 100);
  await alice.page.getByRole('button', { name: 'Hang up', exact: true }).click();
  await bob.endedWith('remote-hangup');
  await alice.phaseIs('idle');
  await alice.close();
});

test('element removed in a call: the call ends there; put back, it can be called again', async ({ browser, phone }) => {
  const bob = await phone('bob');
  const alice = await inCall(browser, bob);
  await alice.page.evaluate(() => {
    const panel = document.querySelector('trtc-call-panel');
    Object.assign(window, { panel });
    panel?.remove();
  });
  await bob.endedWith('remote-hangup');
  await bob.isReleased();
  await hasNothingLeft(alice);

  await alice.page.evaluate('document.body.append(window.panel)');
  await alice.isSignedIn();
  await bob.page.getByRole('button', { name: 'Close', exact: true }).click();
  await bob.call('alice', 'audio');
  await alice.page.getByRole('button', { name: 'Answer', exact: true }).click();
  await bob.talksWith('alice');
  await bob.hangUp();
  await alice.phaseIs('idle');
  await alice.close();
});
