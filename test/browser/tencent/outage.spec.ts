import { expect, test } from './cloud-test.js';

const OUTAGE_MS = 10_000;

test('the signalling is gone for 10 s while it rings: it is answered afterwards', async ({ person, cloud }) => {
  const [alice, bob] = [await person('alice'), await person('bob')];
  await alice.call('bob', 'audio');
  await bob.phaseIs('ringing');
  cloud.im('refuseConnections', true);
  cloud.im('dropSockets', '');
  await bob.page.waitForTimeout(OUTAGE_MS);
  expect((await bob.state()).session.connection).toBe('reconnecting');
  await Promise.all([alice.phaseIs('dialling'), bob.phaseIs('ringing')]);
  cloud.im('refuseConnections', false);
  await bob.answer();
  await Promise.all([alice.talksWith('bob'), bob.talksWith('alice')]);
  await bob.press('Hang up');
  await alice.endedWith('remote-hangup');
});

test('signalling and media’s socket are gone for 10 s in a call: it says so, and goes on', async ({ person, cloud }) => {
  const [alice, bob] = [await person('alice'), await person('bob')];
  await alice.call('bob');
  await bob.answer();
  await Promise.all([alice.sees('bob'), bob.sees('alice')]);
  cloud.im('refuseConnections', true);
  cloud.im('dropSockets', '');
  await cloud.media((standIn) => standIn.breakSocket('bob', true), null);
  await expect(bob.panel.getByText(/Connection lost|Reconnecting/).first()).toBeVisible();
  const before = await alice.framesOf('bob');
  await bob.page.waitForTimeout(OUTAGE_MS);
  // The way of the pictures is another one: it was not broken.
  expect(await alice.framesOf('bob')).toBeGreaterThan(before);
  await Promise.all([alice.phaseIs('in-call'), bob.phaseIs('in-call')]);
  cloud.im('refuseConnections', false);
  await cloud.media((standIn) => standIn.offline.clear(), null);
  await expect.poll(async () => (await bob.state()).call?.reconnecting).toBe(false);
  for (const each of [alice, bob]) await expect.poll(async () => (await each.state()).session.connection).toBe('connected');
  await Promise.all([alice.sees('bob'), bob.sees('alice')]);
  await alice.press('Hang up');
  await bob.endedWith('remote-hangup');
  expect([await alice.heard('call-end'), await bob.heard('call-end')]).toEqual([[expect.anything()], [expect.anything()]]);
});
