import { expect } from '@open-wc/testing';
import { CallError } from '../../../src/calling/errors.js';
import { settled, VirtualClock } from '../../../src/engines/memory/virtual-clock.js';
import { FakeRtcError, FakeTrtc } from './trtc-fake.js';
import { FakeRoom, reasonOf, SIGNATURE, Tracks } from './trtc-fake-room.js';

describe('a room of trtc-js-sdk', () => {
  let fake: FakeTrtc;
  let clock: VirtualClock;
  let alice: FakeRoom;
  const tracks = new Tracks();
  const inRoom = (): string[] => fake.clients.filter(({ roomId }) => roomId !== 0).map(({ userId }) => userId);

  beforeEach(() => {
    fake = new FakeTrtc();
    clock = new VirtualClock();
    alice = new FakeRoom(fake, clock, 'alice');
  });
  afterEach(async () => {
    await alice.room.dispose();
    tracks.stop();
    expect(clock.pending, 'timers left').to.equal(0);
  });

  it('silences the SDK before anything else, and keeps its dialog and its own subscribing off', async () => {
    await alice.join();
    expect(fake.calls.slice(0, 3)).to.deep.equal(['setLogLevel 5', 'disableUploadLog', 'createClient']);
    expect(fake.of('alice').config).to.deep.equal({
      sdkAppId: 1_400_000_001, userId: 'alice', userSig: SIGNATURE, mode: 'rtc', autoSubscribe: false, enableAutoPlayDialog: false,
    });
  });

  it('passes options on, where they belong, but not over what it needs itself', async () => {
    const trtcOptions = { proxyServer: 'wss://proxy', turnServer: { url: 'turn:x' }, streamId: 'cdn', mode: 'live', enableAutoPlayDialog: true, userSig: 'other' };
    const bob = new FakeRoom(fake, clock, 'bob', { trtcOptions });
    await bob.join();
    const { config, proxyServer, turnServer } = fake.of('bob');
    expect(config).to.include({ streamId: 'cdn', mode: 'rtc', enableAutoPlayDialog: false, userSig: SIGNATURE });
    expect(config).to.not.have.any.keys('proxyServer', 'turnServer');
    expect([proxyServer, turnServer]).to.deep.equal(['wss://proxy', { url: 'turn:x' }]);
    await bob.room.dispose();
  });

  it('says why it cannot be joined, with the SDK\'s number and nothing of its message', async () => {
    for (const [code, extra, reason] of [[0x4004, -100013, 'room-join-failed'], [0x404c, 4, 'network'], [0x1002, 0, 'webrtc-unsupported'], [0x4041, 0, 'timed-out']] as const) {
      fake.fail('join', new FakeRtcError(code, extra));
      const error = await alice.join().then(() => null, (thrown: unknown) => thrown);
      expect(error).to.be.instanceOf(CallError).and.include({ reason, code });
      expect(String(error)).to.not.include('userSig=');
    }
    fake.fail('createClient', new FakeRtcError(0x1000));
    expect(await reasonOf(alice.join())).to.equal('room-join-failed');
    await alice.join();
    expect(inRoom()).to.deep.equal(['alice']);
  });

  it('passes on that the SDK could not be loaded', async () => {
    const bob = new FakeRoom(fake, clock, 'bob', { sdk: () => Promise.reject(new CallError('engine-unavailable')) });
    expect(await reasonOf(bob.join())).to.equal('engine-unavailable');
    await bob.room.dispose();
  });

  it('gives up joining after 20 s, and lets go as soon as the SDK lets it', async () => {
    fake.fail('join', 'never');
    const joining = reasonOf(alice.join());
    await clock.advance(20_000);
    expect(await joining).to.equal('timed-out');
    await clock.advance(5_000);
  });

  it('is not joined twice at a time', async () => {
    await alice.join();
    expect(await reasonOf(alice.join())).to.equal('wrong-state');
    expect(inRoom()).to.deep.equal(['alice']);
  });

  for (const [how, end] of [['aborted', (control: AbortController) => control.abort()], ['left', () => void alice.room.leave()]] as const) {
    it(`is left by the SDK, too, when joining it is ${how} on the way, and can be joined again at once`, async () => {
      const outcomes: string[] = [];
      for (const turns of [0, 1, 2, 3, 4, 6, 8, 12]) {
        const control = new AbortController();
        const joining = reasonOf(alice.join(5, control.signal));
        for (let turn = 0; turn < turns; turn += 1) await undefined;
        end(control);
        outcomes.push(await joining);
        // It had come too late: the room was joined already.
        if (outcomes.at(-1) === 'resolved') await alice.room.leave();
        await alice.join();
        expect(inRoom()).to.deep.equal(['alice']);
        await alice.room.leave();
        expect(inRoom()).to.deep.equal([]);
      }
      expect(outcomes.slice(0, 4)).to.deep.equal(['aborted', 'aborted', 'aborted', 'aborted']);
      expect(fake.clients.every(({ destroyed }) => destroyed)).to.equal(true);
    });
  }

  it('takes an abort that came before it was asked', async () => {
    expect(await reasonOf(alice.join(5, AbortSignal.abort()))).to.equal('aborted');
    expect(fake.clients).to.deep.equal([]);
  });

  it('is left once, however often it is asked', async () => {
    await alice.room.leave();
    await alice.join();
    await Promise.all([alice.room.leave(), alice.room.leave()]);
    await alice.room.leave();
    expect(fake.calls.filter((call) => call === 'leave')).to.have.length(1);
  });

  it('is left without complaint when the SDK will not go at first, and then it goes', async () => {
    await alice.join();
    fake.fail('leave', new FakeRtcError(0x1001), new FakeRtcError(0x1001));
    const leaving = alice.room.leave();
    await clock.advance(999);
    expect(inRoom()).to.deep.equal(['alice']);
    await clock.advance(1);
    await leaving;
    expect([inRoom(), fake.calls.slice(-2)]).to.deep.equal([[], ['leave', 'destroy']]);
  });

  it('is left by asking as long as the SDK joins again by itself, when it takes no notice', async () => {
    await alice.join();
    const client = fake.of('alice');
    client.forgotten();
    const leaving = alice.room.leave();
    await clock.advance(600);
    client.rejoined();
    expect(inRoom()).to.deep.equal(['alice']);
    await clock.advance(500);
    await leaving;
    expect([inRoom(), client.destroyed]).to.deep.equal([[], true]);
  });

  it('is given up when the SDK will not go for 20 s, and what was lent is back at once', async () => {
    const track = tracks.audio();
    await alice.join();
    await alice.room.publish('audio', track);
    const client = fake.of('alice');
    client.forgotten();
    void alice.room.leave();
    await clock.advance(19_999);
    expect([client.destroyed, fake.streams[0]?.closed, track.readyState]).to.deep.equal([false, true, 'live']);
    await clock.advance(1);
    expect(client.destroyed).to.equal(true);
  });

  it('is left in bounded time when the SDK never answers', async () => {
    await alice.join();
    fake.fail('leave', 'never');
    const leaving = alice.room.leave();
    await clock.advance(5_000);
    await leaving;
  });

  it('says nothing after it was left, and listens to nothing', async () => {
    const bob = new FakeRoom(fake, clock, 'bob');
    await alice.join();
    await bob.join();
    const client = fake.of('alice');
    await alice.room.leave();
    const heard = alice.events.length;
    client.emit('peer-join', { userId: 'carol' });
    client.emit('client-banned', { reason: 'kick' });
    client.connection('RECONNECTING');
    expect(alice.events).to.have.length(heard);
    expect(client.count).to.equal(0);
    await bob.room.dispose();
  });

  it('tells of a broken connection once, and of its return', async () => {
    await alice.join();
    const client = fake.of('alice');
    for (const state of ['DISCONNECTED', 'RECONNECTING', 'CONNECTED', 'DISCONNECTED', 'RECONNECTING', 'CONNECTED']) client.connection(state);
    expect(alice.lines()).to.deep.equal(['room reconnecting', 'room connected', 'room reconnecting', 'room connected']);
    await clock.advance(60_000);
    expect(alice.lines()).to.have.length(4);
  });

  it('is given up when the connection does not come back within 30 s', async () => {
    const track = tracks.audio();
    await alice.join();
    await alice.room.publish('audio', track);
    fake.of('alice').connection('DISCONNECTED');
    await clock.advance(29_999);
    expect(alice.lines()).to.deep.equal(['room reconnecting']);
    await clock.advance(1);
    expect(alice.lines()).to.deep.equal(['room reconnecting', 'error network 61009', 'room lost']);
    await settled();
    expect([inRoom(), track.readyState, track.enabled]).to.deep.equal([[], 'live', true]);
    await alice.join();
  });

  for (const [reason, error] of [['kick', 'kicked-offline'], ['banned', 'removed-from-room'], ['room-disband', 'removed-from-room']] as const) {
    it(`is over, with everything given back, when the service says "${reason}"`, async () => {
      const track = tracks.audio();
      await alice.join();
      await alice.room.publish('audio', track);
      fake.of('alice').ban(reason);
      expect(alice.lines()).to.deep.equal(['room reconnecting', `error ${error} 16448`, 'room lost']);
      await settled();
      expect([track.readyState, fake.streams[0]?.closed, fake.clients[0]?.destroyed]).to.deep.equal(['live', true, true]);
      await alice.join();
      expect(inRoom()).to.deep.equal(['alice']);
    });
  }

  it('is over when the SDK has given up, and goes on when it only complains', async () => {
    await alice.join();
    const client = fake.of('alice');
    client.emit('error', new FakeRtcError(0x4008));
    expect(alice.lines()).to.deep.equal(['error network 16392']);
    client.emit('error', new FakeRtcError(0x4006));
    expect(alice.lines()).to.deep.equal(['error network 16392', 'error network 16390', 'room lost']);
    client.emit('error', new FakeRtcError(0x4006));
    expect(alice.lines('connection')).to.have.length(1);
  });

  it('forgets what was published and muted when it is left', async () => {
    await alice.join();
    await alice.room.publish('audio', tracks.audio());
    alice.room.setMuted('video', true);
    await alice.room.leave();
    await alice.join();
    await settled();
    expect(fake.of('alice').published.main).to.equal(null);
    await alice.room.publish('video', tracks.video());
    expect(fake.of('alice').published.main?.muted.video).to.equal(false);
  });

  it('is disposed of once and for all, also while joining', async () => {
    const joining = reasonOf(alice.join());
    await Promise.all([alice.room.dispose(), alice.room.dispose()]);
    expect(await joining).to.equal('aborted');
    expect(await reasonOf(alice.join())).to.equal('destroyed');
    expect(inRoom()).to.deep.equal([]);
  });
});
