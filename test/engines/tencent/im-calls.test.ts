import { expect } from '@open-wc/testing';
import { VirtualClock } from '../../../src/engines/memory/index.js';
import { FakeIm } from '../../support/im-stand-in/fake-im.js';
import { failureOf, ImPerson, never, PAYLOAD, reasonOf, soon } from './im-people.js';

describe('Tencent signalling: invitations and answers', () => {
  let im: FakeIm;
  let people: ImPerson[];
  const present = async (userId: string, clock?: VirtualClock): Promise<ImPerson> => {
    const one = new ImPerson(im, { userId, ...(clock && { clock }) });
    people.push(one);
    const login = one.login();
    await soon();
    await clock?.advance(0, soon);
    return login;
  };
  beforeEach(() => {
    im = new FakeIm();
    people = [];
  });
  afterEach(async () => {
    await Promise.all(people.map(({ signaling }) => signaling.logout()));
    expect(im.everMade.map(({ listeners }) => listeners)).to.deep.equal(im.everMade.map(() => 0));
  });

  it('brings the answer back under the id that the core gave', async () => {
    const [alice, bob] = [await present('alice'), await present('bob')];
    await alice.invite([bob], { inviteId: 'mine' });
    const { inviteId, ...rest } = await bob.hears('invitation');
    expect(rest).to.deep.equal({ type: 'invitation', inviter: 'alice', invitees: ['bob'], groupId: '', data: PAYLOAD, ringMs: 30_000 });
    await bob.signaling.accept(inviteId, '{"call_type":1}', never());
    expect(await alice.hears('accepted')).to.deep.equal({ type: 'accepted', inviteId: 'mine', userId: 'bob', data: '{"call_type":1}' });
  });

  it('brings a rejection back, and a cancellation there', async () => {
    const [alice, bob] = [await present('alice'), await present('bob')];
    await alice.invite([bob], { inviteId: 'first' });
    await bob.signaling.reject((await bob.hears('invitation')).inviteId, '{"line_busy":"line_busy"}', never());
    expect(await alice.hears('rejected')).to.include({ inviteId: 'first', userId: 'bob', data: '{"line_busy":"line_busy"}' });
    await alice.invite([bob], { inviteId: 'second' });
    while (bob.of('invitation').length < 2) await soon();
    await alice.signaling.cancel('second', '{"call_type":1}', never());
    expect(await bob.hears('cancelled')).to.include({ inviteId: bob.of('invitation')[1]?.inviteId, userId: 'alice', data: '{"call_type":1}' });
  });

  it('invites several people without a group one by one, and tells their answers apart', async () => {
    const [alice, bob, carol, dave] = [await present('alice'), await present('bob'), await present('carol'), await present('dave')];
    await alice.invite([bob, carol, dave]);
    await bob.signaling.accept((await bob.hears('invitation')).inviteId, '', never());
    await carol.signaling.reject((await carol.hears('invitation')).inviteId, '', never());
    await alice.hears('accepted');
    await alice.hears('rejected');
    await dave.hears('invitation');
    await alice.signaling.cancel('one', PAYLOAD, never());
    await dave.hears('cancelled');
    expect(alice.story).to.deep.equal(['accepted bob', 'rejected carol']);
    expect(bob.of('cancelled')).to.have.length(0);
  });

  it('invites in a group with one message, and tells everybody in it who answered', async () => {
    im.groups.set('team', ['alice', 'bob', 'carol', 'dave']);
    const [alice, bob, carol, dave] = [await present('alice'), await present('bob'), await present('carol'), await present('dave')];
    await alice.invite([bob, carol], { groupId: 'team' });
    const { inviteId, ...rest } = await bob.hears('invitation');
    expect(rest).to.include({ groupId: 'team', inviter: 'alice' }).and.to.deep.include({ invitees: ['bob', 'carol'] });
    await carol.hears('invitation');
    await bob.signaling.accept(inviteId, '', never());
    expect(await alice.hears('accepted')).to.include({ inviteId: 'one', userId: 'bob' });
    expect(await carol.hears('accepted')).to.include({ inviteId, userId: 'bob' });
    await carol.signaling.reject(inviteId, '', never());
    expect(await alice.hears('rejected')).to.include({ userId: 'carol' });
    expect(dave.story).to.deep.equal([]);
  });

  describe('when an invitation cannot go out', () => {
    for (const [code, reason] of [[20003, 'invitation-failed'], [20007, 'invitation-failed'], [10007, 'invitation-failed'], [2801, 'timed-out'], [2800, 'network'], [2024, 'not-logged-in'], [4711, 'invitation-failed']] as const) {
      it(`says ${reason} for ${code}`, async () => {
        const [alice, bob] = [await present('alice'), await present('bob')];
        im.clientOf('alice').fail('sendMessage', { code });
        expect(await failureOf(alice.invite([bob]))).to.include({ reason, code });
        await soon();
        expect(bob.story).to.deep.equal([]);
      });
    }

    it('says so of the one who could not be invited, when others were', async () => {
      const [alice, bob, carol] = [await present('alice'), await present('bob'), await present('carol')];
      im.clientOf('alice').fail('sendMessage', { code: 20003 });
      await alice.invite([bob, carol]);
      await carol.hears('invitation');
      expect(alice.heard.at(-1)).to.deep.equal({ type: 'timed-out', inviteId: 'one', userIds: ['bob'] });
    });

    it('refuses a payload that the library cannot send', async () => {
      const [alice, bob] = [await present('alice'), await present('bob')];
      expect(await reasonOf(alice.invite([bob], { data: 'plain text' }))).to.equal('invitation-failed');
      expect(await reasonOf(alice.invite([bob], { inviteId: 'two', data: '' }))).to.equal('invitation-failed');
    });

    it('refuses the same invitation twice, and one by nobody', async () => {
      const [alice, bob] = [await present('alice'), await present('bob')];
      await alice.invite([bob]);
      expect(await reasonOf(alice.invite([bob]))).to.equal('invitation-failed');
      await alice.signaling.logout();
      expect(await reasonOf(alice.invite([bob], { inviteId: 'two' }))).to.equal('not-logged-in');
    });

    it('leaves nothing unhandled when the SDK turns out not to be ready', async () => {
      const unhandled: unknown[] = [];
      const listen = (event: PromiseRejectionEvent): void => void unhandled.push(event.reason);
      window.addEventListener('unhandledrejection', listen);
      const [alice, bob] = [await present('alice'), await present('bob')];
      im.clientOf('alice').isReady = false;
      expect(await reasonOf(alice.invite([bob]))).to.equal('not-logged-in');
      await soon(50);
      window.removeEventListener('unhandledrejection', listen);
      expect(unhandled).to.deep.equal([]);
    });
  });

  it('takes back an invitation that goes out after it was reported as failed', async () => {
    const clock = new VirtualClock(Date.now());
    const [alice, bob] = [await present('alice', clock), await present('bob')];
    const client = im.clientOf('alice');
    let send = (): void => undefined;
    const sendMessage = client.sendMessage.bind(client);
    client.sendMessage = (message) => {
      client.sendMessage = sendMessage;
      return new Promise((resolve, reject) => {
        send = () => sendMessage(message).then(resolve, reject);
      });
    };
    const outcome = reasonOf(alice.invite([bob]));
    await soon();
    await clock.advance(17_000, soon);
    expect(await outcome).to.equal('timed-out');
    send();
    await bob.hears('cancelled');
    expect(bob.story).to.deep.equal(['invitation', 'cancelled alice']);
    expect(bob.of('cancelled')[0]?.data).to.equal(PAYLOAD);
  });

  it('cancels an invitation that is still on its way as soon as it is out', async () => {
    const [alice, bob] = [await present('alice'), await present('bob')];
    const invited = alice.invite([bob]);
    const cancelled = alice.signaling.cancel('one', PAYLOAD, never());
    await Promise.all([invited, cancelled]);
    await bob.hears('cancelled');
    expect(bob.story).to.deep.equal(['invitation', 'cancelled alice']);
  });

  describe('answers', () => {
    it('go out one after the other, as the library can send one at a time', async () => {
      const [alice, bob, carol] = [await present('alice'), await present('bob'), await present('carol')];
      await alice.invite([carol]);
      await bob.invite([carol]);
      while (carol.of('invitation').length < 2) await soon();
      const [first, second] = carol.of('invitation');
      await Promise.all([
        carol.signaling.accept(first?.inviteId ?? '', '', never()),
        carol.signaling.reject(second?.inviteId ?? '', '', never()),
      ]);
      const [accepted, rejected] = await Promise.all([first?.inviter === 'alice' ? alice.hears('accepted') : bob.hears('accepted'), first?.inviter === 'alice' ? bob.hears('rejected') : alice.hears('rejected')]);
      expect([accepted.userId, rejected.userId]).to.deep.equal(['carol', 'carol']);
    });

    for (const kind of ['accept', 'reject'] as const) {
      it(`still go out after one failed: ${kind}`, async () => {
        const [alice, bob] = [await present('alice'), await present('bob')];
        await alice.invite([bob]);
        const { inviteId } = await bob.hears('invitation');
        im.clientOf('bob').fail('sendMessage', { code: 2801 });
        expect(await failureOf(bob.signaling[kind](inviteId, '', never()))).to.include({ reason: 'timed-out', code: 2801 });
        await bob.signaling[kind](inviteId, '', never());
        await alice.hears(kind === 'accept' ? 'accepted' : 'rejected');
      });
    }

    it('still go out after a cancellation failed', async () => {
      const [alice, bob] = [await present('alice'), await present('bob')];
      await alice.invite([bob], { inviteId: 'one' });
      im.clientOf('alice').fail('sendMessage', { code: 2800 });
      expect(await reasonOf(alice.signaling.cancel('one', PAYLOAD, never()))).to.equal('network');
      await bob.invite([alice], { inviteId: 'two' });
      await alice.signaling.accept((await alice.hears('invitation')).inviteId, '', never());
      await bob.hears('accepted');
    });

    it('have no receiver when nobody knows the invitation, or it was answered, or taken back', async () => {
      const [alice, bob] = [await present('alice'), await present('bob')];
      await bob.signaling.accept('unknown', '', never());
      await bob.signaling.reject('unknown', '', never());
      await alice.signaling.cancel('unknown', '', never());
      await alice.invite([bob]);
      const { inviteId } = await bob.hears('invitation');
      await alice.signaling.cancel('one', PAYLOAD, never());
      await bob.hears('cancelled');
      await bob.signaling.accept(inviteId, '', never());
      await bob.signaling.accept(inviteId, '', never());
      await alice.signaling.cancel('one', PAYLOAD, never());
      await soon(50);
      expect(alice.story).to.deep.equal([]);
    });

    it('give up when the signal aborts or nothing comes back, and the next ones go out', async () => {
      const clock = new VirtualClock(Date.now());
      const [alice, bob] = [await present('alice'), await present('bob', clock)];
      await alice.invite([bob]);
      const { inviteId } = await bob.hears('invitation');
      expect(await reasonOf(bob.signaling.accept(inviteId, '', AbortSignal.abort()))).to.equal('aborted');
      im.clientOf('bob').fail('sendMessage', { hangs: true });
      const control = new AbortController();
      const accept = reasonOf(bob.signaling.accept(inviteId, '', control.signal));
      await soon();
      control.abort();
      expect(await accept).to.equal('aborted');
      const second = reasonOf(bob.signaling.accept(inviteId, '', never()));
      await clock.advance(33_000, soon);
      expect(await second).to.equal('resolved');
    });
  });

  it('knows nobody by name whom it does not know, and only pictures that are pictures', async () => {
    const [alice, bob] = [await present('alice'), await present('bob')];
    await bob.signaling.setProfile({ nickname: 'Bob\u0007 B.', avatarUrl: 'https://example.com/bob.png' }, never());
    im.profiles.set('mallory', { nick: 'x'.repeat(500), avatar: 'javascript:alert(1)' });
    const profiles = await alice.signaling.getProfiles(['bob', 'mallory', 'nobody'], never());
    expect(profiles).to.deep.equal([
      { userId: 'bob', nickname: 'Bob  B.', avatarUrl: 'https://example.com/bob.png' },
      { userId: 'mallory', nickname: 'x'.repeat(128), avatarUrl: '' },
      { userId: 'nobody', nickname: '', avatarUrl: '' },
    ]);
    im.clientOf('alice').tell('onProfileUpdated', [{ userID: 'bob', nick: 'Robert', avatar: '' }, { nick: 'nobody' }, null]);
    expect(alice.of('profile')).to.deep.equal([{ type: 'profile', profile: { userId: 'bob', nickname: 'Robert', avatarUrl: '' } }]);
  });

  it('asks for profiles a hundred at a time, and says when they cannot be had', async () => {
    const alice = await present('alice');
    const client = im.clientOf('alice');
    await alice.signaling.getProfiles(Array.from({ length: 250 }, (_, i) => `u${i}`), never());
    expect(client.calls.filter((call) => call === 'getUserProfile')).to.have.length(3);
    client.fail('getUserProfile', { code: 2801 });
    expect(await failureOf(alice.signaling.getProfiles(['bob'], never()))).to.include({ reason: 'timed-out', code: 2801 });
    client.fail('updateMyProfile', {});
    expect(await reasonOf(alice.signaling.setProfile({ nickname: '', avatarUrl: '' }, never()))).to.equal('network');
    expect(await reasonOf(alice.signaling.getProfiles(['bob'], AbortSignal.abort()))).to.equal('aborted');
  });
});
