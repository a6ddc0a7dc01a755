import { expect, test } from './cloud-test.js';

test('call, answer, see each other, mute, camera off and on, a third person, hang up: all idle', async ({ person }) => {
  const [alice, bob, carol] = await Promise.all([person('alice'), person('bob'), person('carol')]);
  await alice.call('bob');
  await expect(bob.panel.getByText('Incoming video call').first()).toBeVisible();
  await bob.answer();
  await Promise.all([alice.talksWith('bob'), bob.talksWith('alice')]);
  await Promise.all([alice.sees('bob'), bob.sees('alice')]);

  await alice.press('Microphone');
  await bob.knows('alice', { audio: false });
  await alice.press('Microphone');
  await bob.knows('alice', { audio: true });

  await alice.press('Camera');
  await bob.knows('alice', { video: false });
  await alice.press('Camera');
  await bob.knows('alice', { video: true });
  await bob.sees('alice');

  await alice.call('carol');
  await carol.answer();
  await Promise.all([alice.talksWith('bob', 'carol'), bob.talksWith('alice', 'carol'), carol.talksWith('alice', 'bob')]);
  await Promise.all([carol.sees('alice'), carol.sees('bob'), bob.sees('carol')]);

  await alice.press('Hang up');
  await Promise.all([bob.talksWith('carol'), carol.talksWith('bob')]);
  await bob.press('Hang up');
  await Promise.all([alice.endedWith('local-hangup'), bob.endedWith('local-hangup'), carol.endedWith('remote-hangup')]);
  for (const each of [alice, bob, carol]) {
    await each.isReleased();
    expect(await each.heard('call-end')).toHaveLength(1);
    expect(await each.heard('error')).toEqual([]);
  }
});
