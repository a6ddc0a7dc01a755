import { expect, test } from './cloud-test.js';

test('the caller’s room is refused: the invitation is taken back, and the caller is told why', async ({ person, cloud }) => {
  const [alice, bob] = [await person('alice'), await person('bob')];
  await cloud.media((standIn) => { standIn.scheduleCode = -1; }, null);
  await alice.call('bob', 'audio');
  await alice.endedWith('failed');
  await bob.endedWith('remote-cancel');
  expect(await alice.heard('error')).toContainEqual({ code: 0x404c, msg: expect.any(String) });
});

test('the callee’s room is refused: both are idle and told, and the next call works', async ({ person, cloud }) => {
  const [alice, bob] = [await person('alice'), await person('bob')];
  await cloud.media((standIn) => standIn.faults.add({ fault: { refuse: -100_013 }, direction: 'up', userId: 'bob', cmd: 'join', times: 1 }), null);
  await alice.call('bob', 'audio');
  await bob.answer();
  await bob.endedWith('failed');
  expect(await bob.heard('error')).toContainEqual({ code: 0x4004, msg: expect.any(String) });
  await alice.phaseIs('idle');
  await alice.call('bob', 'audio');
  await bob.answer();
  await Promise.all([alice.talksWith('bob'), bob.talksWith('alice')]);
  await alice.press('Hang up');
  await bob.endedWith('remote-hangup');
});
