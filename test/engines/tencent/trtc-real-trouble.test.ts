import { expect } from '@open-wc/testing';
import { replace } from '../../support/replace.js';
import { call, failure, join, person, ROOM, states } from './trtc-real-people.js';
import { until } from './trtc-tools.js';
import { TrtcWorld } from './trtc-world.js';

const CONSOLE = ['log', 'info', 'warn', 'error', 'debug'] as const;

describe('trouble in calls over the real trtc-js-sdk, against the local stand-in', function suite() {
  this.timeout(90_000);
  let world: TrtcWorld;

  beforeEach(() => {
    world = new TrtcWorld();
  });
  afterEach(async () => {
    await world.close();
    await world.assertReleased();
  });

  it('is said when the service refuses the room, with its code, and the next try may succeed', async () => {
    const alice = await person(world, 'alice');
    world.standIn.faults.add({ cmd: 'join', fault: { refuse: -100013 }, times: 1 });
    const error = await failure(join(alice));
    expect(error).to.include({ reason: 'room-join-failed', code: 0x4004 });
    expect(error?.message).to.include('-100013').and.include('suspended');
    await join(alice);
    expect(world.standIn.usersOf(ROOM)).to.deep.equal(['alice']);
  });

  it('is said when the service does not say where to connect', async () => {
    const alice = await person(world, 'alice');
    world.standIn.scheduleCode = -1;
    expect(await failure(join(alice))).to.include({ reason: 'room-join-failed', code: 0x404c });
  });

  it('is said when the service does not answer, and nobody is left in the room', async () => {
    const alice = await person(world, 'alice');
    world.standIn.faults.add({ direction: 'down', cmd: 20, fault: 'drop', times: 1 });
    expect(await failure(join(alice))).to.include({ reason: 'room-join-failed', code: 0x4004 });
    await join(alice);
    await until(() => world.standIn.usersOf(ROOM).length === 1, () => 'one alice to be there');
  });

  it('is said when no socket can be opened, in bounded time', async () => {
    const alice = await person(world, 'alice');
    world.standIn.offline.add('alice');
    const started = performance.now();
    expect(await failure(join(alice))).to.not.equal(null);
    expect(performance.now() - started).to.be.below(21_000);
  });

  it('of leaving while joining leaves nobody behind, and the room can be joined again at once', async () => {
    const alice = await person(world, 'alice');
    const joining = failure(join(alice));
    await alice.engine.room.leave();
    expect((await joining)?.reason).to.equal('aborted');
    await join(alice);
    expect(world.standIn.usersOf(ROOM)).to.deep.equal(['alice']);
  });

  it('of leaving while the SDK is about to learn that it publishes leaves no connection open', async () => {
    const alice = await person(world, 'alice');
    await join(alice);
    const answered: RTCPeerConnection[] = [];
    let go = (): void => {};
    const held = new Promise<void>((resolve) => { go = resolve; });
    const take: (connection: RTCPeerConnection, description: RTCSessionDescriptionInit) => Promise<void> = Function.prototype.call.bind(RTCPeerConnection.prototype.setRemoteDescription);
    const restore = replace(RTCPeerConnection.prototype, {
      setRemoteDescription: {
        async value(this: RTCPeerConnection, description: RTCSessionDescriptionInit): Promise<void> {
          await take(this, description);
          if (description.type !== 'answer') return;
          answered.push(this);
          await held;
        },
      },
    });
    try {
      const publishing = failure(alice.publish('audio'));
      await until(() => answered[0]?.connectionState === 'connected', () => 'the connection to be up before the SDK knows');
      await alice.engine.room.leave();
      expect((await publishing)?.reason).to.equal('aborted');
    } finally {
      restore();
      go();
    }
    await until(() => answered.every(({ signalingState }) => signalingState === 'closed'), () => `the connection to be closed; it is ${answered[0]?.connectionState}`);
  });

  it('of leaving while the SDK joins again by itself leaves nobody behind either', async () => {
    const alice = await person(world, 'alice');
    await join(alice);
    await alice.publish('audio');
    world.standIn.grace = 0;
    world.standIn.breakSocket('alice', true);
    await until(() => world.standIn.usersOf(ROOM).length === 0, () => 'the service to forget her');
    world.standIn.faults.add({ cmd: 'join', direction: 'up', fault: { delay: 2_000 }, times: 1 });
    world.standIn.offline.clear();
    await until(() => states(alice).join() === 'reconnecting,connected,reconnecting,connected', () => `the connection over which she is to join again; was ${states(alice)}`);
    await alice.engine.room.leave();
    await until(() => world.standIn.usersOf(ROOM).length === 1, () => 'her ghost to come');
    await until(() => world.standIn.usersOf(ROOM).length === 0, () => 'it to be gone');
    await join(alice);
    expect(world.standIn.usersOf(ROOM)).to.deep.equal(['alice']);
  });

  for (const [reason, error] of [['kick', 'kicked-offline'], ['banned', 'removed-from-room'], ['room-disband', 'removed-from-room']] as const) {
    it(`of the kind "${reason}" ends the stay of one and leaves the other`, async () => {
      const { alice, bob, picture } = await call(world);
      picture.close();
      world.standIn.kick('alice', reason);
      await until(() => states(alice).at(-1) === 'lost', () => 'alice to be told');
      expect(alice.roomEventsOf('error').map(({ error: { reason: why, code } }) => [why, code])).to.deep.equal([[error, 0x4040]]);
      await bob.sees('left', ({ userId }) => userId === 'alice');
      await join(alice);
      await until(() => bob.roomEventsOf('entered').length === 2, () => 'alice to be back');
    });
  }

  it('of any kind puts no userSig on the console, nor into anything that leaves the page but the question where to connect', async () => {
    const printed: string[] = [];
    const real = CONSOLE.map((name) => [name, console[name]] as const);
    for (const [name] of real) console[name] = (...words: unknown[]) => void printed.push(words.map(String).join(' '));
    try {
      const { alice, bob, picture } = await call(world);
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
