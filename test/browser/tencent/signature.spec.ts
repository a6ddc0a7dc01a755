import { deflateSync } from 'node:zlib';
import { expect, sigOf, test } from './cloud-test.js';

/** Something that says of itself when it expires, in the form of a userSig. */
const sigUntil = (userId: string, seconds: number): string => {
  const content = { 'TLS.ver': '2.0', 'TLS.identifier': userId, 'TLS.time': Math.floor(Date.now() / 1000) - 60, 'TLS.expire': seconds + 60 };
  return deflateSync(JSON.stringify(content)).toString('base64').replaceAll('+', '*').replaceAll('/', '-').replaceAll('=', '_');
};

test('expired at the login: it is refused with the service’s code, and a fresh one is taken', async ({ person }) => {
  const alice = await person('alice', { userSig: 'sig-expired', login: false });
  await expect.poll(() => alice.heard('error')).toEqual([{ code: 70_001, msg: expect.stringContaining('expired') }]);
  expect((await alice.state()).session.phase).toBe('logged-out');
  await alice.set({ 'user-sig': sigOf('alice') });
  await alice.isLoggedIn();
});

test('expired in the session: signed out with the reason, and the page says so', async ({ person, cloud }) => {
  const [alice, bob] = [await person('alice', {}), await person('bob')];
  cloud.im('addFault', { kind: 'refuse', command: 'openim.sendmsg', userId: 'alice', code: 70_001 });
  await alice.call('bob', 'audio');
  await expect.poll(() => alice.heard('kicked-offline')).toEqual([{ reason: 'signature-expired' }]);
  expect((await alice.state()).session).toMatchObject({ phase: 'logged-out', kicked: 'signature-expired' });
  await bob.phaseIs('idle');
});

test('about to expire: a warning comes, and a fresh one in a call interrupts nothing, not even when the old one ends', async ({ person, cloud }) => {
  const [alice, bob] = [await person('alice', { userSig: sigUntil('alice', 5) }), await person('bob', {})];
  await expect.poll(() => alice.heard('warning')).toEqual([{ code: 61_026, msg: expect.any(String) }]);
  await alice.call('bob', 'audio');
  await bob.answer();
  await Promise.all([alice.talksWith('bob'), bob.talksWith('alice')]);
  await alice.set({ 'user-sig': sigOf('alice') });
  const logins = (cloud.im('log', 'im_open_status.wslogin') as readonly unknown[]).length;
  // The service finds it expired at the next request, whichever that is.
  cloud.im('addFault', { kind: 'refuse', command: 'profile.portrait_set', userId: 'alice', code: 70_001, times: 1 });
  await alice.set({ nickname: 'Alice' });
  await expect.poll(async () => (cloud.im('log', 'im_open_status.wslogin') as readonly unknown[]).length).toBeGreaterThan(logins);
  await expect.poll(async () => (await alice.state()).session.connection).toBe('connected');
  await alice.talksWith('bob');
  expect(await alice.heard('kicked-offline')).toEqual([]);
  await bob.press('Hang up');
  await alice.endedWith('remote-hangup');

  await bob.call('alice', 'audio');
  await alice.answer();
  await Promise.all([alice.talksWith('bob'), bob.talksWith('alice')]);
  expect((await alice.sockets()).findLast((url) => url.includes('userSig='))).toContain(encodeURIComponent(sigOf('alice')));
  await bob.press('Hang up');
  await alice.endedWith('remote-hangup');
});
