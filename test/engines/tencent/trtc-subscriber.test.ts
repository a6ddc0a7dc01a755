import { expect } from '@open-wc/testing';
import { settled, VirtualClock } from '../../../src/engines/memory/virtual-clock.js';
import { FakeRtcError, FakeTrtc } from './trtc-fake.js';
import { FakeRoom, Tracks } from './trtc-fake-room.js';

describe('the others in a room of trtc-js-sdk', () => {
  let fake: FakeTrtc;
  let clock: VirtualClock;
  let alice: FakeRoom;
  let bob: FakeRoom;
  const tracks = new Tracks();

  beforeEach(() => {
    fake = new FakeTrtc();
    clock = new VirtualClock();
    [alice, bob] = [new FakeRoom(fake, clock, 'alice'), new FakeRoom(fake, clock, 'bob')];
  });
  afterEach(async () => {
    await Promise.all([alice.room.dispose(), bob.room.dispose()]);
    tracks.stop();
    expect(clock.pending, 'timers left').to.equal(0);
  });
  const call = async (): Promise<void> => {
    await alice.join();
    await bob.join();
    await alice.room.publish('audio', tracks.audio());
    await settled();
  };

  it('are told before join() resolves when they were there first, each thing once', async () => {
    await alice.join();
    await alice.room.publish('audio', tracks.audio());
    await alice.room.publish('video', tracks.video());
    const first = ['alice entered', 'alice connected', 'alice audio on', 'alice video on'];
    const before = bob.join().then(() => bob.lines().slice(0, 4));
    expect(await before).to.deep.equal(first);
    await settled();
    expect(bob.lines()).to.deep.equal([...first, 'alice audio track', 'alice video track']);
  });

  it('are told as they come, change and go', async () => {
    await call();
    await alice.room.publish('video', tracks.video());
    await alice.room.unpublish('video');
    await alice.room.publish('screen', tracks.video());
    await settled();
    await alice.room.unpublish('screen');
    await alice.room.leave();
    expect(bob.lines()).to.deep.equal([
      'alice entered', 'alice connected', 'alice audio on', 'alice audio track',
      'alice video track', 'alice video on', 'alice video no track', 'alice video off',
      'alice screen track', 'alice screen on', 'alice screen no track', 'alice screen off',
      'alice audio no track', 'alice audio off', 'alice left',
    ]);
    expect(alice.lines()).to.deep.equal(['bob entered', 'bob connected']);
  });

  it('are shown as they are muted, however often and late the SDK says so', async () => {
    await call();
    const seen = bob.lines().length;
    alice.room.setMuted('audio', true);
    const client = fake.of('bob');
    client.emit('mute-audio', { userId: 'alice' });
    client.emit('mute-audio', { userId: 'alice' });
    client.emit('unmute-video', { userId: 'alice' });
    alice.room.setMuted('audio', false);
    client.emit('unmute-audio', { userId: 'nobody' });
    expect(bob.lines().slice(seen)).to.deep.equal(['alice audio off', 'alice audio on']);
  });

  it('are listened to once, though a stream is subscribed twice', async () => {
    await call();
    const stream = fake.of('bob').remote('alice');
    const listeners = stream.count;
    fake.of('bob').emit('stream-subscribed', { stream });
    fake.of('bob').emit('stream-added', { stream });
    await settled();
    expect(stream.count).to.equal(listeners);
    stream.emit('connection-state-changed', { prevState: 'CONNECTED', state: 'RECONNECTING' });
    stream.emit('connection-state-changed', { prevState: 'RECONNECTING', state: 'CONNECTED' });
    stream.emit('connection-state-changed', { prevState: 'CONNECTED', state: 'DISCONNECTED' });
    expect(bob.lines('link')).to.deep.equal(['alice connected', 'alice reconnecting', 'alice connected']);
    expect(bob.lines('entered')).to.have.length(1);
  });

  it('are looked at again when the SDK has changed their tracks and said nothing', async () => {
    await call();
    const seen = bob.lines().length;
    const stream = fake.of('bob').remote('alice');
    const other = tracks.audio();
    stream.getAudioTrack = () => other;
    fake.of('bob').emit('network-quality', { uplinkNetworkQuality: 0, downlinkNetworkQuality: 0 });
    expect(bob.lines().slice(seen)).to.deep.equal(['alice audio track']);
    stream.getAudioTrack = () => null;
    stream.emit('connection-state-changed', { prevState: 'CONNECTING', state: 'CONNECTED' });
    expect(bob.lines().slice(seen)).to.deep.equal(['alice audio track', 'alice audio no track']);
  });

  it('are subscribed again when that failed, twice, and then it is said', async () => {
    fake.fail('subscribe', new FakeRtcError(0x4042), new FakeRtcError(-5));
    await call();
    expect(bob.lines('track', 'error')).to.deep.equal([]);
    await clock.advance(500);
    expect(bob.lines('track', 'error')).to.deep.equal([]);
    await clock.advance(2_000);
    expect(bob.lines('track', 'error')).to.deep.equal(['alice audio track']);
    fake.fail('subscribe', new FakeRtcError(0x4042), new FakeRtcError(0x4042), new FakeRtcError(0x4042));
    await alice.room.publish('screen', tracks.video());
    await clock.advance(3_000);
    expect(bob.lines('error')).to.deep.equal(['error timed-out 16450']);
  });

  it('are waited for no longer than one is there', async () => {
    fake.fail('subscribe', new FakeRtcError(0x4042));
    await call();
    await bob.room.leave();
    await settled();
    await alice.room.leave();
    expect(clock.pending).to.equal(0);
    expect(bob.lines('error')).to.deep.equal([]);
  });

  it('are not subscribed any more when they have gone in the meantime', async () => {
    fake.fail('subscribe', new FakeRtcError(0x4042));
    await call();
    const tries = fake.calls.filter((name) => name === 'subscribe').length;
    await alice.room.leave();
    await clock.advance(60_000);
    expect(fake.calls.filter((name) => name === 'subscribe')).to.have.length(tries);
    expect(bob.lines('error')).to.deep.equal([]);
  });

  it('are given up by a subscribe that never settles', async () => {
    fake.fail('subscribe', 'never', 'never', 'never');
    await call();
    await clock.advance(78_000);
    expect(bob.lines('error')).to.deep.equal(['error timed-out 61008']);
  });

  it('have the quality of the way down when there is one of them, and none when there are more', async () => {
    await call();
    const client = fake.of('bob');
    const quality = (up: number, down: number): void => client.emit('network-quality', { uplinkNetworkQuality: up, downlinkNetworkQuality: down });
    quality(5, 0);
    quality(5, 2);
    quality(5, 2);
    expect(bob.lines('quality')).to.deep.equal(['own quality 2', 'alice quality 2']);
    await bob.room.publish('audio', tracks.audio());
    quality(4, 2);
    expect(bob.lines('quality').at(-1)).to.equal('own quality 4');
    const carol = new FakeRoom(fake, clock, 'carol');
    await carol.room.publish('audio', tracks.audio());
    await carol.join();
    await settled();
    quality(1, 6);
    expect(bob.lines('quality').slice(3)).to.deep.equal(['own quality 6']);
    await carol.room.dispose();
  });

  it('are measured ten times a second, whoever can be heard, oneself as \'\'', async () => {
    await call();
    await clock.advance(1_000);
    expect(alice.lines('volume')).to.deep.equal(Array.from({ length: 10 }, () => 'volume own'));
    expect(bob.lines('volume')).to.deep.equal(Array.from({ length: 10 }, () => 'volume alice'));
    alice.room.setMuted('audio', true);
    await clock.advance(1_000);
    expect(bob.lines('volume').slice(10)).to.deep.equal(['volume ']);
  });

  it('are not told of by words that are none', async () => {
    await call();
    const seen = bob.lines().length;
    const client = fake.of('bob');
    for (const odd of [undefined, null, {}, { userId: 7 }, { userId: '' }, { stream: {} }, { stream: null }, 'bob']) {
      for (const name of ['peer-join', 'peer-leave', 'stream-added', 'stream-removed', 'stream-updated', 'mute-audio', 'network-quality', 'connection-state-changed']) client.emit(name, odd);
    }
    expect(bob.lines().slice(seen)).to.deep.equal([]);
  });
});
