import { expect, sigOf, test } from './cloud-test.js';

test('kicked while it rings: it stops ringing and says so; the caller is not left waiting', async ({ person, cloud }) => {
  const [alice, bob] = [await person('alice', { ringTimeout: 4 }), await person('bob', {})];
  await alice.call('bob');
  await bob.phaseIs('ringing');
  cloud.im('kick', 'bob', 'multipleAccount');
  await bob.endedWith('kicked');
  expect(await bob.heard('kicked-offline')).toEqual([{ reason: 'other-login' }]);
  expect((await bob.state()).session).toMatchObject({ phase: 'logged-out', kicked: 'other-login' });
  await expect(bob.button('Answer')).toHaveCount(0);
  await alice.endedWith('no-answer');
});

test('kicked in a call: both are idle; the same user comes back and is called again', async ({ person, cloud }) => {
  const [alice, bob] = [await person('alice', {}), await person('bob', {})];
  await alice.call('bob', 'audio');
  await bob.answer();
  await Promise.all([alice.talksWith('bob'), bob.talksWith('alice')]);
  cloud.im('kick', 'bob', 'REST_API_Kick');
  await bob.endedWith('kicked');
  await alice.phaseIs('idle');
  expect(await bob.heard('kicked-offline')).toEqual([{ reason: 'by-service' }]);
  expect(await bob.heard('call-end')).toHaveLength(1);
  expect(await alice.heard('call-end')).toHaveLength(1);

  await bob.set({ 'user-sig': `${sigOf('bob')}-fresh` });
  await bob.isLoggedIn();
  await alice.call('bob', 'audio');
  await bob.answer();
  await alice.talksWith('bob');
  await cloud.media((standIn) => standIn.kick('bob', 'room-disband'), null);
  await Promise.all([bob.phaseIs('idle'), alice.phaseIs('idle')]);
  expect((await bob.state()).session.phase).toBe('logged-in');
});
