import type { CloudPerson } from '../support/cloud-person.js';
import { expect, test } from './cloud-test.js';

/** Where nobody answers, a short wait is as good as a long one. */
const impatient = async (one: CloudPerson): Promise<CloudPerson> => {
  await one.set({ 'ring-timeout': '2' });
  await one.isLoggedIn();
  return one;
};

test('decline: the caller is told, and both are idle', async ({ person }) => {
  const [alice, bob] = [await person('alice'), await person('bob')];
  await alice.call('bob');
  await bob.button('Decline').click();
  await Promise.all([alice.endedWith('remote-reject'), bob.endedWith('local-reject')]);
  await expect(alice.panel.getByText('bob declined').first()).toBeVisible();
  expect(await alice.heard('reject')).toEqual([{ userId: 'bob' }]);
});

test('busy: the third caller is told, and the running call notices nothing', async ({ person }) => {
  const [alice, bob, carol] = [await person('alice'), await person('bob'), await person('carol')];
  await alice.call('bob', 'audio');
  await bob.answer();
  await Promise.all([alice.talksWith('bob'), bob.talksWith('alice')]);
  await carol.call('bob', 'audio');
  await carol.endedWith('busy');
  expect(await carol.heard('line-busy')).toEqual([{ userId: 'bob' }]);
  await Promise.all([alice.talksWith('bob'), bob.talksWith('alice')]);
  expect(await bob.heard('invited')).toHaveLength(1);
  await alice.press('Hang up');
  await bob.endedWith('remote-hangup');
});

test('cancel: the callee’s page stops ringing', async ({ person }) => {
  const [alice, bob] = [await person('alice'), await person('bob')];
  await alice.call('bob');
  await bob.phaseIs('ringing');
  await alice.button('Cancel').click();
  await Promise.all([alice.endedWith('local-cancel'), bob.endedWith('remote-cancel')]);
  expect(await bob.heard('calling-cancel')).toHaveLength(1);
});

test('no answer, callee offline, callee unknown: each ends with its reason', async ({ person, cloud }) => {
  const [alice, bob] = [await impatient(await person('alice')), await person('bob')];
  await alice.call('bob', 'audio');
  await bob.phaseIs('ringing');
  await Promise.all([alice.endedWith('no-answer'), bob.endedWith('missed')]);
  expect(await alice.heard('no-resp')).toEqual([{ userId: 'bob' }]);
  expect(await bob.heard('calling-timeout')).toHaveLength(1);

  await alice.call('ghost', 'audio');
  await alice.phaseIs('dialling');
  await alice.endedWith('no-answer');

  cloud.im('unknownUsers', ['ghost']);
  await alice.call('ghost', 'audio');
  await alice.endedWith('failed');
  expect((await alice.state()).ended).toMatchObject({ code: 20_003 });
  await alice.set({ 'ring-timeout': '30' });
  await alice.isLoggedIn();
});
