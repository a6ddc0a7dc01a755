import { expect, test } from './support/test.js';

test('third person invited in a call: all three see each other; the last one left ends the call once', async ({ phone }) => {
  const [alice, bob, carol] = [await phone('alice', { picture: 'test' }), await phone('bob', { picture: 'test' }), await phone('carol', { picture: 'test' })];
  await alice.call('bob');
  await bob.answer();
  await Promise.all([alice.talksWith('bob'), bob.talksWith('alice')]);

  expect(await alice.invite('carol')).toMatchObject({ code: 0 });
  await carol.answer();
  await Promise.all([alice.talksWith('bob', 'carol'), bob.talksWith('alice', 'carol'), carol.talksWith('alice', 'bob')]);
  await Promise.all([alice.sees('carol'), bob.sees('carol'), carol.sees('alice'), carol.sees('bob')]);

  await carol.hangUp();
  await carol.endedWith('local-hangup');
  await Promise.all([alice.talksWith('bob'), bob.talksWith('alice')]);
  await bob.hangUp();
  await alice.endedWith('remote-hangup');
  for (const each of [alice, bob, carol]) {
    await each.hears('onCallEnd');
    await each.isReleased();
  }
});

test('both dial each other at once: they end up in one call', async ({ phone }) => {
  const [alice, bob] = [await phone('alice'), await phone('bob')];
  await alice.callButton('bob').hover();
  await bob.callButton('alice').hover();
  await Promise.all([alice, bob].map(async ({ page }) => {
    await page.mouse.down();
    await page.mouse.up();
  }));
  await expect.poll(async () => {
    const phases = await Promise.all([alice, bob].map(async (each) => (await each.state()).call?.phase ?? 'idle'));
    // Where one hand was a moment slower, the other's call rings by then: that is answered.
    await Promise.all([alice, bob].map((each, index) => (phases[index] === 'ringing' ? each.ask((calling) => calling.accept(), null) : undefined)));
    return phases;
  }).toEqual(['in-call', 'in-call']);
  await Promise.all([alice.talksWith('bob'), bob.talksWith('alice')]);
  const rooms = await Promise.all([alice, bob].map(async (each) => (await each.state()).call?.roomId));
  expect(rooms[0]).toBe(rooms[1]);
  await alice.hangUp();
  await Promise.all([alice.isReleased(), bob.isReleased()]);
});

test('second login kicks the first, who is told, and can come back', async ({ phone }) => {
  const first = await phone('alice');
  const second = await phone('alice');
  await first.hears('onKickedOffline');
  await expect(first.page.getByText('Alice is signed in elsewhere')).toBeVisible();
  await second.isReady();
  await first.page.getByRole('button', { name: 'Bring Alice back' }).click();
  await first.isReady();
  await second.hears('onKickedOffline');
});

test('second login of somebody who is in a call ends that call for the first', async ({ phone }) => {
  const [alice, bob] = [await phone('alice'), await phone('bob')];
  await alice.call('bob', 'audio');
  await bob.answer();
  await alice.talksWith('bob');
  const again = await phone('bob');
  await bob.endedWith('kicked');
  await bob.isReleased();
  await alice.phaseIs('idle');
  await alice.isReleased();
  await again.isReady();
});
