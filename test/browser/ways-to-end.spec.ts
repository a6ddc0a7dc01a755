import { expect, test } from './support/test.js';

test('answer: the callee’s phone stops ringing and both are in the call', async ({ phone }) => {
  const [alice, bob] = [await phone('alice'), await phone('bob')];
  await alice.call('bob');
  await expect(alice.panel.getByText('Ringing…').first()).toBeVisible();
  await expect(bob.panel.getByText('Incoming video call').first()).toBeVisible();
  await bob.answer();
  await Promise.all([alice.talksWith('bob'), bob.talksWith('alice')]);
  expect(await bob.heard()).toEqual(expect.arrayContaining(['onInvited', 'onUserEnter']));
  await alice.hears('onUserEnter');
});

test('decline: the caller is told, and both are idle', async ({ phone }) => {
  const [alice, bob] = [await phone('alice'), await phone('bob')];
  await alice.call('bob');
  await bob.button('Decline').click();
  await alice.endedWith('remote-reject');
  await bob.endedWith('local-reject');
  await alice.hears('onReject');
  await alice.hears('onCallEnd');
  await Promise.all([alice.isReleased(), bob.isReleased()]);
});

test('busy: the third caller is told, and the running call notices nothing', async ({ phone }) => {
  const [alice, bob, carol] = [await phone('alice'), await phone('bob'), await phone('carol')];
  await alice.call('bob', 'audio');
  await bob.answer();
  await alice.talksWith('bob');
  const heardByBob = await bob.heard();
  await carol.call('bob', 'audio');
  await carol.endedWith('busy');
  await carol.hears('onLineBusy');
  await carol.isReleased();
  await Promise.all([alice.talksWith('bob'), bob.talksWith('alice')]);
  expect(await bob.heard()).toEqual(heardByBob);
});

test('cancel: the callee’s phone stops ringing', async ({ phone }) => {
  const [alice, bob] = [await phone('alice'), await phone('bob')];
  await alice.call('bob');
  await bob.phaseIs('ringing');
  await alice.button('Cancel').click();
  await alice.endedWith('local-cancel');
  await bob.endedWith('remote-cancel');
  await bob.hears('onCallingCancel');
  await Promise.all([alice.isReleased(), bob.isReleased()]);
});

test('no answer: both sides give up when the ring time is over', async ({ phone }) => {
  const [alice, bob] = [await phone('alice', { ringTimeout: 3 }), await phone('bob')];
  await alice.call('bob');
  await bob.phaseIs('ringing');
  await alice.endedWith('no-answer');
  await bob.endedWith('missed');
  await alice.hears('onNoResp');
  await bob.hears('onCallingTimeOut');
  await Promise.all([alice.isReleased(), bob.isReleased()]);
});

test('nobody there: a call to somebody who is not signed in ends like one that is not answered', async ({ phone }) => {
  const alice = await phone('alice', { ringTimeout: 3 });
  await alice.call('dave');
  await alice.endedWith('no-answer');
  await alice.isReleased();
});

test('callee vanishes in the call: the caller is idle with a reason, and the call ends once', async ({ phone }) => {
  const [alice, bob] = [await phone('alice'), await phone('bob')];
  await alice.call('bob');
  await bob.answer();
  await alice.talksWith('bob');
  await bob.context.close();
  await expect.poll(async () => (await alice.state()).ended?.reason ?? 'still in a call').toMatch(/^(connection-lost|remote-hangup)$/);
  await alice.isReleased();
  await alice.hears('onUserLeave');
  await alice.hears('onCallEnd');
});

test('callee vanishes while ringing: the caller does not ring for ever', async ({ phone }) => {
  const [alice, bob] = [await phone('alice', { ringTimeout: 5 }), await phone('bob')];
  await alice.call('bob');
  await bob.phaseIs('ringing');
  await bob.context.close();
  await alice.phaseIs('idle');
  await alice.isReleased();
  await alice.hears('onCallEnd');
});

test('caller vanishes while ringing: the callee’s phone stops ringing', async ({ phone }) => {
  const [alice, bob] = [await phone('alice'), await phone('bob')];
  await alice.call('bob');
  await bob.phaseIs('ringing');
  await alice.context.close();
  await bob.phaseIs('idle');
  await bob.isReleased();
});

test('caller vanishes in the call: the callee is idle with a reason', async ({ phone }) => {
  const [alice, bob] = [await phone('alice'), await phone('bob')];
  await alice.call('bob');
  await bob.answer();
  await bob.talksWith('alice');
  await alice.context.close();
  await bob.phaseIs('idle');
  await bob.isReleased();
  await bob.hears('onCallEnd');
});
