import { expect } from '@open-wc/testing';
import { CallError } from '../../../src/calling/errors.js';
import { never, Person } from '../../contract/world.js';
import { Picture, until } from './trtc-tools.js';
import { TrtcWorld } from './trtc-world.js';

const ROOM = 4712;
const CONSOLE = ['log', 'info', 'warn', 'error', 'debug'] as const;

describe('trouble in calls over the real trtc-js-sdk, against the local stand-in', function suite() {
  this.timeout(90_000);
  let world: TrtcWorld;
  const person = async (name: string): Promise<Person> => new Person(world, await world.engine(), name).login();
  const join = (who: Person): Promise<void> => who.engine.room.join(ROOM, never());
  const failure = (promise: Promise<unknown>): Promise<CallError | null> => promise.then(() => null, (thrown: unknown) => CallError.from(thrown));
  /** Two in a call, with a picture of alice at bob's. */
  const call = async (): Promise<{ alice: Person; bob: Person; picture: Picture }> => {
    const [alice, bob] = [await person('alice'), await person('bob')];
    await join(alice);
    await join(bob);
    await alice.publish('video');
    const track = await bob.receives(alice, 'video');
    if (!(track instanceof MediaStreamTrack)) throw new Error('Not a track of the browser.');
    const picture = new Picture(track);
    await picture.rises();
    return { alice, bob, picture };
  };
  const states = (who: Person): string[] => who.roomEventsOf('connection').map(({ state }) => state);

  beforeEach(() => {
    world = new TrtcWorld();
  });
  afterEach(async () => {
    await world.close();
    world.assertReleased();
  });

  it('is said when the service refuses the room, with its code, and the next try may succeed', async () => {
    const alice = await person('alice');
    world.standIn.faults.add({ cmd: 'join', fault: { refuse: -100013 }, times: 1 });
    const error = await failure(join(alice));
    expect(error).to.include({ reason: 'room-join-failed', code: 0x4004 });
    expect(error?.message).to.include('-100013').and.include('suspended');
    await join(alice);
    expect(world.standIn.usersOf(ROOM)).to.deep.equal(['alice']);
  });

  it('is said when the service does not say where to connect', async () => {
    const alice = await person('alice');
    world.standIn.scheduleCode = -1;
    expect(await failure(join(alice))).to.include({ reason: 'room-join-failed', code: 0x404c });
  });

  it('is said when the service does not answer, and nobody is left in the room', async () => {
    const alice = await person('alice');
    world.standIn.faults.add({ direction: 'down', cmd: 20, fault: 'drop', times: 1 });
    expect(await failure(join(alice))).to.include({ reason: 'room-join-failed', code: 0x4004 });
    await join(alice);
    await until(() => world.standIn.usersOf(ROOM).length === 1, () => 'one alice to be there');
  });

  it('is said when no socket can be opened, in bounded time', async () => {
    const alice = await person('alice');
    world.standIn.offline.add('alice');
    const started = performance.now();
    expect(await failure(join(alice))).to.not.equal(null);
    expect(performance.now() - started).to.be.below(21_000);
  });

  it('of leaving while joining leaves nobody behind, and the room can be joined again at once', async () => {
    const alice = await person('alice');
    const joining = failure(join(alice));
    await alice.engine.room.leave();
    expect((await joining)?.reason).to.equal('aborted');
    await join(alice);
    expect(world.standIn.usersOf(ROOM)).to.deep.equal(['alice']);
  });

  for (const [reason, error] of [['kick', 'kicked-offline'], ['banned', 'removed-from-room'], ['room-disband', 'removed-from-room']] as const) {
    it(`of the kind "${reason}" ends the stay of one and leaves the other`, async () => {
      const { alice, bob, picture } = await call();
      picture.close();
      world.standIn.kick('alice', reason);
      await until(() => states(alice).at(-1) === 'lost', () => 'alice to be told');
      expect(alice.roomEventsOf('error').map(({ error: { reason: why, code } }) => [why, code])).to.deep.equal([[error, 0x4040]]);
      await bob.sees('left', ({ userId }) => userId === 'alice');
      await join(alice);
      await until(() => bob.roomEventsOf('entered').length === 2, () => 'alice to be back');
    });
  }

  it('with the socket is mended while the picture goes on', async () => {
    const { bob, picture } = await call();
    world.standIn.breakSocket('bob');
    await until(() => states(bob).join() === 'reconnecting,connected', () => `bob to be back, was ${states(bob)}`);
    await picture.rises();
    picture.close();
    expect(bob.roomEventsOf('left')).to.deep.equal([]);
  });

  it('with the socket for ten seconds is mended, too, and what happened meanwhile is caught up with', async () => {
    const { alice, bob, picture } = await call();
    world.standIn.breakSocket('bob', true);
    await until(() => states(bob).at(-1) === 'reconnecting', () => 'bob to notice');
    await alice.publish('audio');
    await world.pass(10_000);
    await picture.rises();
    picture.close();
    world.standIn.offline.clear();
    await until(() => states(bob).at(-1) === 'connected', () => 'bob to be back');
    alice.engine.room.setMuted('video', true);
    await Promise.all([bob.seesAvailable(alice, 'audio', true), bob.seesAvailable(alice, 'video', false)]);
  });

  it('with the socket for so long that the service forgot is mended, too, though the tracks are others then', async () => {
    world.standIn.grace = 500;
    const { alice, bob, picture } = await call();
    world.standIn.breakSocket('bob', true);
    await alice.sees('left', ({ userId }) => userId === 'bob');
    world.standIn.offline.clear();
    await alice.sees('entered', ({ userId }) => userId === 'bob');
    const before = bob.trackOf(alice, 'video');
    await until(() => bob.trackOf(alice, 'video') !== before, () => 'bob to have another track', 45_000);
    picture.close();
    await world.playing(await bob.receives(alice, 'video'));
    expect(states(bob).at(-1)).to.equal('connected');
  });

  it('with the media of one is mended by publishing again', async () => {
    const { alice, bob, picture } = await call();
    picture.close();
    const seen = bob.roomEventsOf('track').length;
    world.standIn.breakUplink('alice');
    await until(() => bob.roomEventsOf('track').length >= seen + 2, () => 'another track to come', 45_000);
    const track = await bob.receives(alice, 'video');
    await world.playing(track);
    expect(states(alice)).to.deep.equal([]);
  });

  it('with frames that come late, twice and out of order changes nothing in the end', async () => {
    world.standIn.faults.add({ fault: 'duplicate', direction: 'down', cmd: 23 });
    world.standIn.faults.add({ fault: { delay: 300 }, direction: 'down', cmd: 4102 });
    world.standIn.faults.add({ fault: 'reorder', direction: 'down', cmd: 4134, times: 1 });
    world.standIn.faults.add({ fault: 'drop', direction: 'down', cmd: 4108, times: 2 });
    const { alice, bob, picture } = await call();
    await alice.publish('audio');
    alice.engine.room.setMuted('audio', true);
    await bob.seesAvailable(alice, 'audio', false);
    alice.engine.room.setMuted('audio', false);
    await bob.seesAvailable(alice, 'audio', true);
    await picture.rises();
    picture.close();
    expect(bob.roomEventsOf('entered')).to.have.length(1);
    expect(alice.roomEventsOf('entered')).to.have.length(1);
  });

  it('with a subscription is tried again', async () => {
    world.standIn.faults.add({ cmd: 'subscribe', fault: { refuse: -5 }, times: 1 });
    const { picture } = await call();
    picture.close();
  });

  it('of any kind puts no userSig on the console, nor into anything that leaves the page but the question where to connect', async () => {
    const printed: string[] = [];
    const real = CONSOLE.map((name) => [name, console[name]] as const);
    for (const [name] of real) console[name] = (...words: unknown[]) => void printed.push(words.map(String).join(' '));
    try {
      const { alice, bob, picture } = await call();
      picture.close();
      world.standIn.breakSocket('bob', true);
      await until(() => states(bob).at(-1) === 'reconnecting', () => 'bob to notice');
      await world.pass(5_000);
      world.standIn.offline.clear();
      await until(() => states(bob).at(-1) === 'connected', () => 'bob to be back');
      world.standIn.kick('alice', 'banned');
      await until(() => states(alice).at(-1) === 'lost', () => 'alice to be told');
    } finally {
      for (const [name, print] of real) console[name] = print;
    }
    expect(printed.filter((text) => text.includes('signature-of-'))).to.deep.equal([]);
    const asked = world.network.uploads.filter(({ url, body }) => `${url} ${body}`.includes('signature-of-'));
    expect(new Set(asked.map(({ url }) => new URL(url).pathname))).to.deep.equal(new Set(['/api/v1/config']));
  });
});
