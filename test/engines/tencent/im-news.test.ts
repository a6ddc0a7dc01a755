import { expect } from '@open-wc/testing';
import { FakeIm } from '../../support/im-stand-in/fake-im.js';
import { ImPerson, never, PAYLOAD, soon } from './im-people.js';

const ACTIONS = { invite: 1, cancel: 2, accept: 3, reject: 4, timeout: 5 } as const;

/** What tsignaling puts around a payload, to be forged. */
const envelope = (action: keyof typeof ACTIONS, fields: Readonly<Record<string, unknown>>): string =>
  JSON.stringify({ businessID: 1, actionType: ACTIONS[action], timeout: action === 'invite' ? 30 : 0, groupID: '', data: PAYLOAD, ...fields });

describe('Tencent signalling: what others say', () => {
  let im: FakeIm;
  let alice: ImPerson;
  let bob: ImPerson;
  beforeEach(async () => {
    im = new FakeIm();
    [alice, bob] = await Promise.all(['alice', 'bob'].map((userId) => new ImPerson(im, { userId }).login())) as [ImPerson, ImPerson];
  });
  afterEach(() => Promise.all([alice, bob].map(({ signaling }) => signaling.logout())));

  /** Every word before this one has been heard. */
  const wordsHaveArrived = async (): Promise<void> => {
    const before = bob.of('invitation').length;
    im.say('alice', 'bob', envelope('invite', { inviteID: crypto.randomUUID(), inviter: 'alice', inviteeList: ['bob'] }));
    while (bob.of('invitation').length === before) await soon();
  };

  it('is believed of the sender only: an invitation in another name does not ring', async () => {
    im.say('mallory', 'bob', envelope('invite', { inviteID: 'forged', inviter: 'alice', inviteeList: ['bob'] }));
    await wordsHaveArrived();
    expect(bob.of('invitation').map(({ inviteId }) => inviteId)).to.not.include('forged');
  });

  it('cannot take back or time out what somebody else invited to', async () => {
    await alice.invite([bob]);
    const { inviteId } = await bob.hears('invitation');
    im.say('mallory', 'bob', envelope('cancel', { inviteID: inviteId, inviter: 'alice', inviteeList: ['bob'] }));
    im.say('mallory', 'bob', envelope('cancel', { inviteID: inviteId, inviter: 'mallory', inviteeList: ['bob'] }));
    im.say('mallory', 'bob', envelope('timeout', { inviteID: inviteId, inviter: 'alice', inviteeList: ['bob'] }));
    im.say('mallory', 'bob', envelope('timeout', { inviteID: inviteId, inviter: 'mallory', inviteeList: ['bob'] }));
    await wordsHaveArrived();
    expect(bob.story).to.deep.equal(['invitation', 'invitation']);
    // Not even behind our back: the library would have forgotten the invitation and refused this answer.
    await bob.signaling.accept(inviteId, '', never());
    expect(await alice.hears('accepted')).to.include({ userId: 'bob' });
  });

  it('cannot answer for somebody else', async () => {
    await alice.invite([bob]);
    const { inviteId } = await bob.hears('invitation');
    for (const action of ['accept', 'reject'] as const) {
      im.say('mallory', 'alice', envelope(action, { inviteID: inviteId, inviter: 'alice', inviteeList: ['bob'] }));
      im.say('mallory', 'alice', envelope(action, { inviteID: inviteId, inviter: 'alice', inviteeList: ['mallory'] }));
      im.say('bob', 'alice', envelope(action, { inviteID: 'never sent', inviter: 'alice', inviteeList: ['bob'] }));
    }
    await bob.signaling.accept(inviteId, '', never());
    await alice.hears('accepted');
    expect(alice.story).to.deep.equal(['accepted bob']);
  });

  it('is heard once, however often it comes', async () => {
    const again = envelope('invite', { inviteID: 'twice', inviter: 'alice', inviteeList: ['bob'] });
    im.say('alice', 'bob', again);
    im.say('alice', 'bob', again);
    await wordsHaveArrived();
    expect(bob.of('invitation').filter(({ inviteId }) => inviteId === 'twice')).to.have.length(1);
    await alice.invite([bob]);
    while (bob.of('invitation').length < 3) await soon();
    const inviteID = bob.of('invitation')[2]?.inviteId ?? '';
    const yes = envelope('accept', { inviteID, inviter: 'alice', inviteeList: ['bob'] });
    im.say('bob', 'alice', yes);
    im.say('bob', 'alice', yes);
    im.say('bob', 'alice', envelope('reject', { inviteID, inviter: 'alice', inviteeList: ['bob'] }));
    await alice.hears('accepted');
    await wordsHaveArrived();
    expect(alice.story).to.deep.equal(['accepted bob']);
  });

  it('is not lost because nonsense came with it', async () => {
    const message = (data: unknown, more = {}): unknown => ({ type: 'TIMCustomElem', payload: { data }, from: 'alice', to: 'bob', time: im.now(), ...more });
    const good = (inviteID: string): string => envelope('invite', { inviteID, inviter: 'alice', inviteeList: ['bob'] });
    const nonsense: unknown[] = [
      null, 'text', 5, {}, [], message(null), message('null'), message('{'), message('[]'), message('12'), message('"x"'), message(envelope('invite', {})),
      message(JSON.stringify({ businessID: 1, actionType: 9, inviteID: 'x', inviter: 'alice', inviteeList: [] })),
      message(envelope('invite', { inviteID: 'a', inviter: 'alice' })), message(envelope('invite', { inviteID: 'b', inviter: 'alice', inviteeList: 'bob' })),
      message(envelope('invite', { inviteID: 'c', inviter: 'alice', inviteeList: [7] })), message(envelope('invite', { inviteID: 'd', inviter: 'alice', inviteeList: ['bob'], timeout: 'NaN' })),
      message(envelope('invite', { inviteID: 'e', inviter: 'alice', inviteeList: ['bob'], timeout: -1 })), message(envelope('invite', { inviteID: 'f', inviter: 'alice', inviteeList: ['bob'], data: {} })),
      message(envelope('timeout', { inviteID: 'first', inviter: 'alice', inviteeList: ['bob'], data: 'not json' })),
      message(envelope('timeout', { inviteID: 'first', inviter: 'alice', inviteeList: ['bob'], data: 'null' })),
      message(`{"__proto__":{"businessID":1,"actionType":1,"inviteID":"g","inviter":"alice","inviteeList":["bob"]}}`),
      message(good('h'), { from: '' }), message(good('i'), { from: undefined }), message(good('j'), { type: 'TIMTextElem' }), message('x'.repeat(100_000)),
    ];
    im.clientOf('bob').tell('onMessageReceived', [message(good('first')), ...nonsense, message(good('last'))]);
    im.clientOf('bob').tell('onMessageReceived', 'not a list');
    await wordsHaveArrived();
    expect(bob.of('invitation').slice(0, -1).map(({ inviteId }) => inviteId)).to.deep.equal(['first', 'last']);
    expect(bob.story).to.have.length(3);
  });

  it('survives a thousand random messages', async () => {
    const pick = <T>(values: readonly T[]): T => values[Math.floor(Math.random() * values.length)] as T;
    const values = [undefined, null, '', 'alice', 'bob', 'first', 1, 2, 3, 4, 5, -1, NaN, [], ['bob'], ['alice', 'bob'], {}, '{}', 'null', true];
    const messages = Array.from({ length: 1000 }, () => ({
      type: 'TIMCustomElem', from: pick(['alice', 'bob', 'mallory', '', null]), to: 'bob', time: pick([0, im.now(), NaN, 'now']),
      payload: { data: JSON.stringify(Object.fromEntries(['businessID', 'actionType', 'inviteID', 'inviter', 'inviteeList', 'data', 'timeout', 'groupID'].map((key) => [key, key === 'businessID' ? pick([1, 1, 1, 2]) : pick(values)]))) },
    }));
    im.clientOf('bob').tell('onMessageReceived', messages);
    await wordsHaveArrived();
    expect(bob.of('invitation').every(({ inviter }) => inviter === 'alice' || inviter === 'mallory')).to.equal(true);
  });

  describe('on another device of the same user', () => {
    it('an invitation by oneself does not ring here, nor is it answered or timed out from here', async () => {
      const here = await new ImPerson(im, { userId: 'alice' }).login();
      const { calls } = im.clientOf('alice');
      await alice.invite([bob], { timeout: 1 });
      await bob.hears('invitation');
      await bob.hears('timed-out');
      expect(here.story).to.deep.equal([]);
      expect(calls).to.not.include('sendMessage');
      await here.signaling.logout();
    });

    for (const [kind, told] of [['accept', 'accepted'], ['reject', 'rejected']] as const) {
      it(`an answer is told here, so that the ringing ends: ${kind}`, async () => {
        const here = await new ImPerson(im, { userId: 'bob' }).login();
        await alice.invite([bob]);
        const { inviteId } = await here.hears('invitation');
        await bob.hears('invitation');
        await bob.signaling[kind](inviteId, '', never());
        expect(await here.hears(told)).to.include({ inviteId, userId: 'bob' });
        await here.signaling.accept(inviteId, '', never());
        await soon(50);
        expect(alice.story).to.deep.equal([`${told} bob`]);
        await here.signaling.logout();
      });
    }

    it('an answer that comes after ours is not told', async () => {
      const here = await new ImPerson(im, { userId: 'bob' }).login();
      await alice.invite([bob]);
      const { inviteId } = await here.hears('invitation');
      await bob.hears('invitation');
      await Promise.all([bob.signaling.accept(inviteId, '', never()), here.signaling.accept(inviteId, '', never())]);
      await soon(50);
      expect(here.of('accepted')).to.have.length(0);
      expect(bob.of('accepted')).to.have.length(0);
      await here.signaling.logout();
    });
  });

  describe('about time', () => {
    it('both sides hear when nobody answered', async () => {
      await alice.invite([bob], { timeout: 1 });
      const { inviteId } = await bob.hears('invitation');
      expect(await bob.hears('timed-out')).to.deep.equal({ type: 'timed-out', inviteId, userIds: ['bob'] });
      expect(await alice.hears('timed-out')).to.deep.equal({ type: 'timed-out', inviteId: 'one', userIds: ['bob'] });
    });

    it('nobody hears of it after an answer', async () => {
      await alice.invite([bob], { timeout: 1 });
      const { inviteId } = await bob.hears('invitation');
      await bob.signaling.accept(inviteId, '', never());
      im.say('bob', 'alice', envelope('timeout', { inviteID: inviteId, inviter: 'alice', inviteeList: ['bob'] }));
      im.say('alice', 'bob', envelope('timeout', { inviteID: inviteId, inviter: 'alice', inviteeList: ['bob'] }));
      await wordsHaveArrived();
      await soon(1200);
      expect(alice.story).to.deep.equal(['accepted bob']);
      expect(bob.of('timed-out')).to.have.length(0);
    });

    it('a notice that cannot be sent leaves nothing unhandled', async () => {
      const unhandled: unknown[] = [];
      const listen = (event: PromiseRejectionEvent): void => void unhandled.push(event.reason);
      window.addEventListener('unhandledrejection', listen);
      await alice.invite([bob], { timeout: 1 });
      await bob.hears('invitation');
      im.clientOf('bob').fail('sendMessage', { code: 2801 });
      while (!im.clientOf('bob').calls.includes('sendMessage')) await soon();
      await soon(50);
      window.removeEventListener('unhandledrejection', listen);
      expect(unhandled).to.deep.equal([]);
    });

    it('what rings when somebody logs in, rings there, after the login', async () => {
      const carol = new ImPerson(im, { userId: 'carol' });
      await alice.invite([carol]);
      const order: string[] = [];
      carol.signaling.listen(({ type }) => order.push(type));
      await carol.login().then(() => order.push('logged in'));
      const { inviteId, inviter } = await carol.hears('invitation');
      expect(inviter).to.equal('alice');
      expect(order).to.deep.equal(['connection', 'connection', 'logged in', 'invitation']);
      await carol.signaling.accept(inviteId, '', never());
      expect(await alice.hears('accepted')).to.include({ userId: 'carol' });
      await carol.signaling.logout();
    });

    it('what comes in the moment of being ready is told after the login', async () => {
      const carol = new ImPerson(im, { userId: 'carol' });
      im.module.create({ SDKAppID: carol.sdkAppId });
      const tim = im.everMade.at(-1);
      tim?.on('sdkStateReady', () => tim.tell('onMessageReceived', [{
        type: 'TIMCustomElem', payload: { data: envelope('invite', { inviteID: 'early', inviter: 'alice', inviteeList: ['carol'] }) }, from: 'alice', to: 'carol', time: im.now(),
      }]));
      const order: string[] = [];
      carol.signaling.listen(({ type }) => order.push(type));
      await carol.login().then(() => order.push('logged in'));
      await carol.hears('invitation');
      expect(order).to.deep.equal(['connection', 'connection', 'logged in', 'invitation']);
      await carol.signaling.logout();
    });

    it('what rings is found though it is fetched a little after the login', async () => {
      const carol = await new ImPerson(im, { userId: 'carol' }).login();
      const missed = { type: 'TIMCustomElem', payload: { data: envelope('invite', { inviteID: 'late', inviter: 'alice', inviteeList: ['carol'] }) } };
      im.missed.set('carol', [{ ...missed, from: 'alice', to: 'carol', conversationType: 'C2C', time: im.now() }]);
      expect(await carol.hears('invitation')).to.include({ inviteId: 'late' });
      expect(carol.story).to.have.length(1);
      await carol.signaling.logout();
    });

    it('what rings is told with the time that is left of it, as its inviter wants it', async () => {
      const carol = await new ImPerson(im, { userId: 'carol' }).login();
      await alice.invite([carol], { timeout: 90 });
      expect((await carol.hears('invitation')).ringMs).to.equal(90_000);
      const text = (inviteID: string, timeout: number): string => envelope('invite', { inviteID, inviter: 'alice', inviteeList: ['carol'], timeout });
      const message = (data: string, age: number) => ({ type: 'TIMCustomElem', payload: { data }, from: 'alice', to: 'carol', time: im.now() - age });
      im.clientOf('carol').tell('onMessageReceived', [message(text('old', 60), 20), message(text('silent', 0), 0)]);
      expect((await carol.hears('invitation', ({ inviteId }) => inviteId === 'old')).ringMs).to.be.within(37_000, 41_000);
      expect(await carol.hears('invitation', ({ inviteId }) => inviteId === 'silent')).to.not.have.property('ringMs');
      await carol.signaling.logout();
    });

    it('what was taken back, or rang out by the service\'s clock, does not ring at a login', async () => {
      im.clockAhead = -3600;
      const invite = (inviteID: string): string => envelope('invite', { inviteID, inviter: 'alice', inviteeList: ['carol'], timeout: 5 });
      const missed = (text: string, age: number) => ({ type: 'TIMCustomElem', payload: { data: text }, from: 'alice', to: 'carol', conversationType: 'C2C', time: im.now() + 3600 - age });
      im.missed.set('carol', [
        missed(invite('old'), 8), missed(invite('back'), 1), missed(envelope('cancel', { inviteID: 'back', inviter: 'alice', inviteeList: ['carol'] }), 1),
      ]);
      im.clockAhead = 0;
      const carol = await new ImPerson(im, { userId: 'carol' }).login();
      await soon(100);
      expect(carol.story).to.deep.equal([]);
      await carol.signaling.logout();
    });

    it('a clock here that is an hour wrong changes nothing', async () => {
      im.clockAhead = 3600;
      const carol = await new ImPerson(im, { userId: 'carol' }).login();
      await alice.invite([carol]);
      await carol.hears('invitation');
      im.clientOf('carol').tell('onMessageReceived', [{
        type: 'TIMCustomElem', payload: { data: envelope('invite', { inviteID: 'old', inviter: 'alice', inviteeList: ['carol'] }) }, from: 'alice', to: 'carol', time: im.now() - 60,
      }]);
      await soon(50);
      expect(carol.of('invitation')).to.have.length(1);
      await carol.signaling.logout();
    });
  });
});
