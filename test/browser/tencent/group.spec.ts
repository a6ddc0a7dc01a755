import { expect, test } from './cloud-test.js';

test('a call of an IM group, by its ID: it rings for all who were named, and all of them talk', async ({ person, cloud }) => {
  cloud.im('group', 'team', ['alice', 'bob', 'carol']);
  // Who is in which group, the SDK asks once: at the login.
  const [alice, bob, carol] = await Promise.all([person('alice', {}), person('bob', {}), person('carol', {})]);
  await alice.groupButton.click();
  await Promise.all([bob.phaseIs('ringing'), carol.phaseIs('ringing')]);
  expect(await bob.heard('invited')).toEqual([{ sponsor: 'alice', userIds: ['carol'], isFromGroup: true, type: 1 }]);
  expect((await carol.state()).call).toMatchObject({ groupId: 'team', isGroup: true });
  await bob.answer();
  await carol.answer();
  await Promise.all([alice.talksWith('bob', 'carol'), bob.talksWith('alice', 'carol'), carol.talksWith('alice', 'bob')]);
  await alice.press('Hang up');
  await carol.press('Hang up');
  await bob.endedWith('remote-hangup');
});
