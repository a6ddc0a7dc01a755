import { expect, test } from './support/test.js';

test('double click on call makes one call', async ({ phone }) => {
  const [alice, bob] = [await phone('alice'), await phone('bob')];
  await alice.callButton('bob').dblclick();
  await bob.phaseIs('ringing');
  await alice.phaseIs('dialling');
  await bob.hears('onInvited');
  await alice.button('Cancel').click();
  await Promise.all([alice.isReleased(), bob.isReleased()]);
  expect((await bob.heard()).filter((name) => name === 'onInvited')).toHaveLength(1);
});

test('double click on answer answers once', async ({ phone }) => {
  const [alice, bob] = [await phone('alice'), await phone('bob')];
  await alice.call('bob');
  await bob.button('Answer').dblclick();
  await Promise.all([alice.talksWith('bob'), bob.talksWith('alice')]);
  await alice.sees('bob');
  await alice.hears('onUserEnter');
  expect(await bob.heard()).not.toContain('onError');
});

test('double click on hang up ends once', async ({ phone }) => {
  const [alice, bob] = [await phone('alice'), await phone('bob')];
  await alice.call('bob', 'audio');
  await bob.answer();
  await alice.talksWith('bob');
  await alice.button('Hang up').dblclick();
  await Promise.all([alice.isReleased(), bob.isReleased()]);
  await alice.hears('onCallEnd');
  await bob.hears('onCallEnd');
  expect(await alice.heard()).not.toContain('onError');
});
