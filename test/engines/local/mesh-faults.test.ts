import { expect } from '@open-wc/testing';
import { LocalEngine } from '../../../src/engines/local/local-engine.js';
import { createTestPicture } from '../../../src/engines/media/test-picture.js';
import { createLocalWorld, watchConnections } from '../../contract/local-world.js';
import { never, Person, uniqueNames, uniqueRoom, until, type World } from '../../contract/world.js';
import { seeded } from '../../support/seeded.js';
import { FlakyTransport } from './flaky-transport.js';

interface Caller {
  readonly person: Person;
  readonly transport: FlakyTransport;
}

describe('MeshRoom in trouble', function suite() {
  this.timeout(60_000);
  let world: World;
  let name: (name: string) => string;
  let roomId: number;
  let connections: ReturnType<typeof watchConnections>;
  const engines: LocalEngine[] = [];
  const pictures: MediaStreamTrack[] = [];

  beforeEach(async () => {
    world = await createLocalWorld({ transport: 'broadcast' });
    connections = watchConnections();
    name = uniqueNames();
    roomId = uniqueRoom();
  });
  afterEach(async () => {
    await Promise.all(engines.splice(0).map((engine) => engine.dispose()));
    for (const picture of pictures.splice(0)) picture.stop();
    connections.stop();
    expect(connections.open()).to.equal(0);
    await world.close();
  });

  const caller = async (who: string, random?: () => number): Promise<Caller> => {
    const transport = new FlakyTransport(random);
    const engine = new LocalEngine({ makeTransport: async () => transport, iceServers: [], capture: undefined });
    engines.push(engine);
    const person = await new Person(world, engine, name(who)).login();
    const picture = createTestPicture({ label: who, width: 160, height: 90 });
    pictures.push(picture);
    await engine.room.publish('video', picture);
    return { person, transport };
  };
  const join = ({ person }: Caller): Promise<void> => person.engine.room.join(roomId, never());
  const linked = ({ person: one }: Caller, { person: other }: Caller): Promise<unknown> => one.sees('link', ({ userId, state }) => userId === other.userId && state === 'connected');
  /** Two people who see each other. */
  const pair = async (): Promise<[Caller, Caller]> => {
    const callers: [Caller, Caller] = [await caller('alice'), await caller('bob')];
    const [alice, bob] = callers;
    await join(alice);
    await join(bob);
    await Promise.all([linked(alice, bob), linked(bob, alice)]);
    const tracks = await Promise.all([alice.person.receives(bob.person, 'video'), bob.person.receives(alice.person, 'video')]);
    await Promise.all(tracks.map((track) => world.playing?.(track)));
    return callers;
  };

  it('goes on with the call when signalling is lost, and nobody has left', async () => {
    const [alice, bob] = await pair();
    for (const { transport } of [alice, bob]) transport.cut();
    await world.pass(3000);
    const tracks = await Promise.all([alice.person.receives(bob.person, 'video'), bob.person.receives(alice.person, 'video')]);
    await Promise.all(tracks.map((track) => world.playing?.(track)));
    for (const { person } of [alice, bob]) expect(person.roomEventsOf('left')).to.deep.equal([]);
  });

  it('tells the other side of muting and of leaving when signalling is lost', async () => {
    const [alice, bob] = await pair();
    for (const { transport } of [alice, bob]) transport.cut();
    alice.person.engine.room.setMuted('video', true);
    await bob.person.seesAvailable(alice.person, 'video', false, 2000);
    await alice.person.engine.room.leave();
    const { userId, gone } = await bob.person.sees('left', () => true, 2000);
    expect({ userId, gone }).to.deep.equal({ userId: alice.person.userId, gone: false });
  });

  it('tells nobody that somebody left whom presence alone declares gone', async () => {
    const [alice, bob] = await pair();
    alice.transport.sayEverybodyIsGone();
    await world.pass(4000);
    expect(alice.person.roomEventsOf('left')).to.deep.equal([]);
    await world.playing?.(await alice.person.receives(bob.person, 'video'));
    // Once the media path falls silent as well, they are.
    bob.transport.cut();
    for (const connection of connections.all()) connection.close();
    alice.transport.sayEverybodyIsGone();
    await alice.person.sees('left', ({ gone }) => gone, 5000);
  });

  it('takes back who was given up for their silence, over a new connection, once they are heard again', async () => {
    const [alice, bob] = await pair();
    bob.transport.cut();
    for (const connection of connections.all()) connection.close();
    alice.transport.sayEverybodyIsGone();
    await alice.person.sees('left', ({ gone }) => gone, 5000);
    const before = { alice: alice.person.roomEventsOf('entered').length, bob: bob.person.roomEventsOf('entered').length };
    bob.transport.mend();
    await until(() => alice.person.roomEventsOf('entered').length > before.alice && bob.person.roomEventsOf('entered').length > before.bob, () => 'both to have come in again');
    await bob.person.sees('left', ({ userId, gone }) => userId === alice.person.userId && gone);
    await until(() => connections.all().filter(({ connectionState }) => connectionState === 'connected').length === 2, () => 'a new connection');
    for (const [one, other] of [[alice, bob], [bob, alice]] as const) await world.playing?.(await one.person.receives(other.person, 'video'));
    // In good order from there on: a goodbye is a goodbye.
    await alice.person.engine.room.leave();
    await bob.person.sees('left', ({ userId, gone }) => userId === alice.person.userId && !gone);
  });

  it('says that it was kicked before it says that the room is lost, and has left', async () => {
    const [alice, bob] = await pair();
    const order: string[] = [];
    alice.person.engine.signaling.listen(({ type }) => type === 'kicked' && order.push(type));
    alice.person.engine.room.listen((event) => event.type === 'connection' && order.push(event.state));
    alice.transport.kick();
    await until(() => order.length === 2, () => `two words, heard ${order.join()}`);
    expect(order).to.deep.equal(['kicked', 'lost']);
    await bob.person.sees('left', ({ userId }) => userId === alice.person.userId);
    await alice.person.login();
    await join(alice);
  });

  it('catches up with who came and who went while signalling was lost', async () => {
    const [alice, bob] = await pair();
    alice.transport.cut();
    const carol = await caller('carol');
    await join(carol);
    await linked(bob, carol);
    alice.transport.mend();
    await Promise.all([linked(alice, carol), linked(carol, alice)]);
    // Until there is a picture, the goodbye has no way beside signalling.
    await world.playing?.(await alice.person.receives(carol.person, 'video'));
    alice.transport.cut();
    await carol.person.engine.room.leave();
    await alice.person.sees('left', ({ userId }) => userId === carol.person.userId);
  });

  it('goes on with both pictures when both sides ask for a new path in the same moment, again and again', async () => {
    const [alice, bob] = await pair();
    const tracks = await Promise.all([alice.person.receives(bob.person, 'video'), bob.person.receives(alice.person, 'video')]);
    const fragments = (): string => connections.all().map(({ localDescription }) => /a=ice-ufrag:(.+)/.exec(localDescription?.sdp ?? '')?.[1]).join();
    for (let round = 0; round < 4; round += 1) {
      const before = fragments();
      for (const connection of connections.all()) connection.restartIce();
      await until(() => fragments() !== before && connections.all().every(({ signalingState }) => signalingState === 'stable'), () => 'a new description on both sides');
      await Promise.all(tracks.map((track) => world.playing?.(track)));
    }
    await until(() => connections.all().every(({ connectionState }) => connectionState === 'connected'), () => 'both connected');
    for (const { person } of [alice, bob]) expect(person.roomEventsOf('left')).to.deep.equal([]);
  });

  for (const seed of [1, 2, 3, 4, 5, 6]) {
    it(`links people whose words get lost, doubled and out of order (${seed})`, async () => {
      const random = seeded(seed);
      const callers = [await caller('alice', random), await caller('bob', random), await caller('carol', random)];
      for (const { transport } of callers) transport.disturbance = { loss: 0.25, duplicates: 0.25, delay: 150 };
      await Promise.all(callers.map(join));
      for (const one of callers) {
        for (const other of callers) {
          if (one === other) continue;
          await linked(one, other);
          await one.person.receives(other.person, 'video');
        }
        expect(one.person.roomEventsOf('left')).to.deep.equal([]);
      }
    });
  }
});
