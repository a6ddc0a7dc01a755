import type { Phone } from './support/phone.js';
import { expect, test } from './support/test.js';

/** The whole way that issue trackers of calls are full of: picture on both sides, a timer that runs, nothing left behind. */
async function callAnswerHangUp(alice: Phone, bob: Phone): Promise<void> {
  const before = { alice: (await alice.books()).timers, bob: (await bob.books()).timers };
  await alice.call('bob');
  await bob.phaseIs('ringing');
  await bob.page.bringToFront();
  await bob.answer();
  await Promise.all([alice.talksWith('bob'), bob.talksWith('alice')]);
  await bob.sees('alice');
  await alice.page.bringToFront();
  await alice.sees('bob');

  const timer = alice.panel.locator('trtc-call-timer');
  const shown = await timer.innerText();
  await expect(timer).not.toHaveText(shown);

  await alice.hangUp();
  await alice.endedWith('local-hangup');
  await bob.endedWith('remote-hangup');
  for (const phone of [alice, bob]) {
    await phone.isReleased();
    expect((await phone.books()).opened, `${phone.userId} used microphone and camera`).toBeGreaterThanOrEqual(2);
  }
  // The ended screen goes by itself; with it the last timer.
  await expect.poll(async () => (await alice.books()).timers, { message: 'timers of alice' }).toBeLessThanOrEqual(before.alice);
  await expect.poll(async () => (await bob.books()).timers, { message: 'timers of bob' }).toBeLessThanOrEqual(before.bob);
}

async function leavesNoSocket(phone: Phone): Promise<void> {
  await phone.ask((calling) => calling.destroy(), null);
  await expect.poll(async () => (await phone.books()).sockets, { message: `sockets of ${phone.userId}` }).toBe(0);
}

test('call, answer, hang up between two browser contexts over the relay: both see each other, and everything is given back', async ({ phone }) => {
  const [alice, bob] = [await phone('alice'), await phone('bob')];
  expect((await alice.books()).sockets).toBe(1);
  await callAnswerHangUp(alice, bob);
  await leavesNoSocket(alice);
  await leavesNoSocket(bob);
});

test('call, answer, hang up between two tabs over BroadcastChannel: both see each other, and everything is given back', async ({ phone }) => {
  const alice = await phone('alice', { transport: 'broadcast' });
  const bob = await phone('bob', { transport: 'broadcast', context: alice.context });
  await alice.page.bringToFront();
  await callAnswerHangUp(alice, bob);
  expect([(await alice.books()).sockets, (await bob.books()).sockets]).toEqual([0, 0]);
});

test('an audio call opens no camera', async ({ phone }) => {
  const [alice, bob] = [await phone('alice'), await phone('bob')];
  await alice.call('bob', 'audio');
  await bob.answer();
  await Promise.all([alice.talksWith('bob'), bob.talksWith('alice')]);
  for (const { books, state } of [alice, bob].map((each) => ({ books: each.books(), state: each.state() }))) {
    expect((await state).devices.camera.on).toBe(false);
    expect((await books).live).toBe(1);
  }
  await bob.hangUp();
  await bob.endedWith('local-hangup');
  await alice.endedWith('remote-hangup');
});

test('muting and the camera’s button are seen by the other side', async ({ phone }) => {
  const [alice, bob] = [await phone('alice'), await phone('bob')];
  await alice.call('bob');
  await bob.answer();
  await alice.sees('bob');
  const bobAsSeenByAlice = async (): Promise<unknown> => {
    const bobThere = (await alice.state()).call?.participants[0];
    return { audio: bobThere?.audio, video: bobThere?.video };
  };
  await expect.poll(bobAsSeenByAlice).toEqual({ audio: true, video: true });
  await bob.page.locator('trtc-mic-button button').click();
  await expect.poll(bobAsSeenByAlice).toEqual({ audio: false, video: true });
  await bob.page.locator('trtc-camera-button button').click();
  await expect.poll(bobAsSeenByAlice).toEqual({ audio: false, video: false });
  await bob.page.locator('trtc-camera-button button').click();
  await bob.page.locator('trtc-mic-button button').click();
  await expect.poll(bobAsSeenByAlice).toEqual({ audio: true, video: true });
  await alice.sees('bob');
});
