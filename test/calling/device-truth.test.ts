import { expect } from '@open-wc/testing';
import { MICROPHONE } from '../../src/calling/levels.js';
import type { CallErrorName } from '../../src/calling/errors.js';
import { CODES } from '../../src/calling/errors.js';
import type { MediaTrack } from '../../src/calling/tracks.js';
import type { ProcessedPicture, VideoProcessor } from '../../src/calling/video-processor.js';
import { connect, createWorld, type Person, type World } from '../support/people.js';

const code = (name: CallErrorName): number => CODES[name];

describe('the truth about devices', () => {
  let world: World;
  let alice: Person;
  let bob: Person;
  const microphone = () => bob.calling.state.devices.microphone;
  const camera = () => bob.calling.state.devices.camera;
  const warnings = (): readonly number[] => bob.heard.flatMap((call) => (call.type === 'onWarning' ? [call.params.code] : []));

  beforeEach(async () => {
    world = createWorld();
    [alice, bob] = [await world.person('alice'), await world.person('bob')];
  });

  const talkByHeadset = async (): Promise<void> => {
    bob.engine.devices.plug('microphone', 'headset', 'Headset');
    await connect(world, alice, bob);
    void bob.calling.switchDevice('microphone', 'headset');
    await world.pass();
    expect(microphone()).to.include({ deviceId: 'headset', label: 'Headset' });
  };

  it('unplugged while it runs: another takes its place and says so; back again, it is used again', async () => {
    await talkByHeadset();
    bob.engine.devices.unplug('microphone', 'headset');
    await world.pass();
    expect(microphone()).to.include({ on: true, label: 'Memory microphone', missing: 'Headset', error: 0 });
    expect(warnings()).to.deep.equal([code('no-microphone')]);
    bob.engine.devices.plug('microphone', 'headset', 'Headset');
    await world.pass();
    expect(microphone()).to.include({ on: true, label: 'Headset', missing: '' });
  });

  it('with nothing in its place: the code says so, and the return ends it', async () => {
    await connect(world, alice, bob, 2);
    bob.engine.devices.unplug('camera', 'memory-camera');
    await world.pass();
    expect(camera()).to.include({ on: false, wanted: false, error: code('no-camera'), missing: 'Memory camera' });
    bob.engine.devices.plug('camera', 'memory-camera', 'Memory camera');
    await world.pass();
    expect(camera()).to.include({ on: true, error: 0, missing: '' });
    expect(alice.calling.state.call?.participants[0]?.video).to.equal(true);
  });

  it('a device that was turned off, or replaced by choice, is not missed', async () => {
    await talkByHeadset();
    bob.engine.devices.unplug('microphone', 'headset');
    await world.pass();
    void bob.calling.switchDevice('microphone', 'memory-microphone');
    await world.pass();
    expect(microphone().missing).to.equal('');
    bob.engine.devices.plug('microphone', 'headset', 'Headset');
    await world.pass();
    expect(microphone().label).to.equal('Memory microphone');
    void bob.calling.openCamera(true);
    await world.pass();
    bob.engine.devices.unplug('camera', 'memory-camera');
    await world.pass();
    void bob.calling.closeCamera();
    bob.engine.devices.plug('camera', 'memory-camera');
    await world.pass();
    expect(camera()).to.include({ on: false, missing: '' });
  });

  it('back before the replacement is open', async () => {
    await talkByHeadset();
    world.network.setFaults({ delay: [100, 100] });
    bob.engine.devices.unplug('microphone', 'headset');
    bob.engine.devices.plug('microphone', 'headset', 'Headset');
    await world.pass(1000);
    expect(microphone()).to.include({ on: true, pending: false, label: 'Headset', missing: '' });
  });

  it('a chosen device that is not there opens another one', async () => {
    void bob.calling.switchDevice('microphone', 'long gone');
    await connect(world, alice, bob);
    expect(microphone()).to.include({ on: true, error: 0, label: 'Memory microphone' });
    expect(warnings()).to.deep.equal([code('no-such-device')]);
  });

  it('a change to a device that is not there keeps the one that runs, and says why', async () => {
    await connect(world, alice, bob);
    const changed = bob.calling.switchDevice('microphone', 'long gone');
    await world.pass();
    expect((await changed).code).to.equal(code('no-such-device'));
    expect(microphone()).to.include({ on: true, label: 'Memory microphone', error: code('no-such-device') });
  });

  it('two choices in one breath end with the later one', async () => {
    bob.engine.devices.plug('microphone', 'one');
    bob.engine.devices.plug('microphone', 'two');
    await connect(world, alice, bob);
    world.network.setFaults({ delay: [100, 100] });
    const codes = Promise.all([bob.calling.switchDevice('microphone', 'one'), bob.calling.switchDevice('microphone', 'two')]);
    await world.pass(1000);
    expect((await codes).map((answer) => answer.code)).to.deep.equal([0, 0]);
    expect(microphone()).to.include({ on: true, pending: false, deviceId: 'two' });
  });

  it('the first microphone to be plugged in during a call is used at once', async () => {
    bob.engine.devices.unplug('microphone', 'memory-microphone');
    await connect(world, alice, bob);
    expect(microphone()).to.include({ on: false, error: code('no-microphone') });
    bob.engine.devices.plug('microphone', 'new', 'New');
    await world.pass();
    expect(microphone()).to.include({ on: true, error: 0, label: 'New' });
  });

  it('system mute is a state of its own, and ends with it or with the device', async () => {
    await connect(world, alice, bob);
    bob.engine.devices.silence('microphone', true);
    expect(microphone()).to.include({ on: true, muted: false, silenced: true });
    bob.engine.devices.silence('microphone', false);
    expect(microphone().silenced).to.equal(false);
    bob.engine.devices.silence('microphone', true);
    void bob.calling.hangup();
    await world.pass();
    expect(microphone().silenced).to.equal(false);
  });

  it('allowed in the browser’s own dialog: what was refused opens without another press, in a call only', async () => {
    bob.engine.devices.fail('microphone', 'permission-denied');
    bob.engine.devices.permit('microphone', 'denied');
    await connect(world, alice, bob);
    expect(microphone()).to.include({ on: false, permission: 'denied', error: code('permission-denied') });
    bob.engine.devices.fail('microphone', undefined);
    bob.engine.devices.permit('microphone', 'granted');
    await world.pass();
    expect(microphone()).to.include({ on: true, permission: 'granted', error: 0 });
    void bob.calling.hangup();
    bob.engine.devices.permit('camera', 'granted');
    await world.pass();
    expect(bob.engine.devices.opened).to.deep.equal([]);
  });

  describe('preview', () => {
    it('opens without sending, and its end turns the light off', async () => {
      const watching = new AbortController();
      bob.calling.preview('camera', watching);
      await world.pass();
      expect(camera()).to.include({ on: false, previewed: true, label: 'Memory camera' });
      expect(bob.engine.devices.opened).to.deep.equal(['camera']);
      expect(bob.calling.tracks.get('', 'video')).to.not.equal(null);
      watching.abort();
      expect(bob.engine.devices.opened).to.deep.equal([]);
      expect(camera()).to.include({ previewed: false, label: '', deviceId: '' });
      expect(bob.calling.tracks.get('', 'video')).to.equal(null);
    });

    it('in an audio call shows nobody the picture; the camera button takes it over without opening it again', async () => {
      await connect(world, alice, bob);
      const watching = new AbortController();
      bob.calling.preview('camera', watching);
      await world.pass();
      expect(alice.calling.state.call?.participants[0]?.video).to.equal(false);
      const track = bob.calling.tracks.get('', 'video');
      await bob.calling.openCamera(true);
      await world.pass();
      expect(bob.calling.tracks.get('', 'video')).to.equal(track);
      expect(alice.calling.tracks.get('bob', 'video')).to.equal(track);
      await bob.calling.closeCamera();
      await world.pass();
      expect(alice.calling.tracks.get('bob', 'video')).to.equal(null);
      expect(bob.engine.devices.opened).to.have.members(['microphone', 'camera']);
      watching.abort();
      expect(bob.engine.devices.opened).to.deep.equal(['microphone']);
    });

    it('outlives a call, and a call outlives it', async () => {
      const watching = new AbortController();
      for (const kind of ['camera', 'microphone'] as const) bob.calling.preview(kind, watching);
      await connect(world, alice, bob, 2);
      void bob.calling.hangup();
      await world.pass();
      expect(bob.engine.devices.opened).to.have.members(['microphone', 'camera']);
      await connect(world, alice, bob, 2);
      watching.abort();
      expect(bob.engine.devices.opened).to.have.members(['microphone', 'camera']);
      void bob.calling.hangup();
      await world.pass();
      expect(bob.engine.devices.opened).to.deep.equal([]);
    });

    it('of two, the last to end closes the device; one that ended before it opened closes it too', async () => {
      const [one, two] = [new AbortController(), new AbortController()];
      bob.calling.preview('camera', one);
      bob.calling.preview('camera', two);
      await world.pass();
      one.abort();
      expect(bob.engine.devices.opened).to.deep.equal(['camera']);
      two.abort();
      world.network.setFaults({ delay: [100, 100] });
      const three = new AbortController();
      bob.calling.preview('camera', three);
      three.abort();
      await world.pass(1000);
      expect(bob.engine.devices.opened).to.deep.equal([]);
      expect(camera()).to.include({ previewed: false, pending: false });
      bob.calling.preview('camera', { signal: AbortSignal.abort() });
      await world.pass(1000);
      expect(bob.engine.devices.opened).to.deep.equal([]);
    });

    it('ends with the TRTCCalling', async () => {
      bob.calling.preview('camera', new AbortController());
      await world.pass();
      bob.calling.destroy();
      await world.pass();
      expect(bob.engine.devices.opened).to.deep.equal([]);
    });

    it('measures the microphone', async () => {
      const watching = new AbortController();
      bob.calling.preview('microphone', watching);
      await world.pass();
      const heard: number[] = [];
      const stop = bob.calling.levels.watch(MICROPHONE, (volume) => heard.push(volume));
      bob.engine.devices.hear(40);
      watching.abort();
      bob.engine.devices.hear(50);
      stop();
      expect(heard).to.deep.equal([40]);
      expect(bob.engine.devices.measuring).to.equal(false);
    });
  });

  describe('speaking while muted', () => {
    const speak = async (ms: number, volume = 60): Promise<void> => {
      for (let passed = 0; passed < ms; passed += 100) {
        bob.engine.devices.hear(volume);
        await world.pass(100);
      }
    };

    it('is noticed after a moment, and forgotten after a silence', async () => {
      await connect(world, alice, bob);
      bob.calling.setMicMute(true);
      await speak(300);
      expect(microphone().speaking).to.equal(false);
      await speak(400);
      expect(microphone().speaking).to.equal(true);
      await speak(3000, 2);
      expect(microphone().speaking).to.equal(true);
      await speak(2000, 2);
      expect(microphone().speaking).to.equal(false);
    });

    it('is over with the mute, with the call, and measured only meanwhile', async () => {
      await connect(world, alice, bob);
      expect(bob.engine.devices.measuring).to.equal(false);
      bob.calling.setMicMute(true);
      expect(bob.engine.devices.measuring).to.equal(true);
      await speak(1000);
      bob.calling.setMicMute(false);
      expect(microphone().speaking).to.equal(false);
      expect(bob.engine.devices.measuring).to.equal(false);
      bob.calling.setMicMute(true);
      await speak(1000);
      void bob.calling.hangup();
      await world.pass();
      expect(microphone()).to.include({ speaking: false, muted: false });
      expect(bob.engine.devices.measuring).to.equal(false);
    });
  });

  describe('wishes', () => {
    it('voice processing changes the running microphone and holds for the next', async () => {
      await connect(world, alice, bob);
      bob.calling.setVoiceProcessing({ noiseSuppression: false });
      await world.pass();
      expect(microphone().processing).to.deep.equal({ noiseSuppression: false, echoCancellation: true, autoGainControl: true });
      expect(microphone().settings.processing).to.deep.equal(microphone().processing);
      void bob.calling.hangup();
      await world.pass();
      expect(microphone().settings.processing).to.deep.equal({});
      await connect(world, alice, bob);
      expect(microphone().settings.processing.noiseSuppression).to.equal(false);
    });

    it('where the running microphone cannot be changed it is opened anew, once', async () => {
      await connect(world, alice, bob);
      const stubborn = { processing: { noiseSuppression: true }, width: 0, height: 0, frameRate: 0, facing: '' } as const;
      bob.engine.devices.adjust = async () => stubborn;
      const before = bob.calling.tracks.get('', 'audio');
      bob.calling.setVoiceProcessing({ noiseSuppression: false });
      await world.pass();
      expect(bob.calling.tracks.get('', 'audio')).to.not.equal(before);
      expect(alice.calling.tracks.get('bob', 'audio')).to.equal(bob.calling.tracks.get('', 'audio'));
      expect(microphone()).to.include({ on: true, pending: false });
    });

    it('quality reaches the camera and the room', async () => {
      await connect(world, alice, bob, 2);
      bob.calling.setVideoQuality('low');
      await world.pass();
      expect(camera().settings).to.include({ width: 320, height: 180 });
      expect(bob.engine.room.quality).to.equal('low');
    });

    it('wrong ones are told and change nothing', async () => {
      const { state } = bob.calling;
      for (const wrong of [null, { noiseSuppression: 1 }] as never[]) bob.calling.setVoiceProcessing(wrong);
      bob.calling.setVideoQuality('toString' as never);
      bob.calling.preview('screen' as never, new AbortController());
      expect(bob.calling.state).to.equal(state);
      expect(bob.count('onError')).to.equal(4);
      expect((await bob.calling.setVideoProcessor('no' as never)).code).to.equal(code('invalid-argument'));
    });
  });

  describe('the output', () => {
    it('that goes away leaves the browser’s own, and is used again when it is back', async () => {
      bob.engine.devices.plug('speaker', 'headset');
      await connect(world, alice, bob);
      expect((await bob.calling.switchDevice('speaker', 'headset')).code).to.equal(0);
      const speaker = () => bob.calling.state.devices.speaker;
      expect(speaker()).to.include({ deviceId: 'headset', missing: false });
      bob.engine.devices.unplugSpeaker('headset');
      await world.pass();
      expect(speaker()).to.include({ deviceId: '', missing: true });
      expect(warnings()).to.deep.equal([code('no-such-device')]);
      bob.engine.devices.plug('speaker', 'headset');
      await world.pass();
      expect(speaker()).to.include({ deviceId: 'headset', missing: false });
    });

    it('that cannot be had is not committed', async () => {
      bob.playback.setOutput = async () => { throw new Error('no'); };
      expect((await bob.calling.switchDevice('speaker', 'x')).code).to.equal(code('internal'));
      expect(bob.calling.state.devices.speaker).to.include({ deviceId: '', missing: false });
    });
  });

  describe('a video processor', () => {
    const processed = { id: 'processed', kind: 'video' };

    it('has its hand on what is sent and shown, and is stopped with the camera', async () => {
      let stopped = 0;
      await bob.calling.setVideoProcessor(() => ({ track: processed, stop: () => { stopped += 1; } }));
      await connect(world, alice, bob, 2);
      expect(bob.calling.tracks.get('', 'video')).to.equal(processed);
      expect(alice.calling.tracks.get('bob', 'video')).to.equal(processed);
      await bob.calling.closeCamera();
      expect(stopped).to.equal(1);
      expect(bob.engine.devices.opened).to.deep.equal(['microphone']);
    });

    it('gets, in a page, a track that the functions of a page take', async () => {
      // What counts here is that it compiles.
      const blurred = async (track: MediaStreamTrack): Promise<{ track: MediaStreamTrack; stop(): void }> => ({ track, stop() {} });
      const whole: VideoProcessor = blurred;
      await bob.calling.setVideoProcessor(async (track) => blurred(track));
      await bob.calling.setVideoProcessor(whole);
      await connect(world, alice, bob, 2);
      expect(bob.calling.tracks.get('', 'video')?.kind).to.equal('video');
    });

    it('comes and goes while the camera runs', async () => {
      await connect(world, alice, bob, 2);
      const raw = bob.calling.tracks.get('', 'video');
      let stopped = 0;
      await bob.calling.setVideoProcessor(async () => ({ ...processed, stop: () => { stopped += 1; } }));
      await world.pass();
      expect(alice.calling.tracks.get('bob', 'video')).to.include(processed);
      await bob.calling.setVideoProcessor(null);
      await world.pass();
      expect(alice.calling.tracks.get('bob', 'video')).to.equal(raw);
      expect(stopped).to.equal(1);
    });

    it('that fails, or gives no track, leaves the picture as the camera gives it', async () => {
      await bob.calling.setVideoProcessor(() => { throw new Error('no GPU'); });
      await connect(world, alice, bob, 2);
      expect(camera()).to.include({ on: true, error: 0 });
      expect(warnings()).to.deep.equal([code('internal')]);
      const raw = alice.calling.tracks.get('bob', 'video');
      expect((await bob.calling.setVideoProcessor(() => ({}) as never)).code).to.equal(code('internal'));
      await world.pass();
      expect(alice.calling.tracks.get('bob', 'video')).to.equal(raw);
    });

    it('that finishes after the camera was closed is stopped', async () => {
      let stopped = 0;
      let finish = (): void => {};
      await bob.calling.setVideoProcessor(() => new Promise<ProcessedPicture<MediaTrack>>((resolve) => { finish = () => resolve({ track: processed, stop: () => { stopped += 1; } }); }));
      const opened = bob.calling.openCamera(true);
      await world.pass();
      await bob.calling.closeCamera();
      finish();
      await world.pass();
      await opened;
      expect(stopped).to.equal(1);
      expect(bob.calling.tracks.get('', 'video')).to.equal(null);
      expect(camera()).to.include({ on: false, pending: false });
    });
  });
});
