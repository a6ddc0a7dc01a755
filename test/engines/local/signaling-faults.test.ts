import { expect } from '@open-wc/testing';
import { CallError } from '../../../src/calling/errors.js';
import { LocalEngine } from '../../../src/engines/local/local-engine.js';
import { LocalSignaling } from '../../../src/engines/local/local-signaling.js';
import { VirtualClock } from '../../../src/engines/memory/virtual-clock.js';
import { createLocalWorld } from '../../contract/local-world.js';
import { never, Person, uniqueNames, type World } from '../../contract/world.js';
import { FlakyTransport } from './flaky-transport.js';

interface Caller {
  readonly person: Person;
  readonly transport: FlakyTransport;
}

const reasonOf = async (promise: Promise<unknown>): Promise<string> => promise.then(() => 'resolved', (thrown: unknown) => CallError.from(thrown).reason);

describe('LocalSignaling in trouble', function suite() {
  this.timeout(30_000);
  let world: World;
  let name: (name: string) => string;
  const engines: LocalEngine[] = [];

  beforeEach(async () => {
    world = await createLocalWorld({ transport: 'broadcast' });
    name = uniqueNames();
  });
  afterEach(async () => {
    await Promise.all(engines.splice(0).map((engine) => engine.dispose()));
    await world.close();
    await world.assertReleased();
  });

  const caller = async (who: string): Promise<Caller> => {
    const transport = new FlakyTransport();
    const engine = new LocalEngine({ makeTransport: async () => transport, iceServers: [], capture: undefined });
    engines.push(engine);
    return { transport, person: await new Person(world, engine, name(who)).login() };
  };

  it('brings every invitation and every answer once where words get lost and doubled', async () => {
    const [alice, bob] = [await caller('alice'), await caller('bob')];
    for (const { transport } of [alice, bob]) transport.disturbance = { loss: 0.4, duplicates: 0.4, delay: 100 };
    const ids = Array.from({ length: 12 }, (_, index) => name(`invite${index}`));
    await Promise.all(ids.map((id) => alice.person.invite(id, [bob.person])));
    for (const [index, id] of ids.entries()) {
      await bob.person.hears('invitation', ({ inviteId }) => inviteId === id);
      await bob.person.engine.signaling[index % 2 === 0 ? 'accept' : 'reject'](id, String(index), never());
    }
    for (const [index, id] of ids.entries()) await alice.person.hears(index % 2 === 0 ? 'accepted' : 'rejected', ({ inviteId, data }) => inviteId === id && data === String(index));
    await world.pass(2000);
    expect(bob.person.signalsOf('invitation')).to.have.length(12);
    expect(alice.person.signalsOf('accepted')).to.have.length(6);
    expect(alice.person.signalsOf('rejected')).to.have.length(6);
  });

  it('rings again at somebody who reloads the page while it rings', async () => {
    const alice = await caller('alice');
    const before = await new Person(world, await world.engine({ mortal: true }), name('bob')).login();
    await alice.person.invite(name('one'), [before]);
    await alice.person.hears('delivered');
    world.kill(before.engine);
    await alice.person.hears('vanished');
    const after = await new Person(world, await world.engine(), before.userId).login();
    await after.hears('invitation', ({ inviteId }) => inviteId === name('one'), 5000);
    await world.until(() => alice.person.signalsOf('delivered').length === 2, () => 'a second receipt');
    await after.engine.signaling.accept(name('one'), '', never());
    await alice.person.hears('accepted');
  });

  it('does not ring again at somebody who has answered', async () => {
    const alice = await caller('alice');
    const before = await new Person(world, await world.engine({ mortal: true }), name('bob')).login();
    await alice.person.invite(name('one'), [before]);
    await before.hears('invitation');
    await before.engine.signaling.accept(name('one'), '', never());
    await alice.person.hears('accepted');
    world.kill(before.engine);
    await alice.person.hears('vanished');
    const after = await new Person(world, await world.engine(), before.userId).login();
    await world.pass(2500);
    expect(after.signalsOf('invitation')).to.deep.equal([]);
  });

  it('has no timer left for an answered invitation once its inviter is in the room', async () => {
    const alice = await caller('alice');
    const clock = new VirtualClock();
    const bob = new LocalSignaling(async () => new FlakyTransport(), () => {}, { clock });
    const rings = new Promise<void>((resolve) => { bob.listen(({ type }) => { if (type === 'invitation') resolve(); }); });
    await bob.login({ sdkAppId: 1, userId: name('bob'), userSig: '' }, never());
    try {
      const idle = clock.pending;
      await alice.person.engine.signaling.invite({ inviteId: name('one'), invitees: [name('bob')], groupId: '', data: '', timeout: 30 }, never());
      await rings;
      await bob.accept(name('one'), '', never());
      expect(clock.pending).to.be.greaterThan(idle);
      bob.met(alice.person.userId);
      expect(clock.pending).to.equal(idle);
    } finally {
      await bob.logout();
    }
  });

  it('waits with an invitation for a connection that comes back soon, and says network when it does not', async () => {
    const [alice, bob] = [await caller('alice'), await caller('bob')];
    alice.transport.cut();
    const soon = alice.person.invite(name('one'), [bob.person]);
    await world.pass(300);
    alice.transport.mend();
    await soon;
    await bob.person.hears('invitation');
    alice.transport.cut();
    expect(await reasonOf(alice.person.invite(name('two'), [bob.person]))).to.equal('network');
    alice.transport.mend();
    await world.pass(1000);
    expect(bob.person.signalsOf('invitation')).to.have.length(1);
  });

  it('gives up waiting for the connection when it is aborted or logged out', async () => {
    const [alice, bob] = [await caller('alice'), await caller('bob')];
    alice.transport.cut();
    const control = new AbortController();
    const invitation = { inviteId: name('one'), invitees: [bob.person.userId], groupId: '', data: '', timeout: 30 };
    const aborted = reasonOf(alice.person.engine.signaling.invite(invitation, control.signal));
    control.abort();
    expect(await aborted).to.equal('aborted');
    const loggedOut = reasonOf(alice.person.engine.signaling.invite(invitation, never()));
    await alice.person.engine.signaling.logout();
    expect(await loggedOut).to.equal('not-logged-in');
  });

  it('says no and never mind as soon as the connection is back', async () => {
    const [alice, bob] = [await caller('alice'), await caller('bob')];
    await alice.person.invite(name('one'), [bob.person]);
    await alice.person.invite(name('two'), [bob.person]);
    await bob.person.hears('invitation', ({ inviteId }) => inviteId === name('two'));
    for (const { transport } of [alice, bob]) transport.cut();
    await bob.person.engine.signaling.reject(name('one'), 'no', never());
    await alice.person.engine.signaling.cancel(name('two'), 'never mind', never());
    for (const { transport } of [alice, bob]) transport.mend();
    await alice.person.hears('rejected', ({ inviteId }) => inviteId === name('one'));
    await bob.person.hears('cancelled', ({ inviteId }) => inviteId === name('two'));
  });

  it('takes only the first answer of somebody', async () => {
    const [alice, bob] = [await caller('alice'), await caller('bob')];
    await alice.person.invite(name('one'), [bob.person]);
    await bob.person.hears('invitation');
    await bob.person.engine.signaling.accept(name('one'), 'yes', never());
    await alice.person.hears('accepted');
    await bob.person.engine.signaling.reject(name('one'), 'no', never());
    await world.pass(800);
    expect(alice.person.signalsOf('rejected')).to.deep.equal([]);
  });

  it('refuses to send one invitation twice, and an invitee who cannot be', async () => {
    const [alice, bob] = [await caller('alice'), await caller('bob')];
    await alice.person.invite(name('one'), [bob.person]);
    expect(await reasonOf(alice.person.invite(name('one'), [bob.person]))).to.equal('invitation-failed');
    expect(await reasonOf(alice.person.engine.signaling.invite({ inviteId: name('two'), invitees: ['no such user!'], groupId: '', data: '', timeout: 30 }, never()))).to.equal('invitation-failed');
  });

  it('tells a changed profile to whoever has asked for it', async () => {
    const [alice, bob] = [await caller('alice'), await caller('bob')];
    await alice.person.engine.signaling.getProfiles([bob.person.userId], never());
    await bob.person.engine.signaling.setProfile({ nickname: 'Bobby', avatarUrl: '' }, never());
    await alice.person.hears('profile', ({ profile }) => profile.userId === bob.person.userId && profile.nickname === 'Bobby');
  });

  it('refuses a profile that is too large or could run something', async () => {
    const { person } = await caller('alice');
    for (const profile of [{ nickname: 'x'.repeat(257), avatarUrl: '' }, { nickname: '', avatarUrl: `data:image/png;base64,${'A'.repeat(40_000)}` }, { nickname: '', avatarUrl: 'data:text/html,x' }]) {
      expect(await reasonOf(person.engine.signaling.setProfile(profile, never()))).to.equal('invalid-argument');
    }
  });

  it('says when the connection is lost and found', async () => {
    const { person, transport } = await caller('alice');
    transport.cut();
    transport.mend();
    expect(person.signalsOf('connection').map(({ state }) => state)).to.deep.equal(['connecting', 'connected', 'reconnecting', 'connected']);
  });
});
