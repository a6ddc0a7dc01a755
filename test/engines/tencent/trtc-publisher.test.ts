import { expect } from '@open-wc/testing';
import { settled, VirtualClock } from '../../../src/engines/memory/virtual-clock.js';
import { videoProfile } from '../../../src/engines/tencent/trtc-profile.js';
import { FakeRtcError, FakeTrtc, type FakeLocalStream } from './trtc-fake.js';
import { FakeRoom, reasonOf, Tracks } from './trtc-fake-room.js';

describe('publishing over trtc-js-sdk', () => {
  let fake: FakeTrtc;
  let clock: VirtualClock;
  let alice: FakeRoom;
  const tracks = new Tracks();
  const published = (slot: 'main' | 'auxiliary' = 'main'): FakeLocalStream | null => fake.of('alice').published[slot];
  const main = (): FakeLocalStream => {
    const stream = published();
    if (!stream) throw new Error('Nothing is published.');
    return stream;
  };

  beforeEach(() => {
    fake = new FakeTrtc();
    clock = new VirtualClock();
    alice = new FakeRoom(fake, clock, 'alice');
  });
  afterEach(async () => {
    await alice.room.dispose();
    expect(tracks.ended, 'tracks that the engine stopped').to.equal(0);
    tracks.stop();
  });

  it('publishes on joining what was given before, in one stream', async () => {
    const [audio, video] = [tracks.audio(), tracks.video()];
    await alice.room.publish('audio', audio);
    await alice.room.publish('video', video);
    await alice.join();
    await settled();
    expect(main().tracks).to.deep.equal({ audio, video });
    expect(fake.calls.filter((call) => call === 'publish')).to.have.length(1);
  });

  it('adds and removes a camera beside the voice, and puts the stream away with its last track', async () => {
    const [audio, video] = [tracks.audio(), tracks.video()];
    await alice.join();
    await alice.room.publish('audio', audio);
    const stream = main();
    await alice.room.publish('video', video);
    await alice.room.unpublish('video');
    await alice.room.publish('video', video);
    expect(stream.calls).to.deep.equal(['add video', 'remove video', 'add video']);
    await alice.room.unpublish('audio');
    expect(main()).to.equal(stream);
    await alice.room.unpublish('video');
    expect(published()).to.equal(null);
    expect(stream.closed).to.equal(true);
  });

  it('replaces a track of the same kind, and does nothing for the same track', async () => {
    const [one, other] = [tracks.video(), tracks.video()];
    await alice.join();
    await alice.room.publish('video', one);
    await alice.room.publish('video', one);
    await alice.room.publish('video', other);
    expect(main().calls).to.deep.equal(['replace video']);
    expect(main().tracks.video).to.equal(other);
  });

  it('runs changes one after another and skips what is no longer wanted', async () => {
    await alice.join();
    await alice.room.publish('audio', tracks.audio());
    const [first, second] = [tracks.video(), tracks.video()];
    await Promise.all([alice.room.publish('video', first), alice.room.unpublish('video'), alice.room.publish('video', second)]);
    expect(main().tracks.video).to.equal(second);
    expect(main().calls).to.deep.equal(['add video']);
  });

  it('sends the screen as an auxiliary stream of its own, and takes it down while it is muted', async () => {
    const screen = tracks.video();
    await alice.join();
    await alice.room.publish('screen', screen);
    expect(published('auxiliary')?.tracks).to.deep.equal({ audio: null, video: screen });
    alice.room.setMuted('screen', true);
    await settled();
    expect(published('auxiliary')).to.equal(null);
    alice.room.setMuted('screen', false);
    await settled();
    expect(published('auxiliary')?.tracks.video).to.equal(screen);
  });

  it('leaves out what is muted from the start, and sends it when it is not', async () => {
    const audio = tracks.audio();
    alice.room.setMuted('audio', true);
    await alice.room.publish('audio', audio);
    await alice.join();
    await settled();
    expect(published()).to.equal(null);
    await alice.room.publish('video', tracks.video());
    expect(main().tracks.audio).to.equal(null);
    alice.room.setMuted('audio', false);
    await settled();
    expect([main().tracks.audio, main().muted.audio, audio.enabled]).to.deep.equal([audio, false, true]);
  });

  it('mutes at once, also while it publishes, and keeps a replaced track silent from the first moment', async () => {
    const [one, other] = [tracks.audio(), tracks.audio()];
    await alice.join();
    const publishing = alice.room.publish('audio', one);
    alice.room.setMuted('audio', true);
    await publishing;
    await settled();
    // It was muted before anything went out: it is left out until it is heard.
    expect(one.enabled === false || published() === null).to.equal(true);
    alice.room.setMuted('audio', false);
    await settled();
    expect(main().muted.audio).to.equal(false);
    alice.room.setMuted('audio', true);
    expect([main().muted.audio, one.enabled]).to.deep.equal([true, false]);
    await alice.room.publish('audio', other);
    expect([main().muted.audio, other.enabled, one.enabled]).to.deep.equal([true, false, true]);
  });

  it('survives a stream that cannot be muted yet', async () => {
    await alice.join();
    const initialized = new Promise<void>((resolve) => {
      const createStream = fake.createStream.bind(fake);
      fake.createStream = (config) => {
        const stream = createStream(config);
        const { initialize } = stream;
        stream.initialize = async () => {
          alice.room.setMuted('audio', true);
          await initialize.call(stream);
          resolve();
        };
        return stream;
      };
    });
    await alice.room.publish('audio', tracks.audio());
    await initialized;
    await settled();
    expect(main().muted.audio).to.equal(true);
  });

  it('says why it failed, with the SDK\'s number, and succeeds when asked again', async () => {
    await alice.join();
    const audio = tracks.audio();
    for (const [code, reason] of [[0x404b, 'timed-out'], [0x4003, 'network'], [0x1001, 'internal']] as const) {
      fake.fail('publish', new FakeRtcError(code));
      const failure = await alice.room.publish('audio', audio).then(() => null, (thrown: unknown) => thrown);
      expect(failure).to.include({ reason, code });
      expect(published()).to.equal(null);
    }
    await alice.room.publish('audio', audio);
    expect(main().tracks.audio).to.equal(audio);
    expect(audio.enabled).to.equal(true);
  });

  it('tells of a failure that nobody waits for as an error of the room', async () => {
    await alice.room.publish('audio', tracks.audio());
    await alice.room.publish('screen', tracks.video());
    fake.fail('publish', new FakeRtcError(0x404b), new FakeRtcError(0x4003));
    await alice.join();
    await settled();
    await settled();
    expect(alice.lines('error')).to.deep.equal(['error timed-out 16459', 'error network 16387']);
  });

  it('gives up a publish that never settles, and one that leaving cuts short', async () => {
    await alice.join();
    fake.fail('publish', 'never', 'never');
    const stuck = reasonOf(alice.room.publish('audio', tracks.audio()));
    await clock.advance(25_000);
    expect(await stuck).to.equal('timed-out');
    const cut = reasonOf(alice.room.publish('screen', tracks.video()));
    await settled();
    const leaving = alice.room.leave();
    expect(await cut).to.equal('aborted');
    await clock.advance(2_000);
    await leaving;
    expect(fake.calls.slice(-2)).to.deep.equal(['leave', 'destroy']);
  });

  it('takes back what the SDK published only after the room was left: it would never close that connection', async () => {
    await alice.join();
    const audio = tracks.audio();
    let succeed = (): void => {};
    fake.fail('publish', new Promise<void>((resolve) => { succeed = resolve; }));
    const late = reasonOf(alice.room.publish('audio', audio));
    await settled();
    const leaving = alice.room.leave();
    await clock.advance(2_000);
    await leaving;
    expect(await late).to.equal('aborted');
    expect(fake.streams[0]?.closed, 'closed with the track in it').to.equal(false);
    // It is somebody else's by now, who has muted it.
    audio.enabled = false;
    succeed();
    await settled();
    expect(fake.calls.slice(-3)).to.deep.equal(['leave', 'destroy', 'unpublish']);
    expect(fake.clients.map(({ published: { main: left } }) => left)).to.deep.equal([null]);
    expect([fake.streams[0]?.closed, audio.readyState, audio.enabled]).to.deep.equal([true, 'live', false]);
  });

  it('refuses what is not a track of the browser', async () => {
    expect(await reasonOf(alice.room.publish('audio', { id: 'x', kind: 'audio' }))).to.equal('invalid-argument');
  });
});

describe('videoProfile', () => {
  const track = (width: number, height: number): MediaStreamTrack => {
    const [picture] = Object.assign(document.createElement('canvas'), { width, height }).captureStream().getVideoTracks();
    if (!picture) throw new Error('A canvas without a track.');
    return picture;
  };

  it('never is smaller than the picture, nor than a camera that may come later, whichever way it is held', () => {
    expect(videoProfile(null, false)).to.include({ width: 1280, height: 720, bitrate: 1500 });
    expect(videoProfile(track(640, 480), false)).to.include({ width: 1280, height: 720 });
    expect(videoProfile(track(1920, 1080), false)).to.include({ width: 1920, height: 1080, bitrate: 2500 });
    expect(videoProfile(track(480, 640), false)).to.include({ width: 720, height: 1280 });
    expect(videoProfile(track(640, 480), true)).to.include({ width: 1920, height: 1080 });
  });
});
