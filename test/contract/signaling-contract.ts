import { expect } from '@open-wc/testing';
import { CallError } from '../../src/calling/errors.js';
import { pagesContract } from './pages-contract.js';
import { never, Person, uniqueNames, type ContractTraits, type World } from './world.js';

const reasonOf = async (promise: Promise<unknown>): Promise<string> => promise.then(() => 'resolved', (thrown: unknown) => CallError.from(thrown).reason);

export function signalingContract(setup: () => Promise<World>, { presence = true, clockGrain = 0, pages = true, devices = true }: ContractTraits = {}): void {
  describe('signalling', () => {
    let world: World;
    let name: (name: string) => string;
    const person = async (who: string, options?: { mortal?: boolean }): Promise<Person> => new Person(world, await world.engine(options), name(who));
    const present = async (who: string, options?: { mortal?: boolean }): Promise<Person> => (await person(who, options)).login();

    beforeEach(async () => {
      world = await setup();
      name = uniqueNames();
    });
    afterEach(async () => {
      await world.close();
      await world.assertReleased();
    });

    it('says connected after a login', async () => {
      const alice = await present('alice');
      expect(alice.signalsOf('connection').at(-1)?.state).to.equal('connected');
    });

    it('says that a login was refused, and lets the next one in', async () => {
      const alice = await person('alice');
      expect(await reasonOf(alice.engine.signaling.login(world.refused, never()))).to.equal('login-refused');
      await alice.login();
    });

    it('gives up a login that is aborted before it begins', async () => {
      const engine = await world.engine();
      expect(await reasonOf(engine.signaling.login({ sdkAppId: 1, userId: name('alice'), userSig: 's' }, AbortSignal.abort()))).to.equal('aborted');
    });

    it('gives up a login that is aborted on its way', async () => {
      const engine = await world.engine();
      const control = new AbortController();
      const login = reasonOf(engine.signaling.login({ sdkAppId: 1, userId: name('alice'), userSig: 's' }, control.signal));
      control.abort();
      expect(await login).to.equal('aborted');
    });

    if (devices) {
      it('kicks the first of two devices of one user, and leaves the second alone', async () => {
        const first = await present('alice');
        const second = await new Person(world, await world.engine(), first.userId).login();
        const { reason } = await first.hears('kicked');
        expect(reason).to.equal('other-login');
        await world.pass(500);
        expect(second.signalsOf('kicked')).to.have.length(0);
        const bob = await present('bob');
        await bob.invite(name('one'), [second]);
        await second.hears('invitation');
        expect(first.signalsOf('invitation')).to.have.length(0);
      });
    }

    it('rejects an invitation by nobody', async () => {
      const alice = await person('alice');
      expect(await reasonOf(alice.invite('one', [alice]))).to.equal('not-logged-in');
    });

    it('carries an invitation as it is', async () => {
      const [alice, bob] = [await present('alice'), await present('bob')];
      await alice.invite(name('one'), [bob], { data: '{"quoted":"\\"é\\u0000"}' });
      const { inviteId, ringMs = 1, ...rest } = await bob.hears('invitation');
      expect(ringMs).to.be.within(1, 30_000);
      expect(inviteId).to.be.a('string').with.length.above(0);
      expect(rest).to.deep.equal({ type: 'invitation', inviter: alice.userId, invitees: [bob.userId], groupId: '', data: '{"quoted":"\\"é\\u0000"}' });
    });

    if (presence) {
      it('brings a receipt back', async () => {
        const [alice, bob] = [await present('alice'), await present('bob')];
        await alice.invite(name('one'), [bob]);
        expect(await alice.hears('delivered')).to.deep.equal({ type: 'delivered', inviteId: name('one'), userId: bob.userId });
      });
    }

    it('carries acceptance', async () => {
      const [alice, bob] = [await present('alice'), await present('bob')];
      await alice.invite(name('one'), [bob]);
      const { inviteId } = await bob.hears('invitation');
      await bob.engine.signaling.accept(inviteId, '{"yes":1}', never());
      expect(await alice.hears('accepted')).to.deep.equal({ type: 'accepted', inviteId: name('one'), userId: bob.userId, data: '{"yes":1}' });
    });

    it('carries rejection', async () => {
      const [alice, bob] = [await present('alice'), await present('bob')];
      await alice.invite(name('one'), [bob]);
      const { inviteId } = await bob.hears('invitation');
      await bob.engine.signaling.reject(inviteId, '{"no":1}', never());
      expect(await alice.hears('rejected')).to.deep.equal({ type: 'rejected', inviteId: name('one'), userId: bob.userId, data: '{"no":1}' });
    });

    it('carries cancellation', async () => {
      const [alice, bob] = [await present('alice'), await present('bob')];
      await alice.invite(name('one'), [bob]);
      const { inviteId } = await bob.hears('invitation');
      await alice.engine.signaling.cancel(name('one'), '{"never mind":1}', never());
      expect(await bob.hears('cancelled')).to.deep.equal({ type: 'cancelled', inviteId, userId: alice.userId, data: '{"never mind":1}' });
    });

    it('lets nobody ring for what is taken back while it is still being sent', async () => {
      const [alice, bob] = [await present('alice'), await present('bob')];
      const sending = alice.invite(name('one'), [bob]).catch(() => undefined);
      await alice.engine.signaling.cancel(name('one'), '', never());
      await sending;
      await world.pass(2500);
      expect(bob.signalsOf('cancelled')).to.have.length(bob.signalsOf('invitation').length);
    });

    it('tells each invitation and each answer once', async () => {
      const [alice, bob] = [await present('alice'), await present('bob')];
      await alice.invite(name('one'), [bob]);
      const { inviteId } = await bob.hears('invitation');
      await bob.engine.signaling.accept(inviteId, '', never());
      await alice.hears('accepted');
      await world.pass(2500);
      expect(bob.signalsOf('invitation')).to.have.length(1);
      expect(alice.signalsOf('accepted')).to.have.length(1);
      expect(alice.signalsOf('delivered')).to.have.length(presence ? 1 : 0);
    });

    it('invites several people and knows their answers apart', async () => {
      const [alice, bob, carol] = [await present('alice'), await present('bob'), await present('carol')];
      await alice.invite(name('one'), [bob, carol]);
      const [toBob, toCarol] = await Promise.all([bob.hears('invitation'), carol.hears('invitation')]);
      await bob.engine.signaling.accept(toBob.inviteId, '', never());
      await carol.engine.signaling.reject(toCarol.inviteId, '', never());
      expect((await alice.hears('accepted')).userId).to.equal(bob.userId);
      expect((await alice.hears('rejected')).userId).to.equal(carol.userId);
    });

    it('does not carry an answer of somebody who was not invited', async () => {
      const [alice, bob, mallory] = [await present('alice'), await present('bob'), await present('mallory')];
      await alice.invite(name('one'), [bob]);
      const { inviteId } = await bob.hears('invitation');
      await mallory.engine.signaling.accept(inviteId, '', never());
      await mallory.engine.signaling.reject(inviteId, '', never());
      await mallory.engine.signaling.cancel(inviteId, '', never());
      await world.pass(1000);
      expect(alice.signalsOf('accepted')).to.have.length(0);
      expect(alice.signalsOf('rejected')).to.have.length(0);
      expect(bob.signalsOf('cancelled')).to.have.length(0);
    });

    it('does not carry a cancellation by the invitee', async () => {
      const [alice, bob] = [await present('alice'), await present('bob')];
      await alice.invite(name('one'), [bob]);
      const { inviteId } = await bob.hears('invitation');
      await bob.engine.signaling.cancel(inviteId, '', never());
      await world.pass(1000);
      expect(alice.signalsOf('cancelled')).to.have.length(0);
    });

    it('resolves answers to an invitation that nobody knows', async () => {
      const alice = await present('alice');
      const { signaling } = alice.engine;
      expect(await reasonOf(signaling.accept('unknown', '', never()))).to.equal('resolved');
      expect(await reasonOf(signaling.reject('unknown', '', never()))).to.equal('resolved');
      expect(await reasonOf(signaling.cancel('unknown', '', never()))).to.equal('resolved');
    });

    it('delivers to somebody who logs in while it still rings', async () => {
      const [alice, bob] = [await present('alice'), await person('bob')];
      await alice.invite(name('one'), [bob]);
      await world.pass(1000);
      expect(alice.signalsOf('delivered')).to.have.length(0);
      await bob.login();
      const { inviteId } = await bob.hears('invitation');
      if (presence) await alice.hears('delivered');
      await bob.engine.signaling.accept(inviteId, '', never());
      await alice.hears('accepted');
    });

    it('does not deliver what was cancelled before the login', async () => {
      const [alice, bob] = [await present('alice'), await person('bob')];
      await alice.invite(name('one'), [bob]);
      await alice.engine.signaling.cancel(name('one'), '', never());
      await bob.login();
      await world.pass(2500);
      expect(bob.signalsOf('invitation')).to.have.length(0);
    });

    it('does not deliver what has rung out before the login', async () => {
      const [alice, bob] = [await present('alice'), await person('bob')];
      await alice.invite(name('one'), [bob], { timeout: 1 });
      await world.pass(1500 + clockGrain);
      await bob.login();
      await world.pass(2500);
      expect(bob.signalsOf('invitation')).to.have.length(0);
    });

    it('carries a word that only informs', async () => {
      const [alice, bob] = [await present('alice'), await present('bob')];
      await alice.invite(name('end'), [bob], { timeout: 0, data: '{"end":1}' });
      expect((await bob.hears('invitation')).data).to.equal('{"end":1}');
    });

    if (presence) {
      it('tells the inviter within 5 s that a ringing invitee has vanished', async () => {
        const [alice, bob] = [await present('alice'), await present('bob', { mortal: true })];
        await alice.invite(name('one'), [bob]);
        await alice.hears('delivered');
        world.kill(bob.engine);
        const vanished = await alice.hears('vanished', () => true, 5000);
        expect(vanished).to.deep.equal({ type: 'vanished', inviteId: name('one'), userId: bob.userId });
      });

      it('tells the invitee within 5 s that the inviter has vanished', async () => {
        const [alice, bob] = [await present('alice', { mortal: true }), await present('bob')];
        await alice.invite(name('one'), [bob]);
        const { inviteId } = await bob.hears('invitation');
        world.kill(alice.engine);
        const vanished = await bob.hears('vanished', () => true, 5000);
        expect(vanished).to.deep.equal({ type: 'vanished', inviteId, userId: alice.userId });
      });
    }

    it('hears nothing of the others after a logout, and can log in again', async () => {
      const [alice, bob] = [await present('alice'), await present('bob')];
      await bob.engine.signaling.logout();
      await alice.invite(name('one'), [bob], { timeout: 1 });
      await world.pass(1500 + clockGrain);
      expect(bob.signalsOf('invitation')).to.have.length(0);
      await bob.login();
      await alice.invite(name('two'), [bob], { data: '{"second":1}' });
      expect((await bob.hears('invitation')).data).to.equal('{"second":1}');
    });

    it('looks profiles up; one that is not known has an empty nickname', async () => {
      const [alice, bob] = [await present('alice'), await present('bob')];
      await bob.engine.signaling.setProfile({ nickname: 'Bob B.', avatarUrl: 'https://example.com/bob.png' }, never());
      const profiles = await alice.engine.signaling.getProfiles([bob.userId, name('nobody')], never());
      expect(profiles).to.deep.equal([
        { userId: bob.userId, nickname: 'Bob B.', avatarUrl: 'https://example.com/bob.png' },
        { userId: name('nobody'), nickname: '', avatarUrl: '' },
      ]);
    });

    it('logs out twice, and without a login, without complaint', async () => {
      const alice = await present('alice');
      await alice.engine.signaling.logout();
      await alice.engine.signaling.logout();
      const stranger = await person('stranger');
      await stranger.engine.signaling.logout();
    });
  });
  if (pages) pagesContract(setup, { devices });
}
