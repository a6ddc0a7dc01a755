import { expect } from '@open-wc/testing';
import { systemClock, type Clock } from '../../../src/calling/clock.js';
import { ImStandIn } from '../../support/im-stand-in/client.js';
import { failureOf, ImPerson, never, PAYLOAD, reasonOf, soon } from './im-people.js';

/** Until the stand-in says so: what happens there cannot be listened to. */
async function until(condition: () => Promise<boolean>, what: string, ms = 10_000): Promise<void> {
  const deadline = performance.now() + ms;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error(`Waited ${ms} ms for ${what}`);
    await soon(20);
  }
}

const forged = (action: number, fields: Readonly<Record<string, unknown>>): string =>
  JSON.stringify({ businessID: 1, actionType: action, timeout: 30, groupID: '', data: PAYLOAD, inviteeList: ['bob'], ...fields });

/**
 * The unmodified tim-js-sdk and tsignaling in this browser, over real sockets. The other end is an unofficial, local
 * stand-in: that these pass says nothing about Tencent's cloud.
 */
describe('Tencent signalling on the real SDKs, against a local stand-in', function realSdks() {
  this.timeout(60_000);
  let im: ImStandIn;
  let people: ImPerson[];
  const present = async (userId: string): Promise<ImPerson> => {
    const one = new ImPerson(im, { userId });
    people.push(one);
    return one.login();
  };
  beforeEach(async () => {
    im = await ImStandIn.open();
    people = [];
  });
  afterEach(async () => {
    await im.refuseConnections(false);
    await im.clearFaults();
    await Promise.all(people.map(({ signaling }) => signaling.logout()));
    await until(async () => (await im.sockets()) === 0, 'every socket to be closed');
    im.close();
  });

  it('logs in, is ready, and logs out with nothing left', async () => {
    const alice = await present('alice');
    expect(alice.heard.map((event) => event.type === 'connection' && event.state)).to.deep.equal(['connecting', 'connected']);
    expect(await im.devices('alice')).to.equal(1);
    await alice.signaling.logout();
    expect((await im.log('im_open_status.wslogout')).length).to.be.greaterThan(0);
  });

  for (const [userSig, code] of [['sig-expired', 70001], ['sig-damaged', 70003], ['sig-of-another', 70013]] as const) {
    it(`is refused with the service's code: ${userSig}`, async () => {
      expect(await failureOf(new ImPerson(im, { userId: 'alice', userSig }).login())).to.include({ reason: 'login-refused', code });
    });
  }

  it('is refused with an empty userSig', async () => {
    expect(await reasonOf(new ImPerson(im, { userId: 'alice', userSig: '' }).login())).to.equal('login-refused');
  });

  it('gives up when the service cannot be reached, leaves nothing, and can be tried again', async () => {
    await im.refuseConnections(true);
    // Ten times as fast: nobody has to wait for 20 s here.
    const clock: Clock = { now: () => systemClock.now(), after: (ms, task) => systemClock.after(ms / 10, task) };
    const alice = new ImPerson(im, { userId: 'alice', clock });
    people.push(alice);
    expect(await reasonOf(alice.login())).to.equal('timed-out');
    expect(alice.connection).to.equal('disconnected');
    await im.refuseConnections(false);
    await soon(500);
    expect(await im.sockets()).to.equal(0);
    await alice.login();
    expect(alice.connection).to.equal('connected');
  });

  it('never prints the userSig, and stores it nowhere', async () => {
    const lines: string[] = [];
    const { log, info, warn, error, debug } = console;
    const listen = (...words: unknown[]): void => void lines.push(words.map((word) => JSON.stringify(word) ?? String(word)).join(' '));
    Object.assign(console, { log: listen, info: listen, warn: listen, error: listen, debug: listen });
    try {
      const alice = new ImPerson(im, { userId: 'alice', userSig: 'SECRET-SIGNATURE' });
      people.push(alice);
      await alice.login();
      const bob = await present('bob');
      await alice.invite([bob]);
      await bob.signaling.accept((await bob.hears('invitation')).inviteId, '', never());
      await alice.hears('accepted');
      await alice.signaling.logout();
    } finally {
      Object.assign(console, { log, info, warn, error, debug });
    }
    expect(lines.filter((line) => line.includes('SECRET'))).to.deep.equal([]);
    expect(JSON.stringify({ ...localStorage, ...sessionStorage })).to.not.contain('SECRET');
  });

  it('carries invitation, acceptance, rejection, busy and cancellation', async () => {
    const [alice, bob] = await Promise.all([present('alice'), present('bob')]);
    await alice.invite([bob], { inviteId: 'first' });
    const first = await bob.hears('invitation');
    expect(first).to.deep.include({ inviter: 'alice', invitees: ['bob'], groupId: '', data: PAYLOAD });
    await bob.signaling.accept(first.inviteId, '{"call_type":1}', never());
    expect(await alice.hears('accepted')).to.deep.equal({ type: 'accepted', inviteId: 'first', userId: 'bob', data: '{"call_type":1}' });

    await alice.invite([bob], { inviteId: 'second' });
    await bob.signaling.reject((await bob.hears('invitation', ({ inviteId }) => inviteId !== first.inviteId)).inviteId, '{"line_busy":"line_busy"}', never());
    expect(await alice.hears('rejected')).to.deep.equal({ type: 'rejected', inviteId: 'second', userId: 'bob', data: '{"line_busy":"line_busy"}' });

    await alice.invite([bob], { inviteId: 'third' });
    await alice.signaling.cancel('third', '{"call_type":2}', never());
    expect(await bob.hears('cancelled')).to.include({ userId: 'alice', data: '{"call_type":2}' });
  });

  it('sends what other clients of the family read', async () => {
    const [alice, bob] = await Promise.all([present('alice'), present('bob')]);
    await alice.invite([bob]);
    await bob.hears('invitation');
    const [sent] = await im.log('openim.sendmsg');
    if (!sent) throw new Error('Nothing was sent.');
    const [element] = sent.body['MsgBody'] as { readonly MsgType: string; readonly MsgContent: { readonly Data: string } }[];
    expect(element?.MsgType).to.equal('TIMCustomElem');
    expect(JSON.parse(element?.MsgContent.Data ?? '')).to.include({ businessID: 1, actionType: 1, inviter: 'alice', timeout: 30, groupID: '', data: PAYLOAD });
  });

  it('invites in a group', async () => {
    await im.group('team', ['alice', 'bob', 'carol']);
    const [alice, bob, carol] = await Promise.all([present('alice'), present('bob'), present('carol')]);
    await alice.invite([bob, carol], { groupId: 'team' });
    const { inviteId, invitees, groupId } = await bob.hears('invitation');
    expect({ invitees, groupId }).to.deep.equal({ invitees: ['bob', 'carol'], groupId: 'team' });
    await carol.hears('invitation');
    await bob.signaling.accept(inviteId, '', never());
    expect(await alice.hears('accepted')).to.include({ inviteId: 'one', userId: 'bob' });
    expect(await carol.hears('accepted')).to.include({ userId: 'bob' });
  });

  it('says on both sides that nobody answered', async () => {
    const [alice, bob] = await Promise.all([present('alice'), present('bob')]);
    await alice.invite([bob], { timeout: 2 });
    expect((await bob.hears('timed-out')).userIds).to.deep.equal(['bob']);
    expect(await alice.hears('timed-out')).to.deep.equal({ type: 'timed-out', inviteId: 'one', userIds: ['bob'] });
  });

  it('says so by itself when the other side is not there at all', async () => {
    const alice = await present('alice');
    await alice.invite([new ImPerson(im, { userId: 'nobody' })], { timeout: 1 });
    expect((await alice.hears('timed-out')).userIds).to.deep.equal(['nobody']);
  });

  it('is told which user does not exist', async () => {
    await im.unknownUsers(['nobody']);
    const alice = await present('alice');
    const failure = await failureOf(alice.invite([new ImPerson(im, { userId: 'nobody' })]));
    expect(failure).to.include({ reason: 'invitation-failed', code: 20003 });
  });

  it('hears each push once, though it comes twice', async () => {
    const [alice, bob] = await Promise.all([present('alice'), present('bob')]);
    await im.addFault({ kind: 'duplicate', on: 'push' });
    await alice.invite([bob]);
    const { inviteId } = await bob.hears('invitation');
    await bob.signaling.accept(inviteId, '', never());
    await alice.hears('accepted');
    await alice.invite([bob], { inviteId: 'two' });
    await bob.hears('invitation', (event) => event.inviteId !== inviteId);
    expect(bob.of('invitation')).to.have.length(2);
    expect(alice.story).to.deep.equal(['accepted bob']);
  });

  it('hears an answer that overtakes the receipt of its invitation', async () => {
    const [alice, bob] = await Promise.all([present('alice'), present('bob')]);
    await im.addFault({ kind: 'delay', on: 'reply', command: 'openim.sendmsg', userId: 'alice', ms: 600, times: 1 });
    const invited = alice.invite([bob], { timeout: 1 });
    await bob.signaling.accept((await bob.hears('invitation')).inviteId, '', never());
    await alice.hears('accepted');
    await invited;
    // The library starts its timer with the late receipt, and says that nobody answered.
    await soon(7000);
    expect(alice.story).to.deep.equal(['accepted bob']);
  });

  it('copes with a cancellation that overtakes its invitation', async () => {
    const [alice, bob] = await Promise.all([present('alice'), present('bob')]);
    await im.addFault({ kind: 'reorder', on: 'push', userId: 'bob', times: 1 });
    await alice.invite([bob]);
    await alice.signaling.cancel('one', PAYLOAD, never());
    const { inviteId } = await bob.hears('invitation');
    await bob.signaling.accept(inviteId, '', never());
    expect(bob.story).to.deep.equal(['invitation']);
  });

  it('does not believe a forged inviter, answer or cancellation', async () => {
    const [alice, bob] = await Promise.all([present('alice'), present('bob')]);
    await im.say('mallory', 'bob', forged(1, { inviteID: 'forged', inviter: 'alice' }));
    await alice.invite([bob]);
    const { inviteId } = await bob.hears('invitation');
    expect(inviteId).to.not.equal('forged');
    await im.say('mallory', 'bob', forged(2, { inviteID: inviteId, inviter: 'alice' }));
    await im.say('mallory', 'alice', forged(3, { inviteID: inviteId, inviter: 'alice' }));
    await im.say('mallory', 'alice', forged(4, { inviteID: inviteId, inviter: 'alice' }));
    await im.say('alice', 'bob', 'null');
    await im.say('alice', 'bob', '{"businessID":1,"actionType":1}');
    await bob.signaling.accept(inviteId, '', never());
    await alice.hears('accepted');
    expect(alice.story).to.deep.equal(['accepted bob']);
    expect(bob.story).to.deep.equal(['invitation']);
  });

  it('knows a second device of the same user', async () => {
    const [alice, phone, laptop, alicesOther] = await Promise.all([present('alice'), present('bob'), present('bob'), present('alice')]);
    await alice.invite([phone]);
    const { inviteId } = await laptop.hears('invitation');
    await phone.hears('invitation');
    await phone.signaling.accept(inviteId, '', never());
    expect(await laptop.hears('accepted')).to.deep.equal({ type: 'accepted', inviteId, userId: 'bob', data: '' });
    await laptop.signaling.reject(inviteId, '', never());
    await alice.hears('accepted');
    expect(alice.story).to.deep.equal(['accepted bob']);
    expect(alicesOther.story).to.deep.equal([]);
  });

  it('brings what rings to somebody who logs in meanwhile', async () => {
    const alice = await present('alice');
    const bob = new ImPerson(im, { userId: 'bob' });
    people.push(bob);
    await alice.invite([bob]);
    await bob.login();
    await bob.signaling.accept((await bob.hears('invitation')).inviteId, '', never());
    await alice.hears('accepted');
  });

  describe('kicked', () => {
    for (const [type, reason] of [['multipleAccount', 'other-login'], ['multipleDevice', 'other-login'], ['REST_API_Kick', 'by-service']] as const) {
      it(`${type}: says why, gives the socket back, and can log in again`, async () => {
        const alice = await present('alice');
        await im.kick('alice', type);
        expect(await alice.hears('kicked')).to.deep.equal({ type: 'kicked', reason });
        expect(alice.connection).to.equal('disconnected');
        await until(async () => (await im.sockets()) === 0, 'the socket to be closed');
        await alice.login();
        expect(alice.connection).to.equal('connected');
        expect(alice.of('kicked')).to.have.length(1);
      });
    }

    it('by a second login of the same user', async () => {
      await im.oneDevice(true);
      const first = await present('alice');
      const second = await present('alice');
      expect((await first.hears('kicked')).reason).to.equal('other-login');
      expect(second.connection).to.equal('connected');
    });

    it('by a userSig that expires in the session', async () => {
      const [alice, bob] = await Promise.all([present('alice'), present('bob')]);
      await im.addFault({ kind: 'refuse', command: 'openim.sendmsg', userId: 'alice', code: 70001 });
      expect(await failureOf(alice.invite([bob]))).to.include({ code: 70001 });
      expect((await alice.hears('kicked')).reason).to.equal('signature-expired');
    });

    it('while it rings: nothing of the invitation goes on', async () => {
      const [alice, bob] = await Promise.all([present('alice'), present('bob')]);
      await alice.invite([bob], { timeout: 2 });
      await bob.hears('invitation');
      await im.kick('bob', 'multipleAccount');
      await bob.hears('kicked');
      await alice.hears('timed-out');
      expect(bob.of('timed-out')).to.have.length(0);
      expect((await im.log('openim.sendmsg')).filter(({ userId }) => userId === 'bob')).to.deep.equal([]);
    });
  });

  describe('a connection that is lost', () => {
    it('comes back by itself, and brings what was missed', async () => {
      const [alice, bob] = await Promise.all([present('alice'), present('bob')]);
      await im.refuseConnections(true);
      await im.dropSockets('bob');
      await until(async () => (await im.devices('bob')) === 0, 'the socket to be gone');
      await alice.invite([bob]);
      await bob.hears('connection', ({ state }) => state === 'reconnecting', 20_000);
      await im.refuseConnections(false);
      const { inviteId } = await bob.hears('invitation', () => true, 20_000);
      await bob.signaling.accept(inviteId, '', never());
      await alice.hears('accepted');
      expect(bob.connection).to.equal('connected');
      expect(bob.of('kicked')).to.have.length(0);
    });

    it('is back within seconds after 10 s in which every attempt was refused', async () => {
      const alice = await present('alice');
      await im.refuseConnections(true);
      await im.dropSockets('alice');
      await alice.hears('connection', ({ state }) => state === 'reconnecting', 20_000);
      await soon(10_000);
      expect(alice.connection).to.equal('reconnecting');
      await im.refuseConnections(false);
      const from = performance.now();
      await alice.hears('connection', (event) => event === alice.of('connection').at(-1) && event.state === 'connected', 20_000);
      // Asked for within 2 s; the library alone takes up to a minute. Firefox holds sockets to a host that refused back a little.
      expect(performance.now() - from).to.be.at.most(6000);
    });

    it('is noticed when the service falls silent, and an invitation then fails in bounded time', async () => {
      const [alice, bob] = await Promise.all([present('alice'), present('bob')]);
      await im.unhear('alice', true);
      const from = performance.now();
      expect(await failureOf(alice.invite([bob]))).to.include({ reason: 'timed-out' });
      expect(performance.now() - from).to.be.at.most(18_000);
      await im.unhear('alice', false);
      await bob.invite([alice], { inviteId: 'two' });
      await alice.signaling.accept((await alice.hears('invitation', () => true, 20_000)).inviteId, '', never());
      await bob.hears('accepted');
    });

    it('does not keep a logout waiting', async () => {
      const alice = await present('alice');
      await im.refuseConnections(true);
      await im.dropSockets('alice');
      const from = performance.now();
      await alice.signaling.logout();
      expect(performance.now() - from).to.be.at.most(3000);
      await im.refuseConnections(false);
      await alice.login();
      expect(alice.connection).to.equal('connected');
    });
  });

  it('can answer again after an answer failed', async () => {
    const [alice, bob] = await Promise.all([present('alice'), present('bob')]);
    await im.addFault({ kind: 'refuse', command: 'openim.sendmsg', userId: 'bob', code: 60022, times: 1 });
    await alice.invite([bob]);
    const { inviteId } = await bob.hears('invitation');
    expect(await failureOf(bob.signaling.accept(inviteId, '', never()))).to.include({ reason: 'network', code: 60022 });
    await bob.signaling.accept(inviteId, '', never());
    await alice.hears('accepted');
  });

  it('keeps profiles', async () => {
    const [alice, bob] = await Promise.all([present('alice'), present('bob')]);
    await bob.signaling.setProfile({ nickname: 'Bob B.', avatarUrl: 'https://example.com/bob.png' }, never());
    expect(await alice.signaling.getProfiles(['bob', 'nobody'], never())).to.deep.equal([
      { userId: 'bob', nickname: 'Bob B.', avatarUrl: 'https://example.com/bob.png' },
      { userId: 'nobody', nickname: '', avatarUrl: '' },
    ]);
  });
});
