import { expect } from '@open-wc/testing';
import { CallError } from '../../../src/calling/errors.js';
import type { CaptureKind, DeviceEvent } from '../../../src/engines/engine.js';
import { BrowserDevices } from '../../../src/engines/media/browser-devices.js';
import type { Capture, CaptureOptions } from '../../../src/engines/media/capture.js';
import { captureError } from '../../../src/engines/media/capture-errors.js';
import { rememberedDevices } from '../../../src/engines/media/remembered-devices.js';
import { createTestPicture } from '../../../src/engines/media/test-picture.js';
import { never, until } from '../../contract/world.js';

const reasonOf = async (promise: Promise<unknown>): Promise<string> => promise.then(() => 'resolved', (thrown: unknown) => CallError.from(thrown).reason);

/** A capture that waits until it is told to go on. */
function heldCapture(): { readonly capture: Capture; readonly asked: { kind: CaptureKind; options: CaptureOptions }[]; readonly tracks: MediaStreamTrack[]; release(failure?: unknown): void } {
  const waiting: ((failure?: unknown) => void)[] = [];
  const asked: { kind: CaptureKind; options: CaptureOptions }[] = [];
  const tracks: MediaStreamTrack[] = [];
  return {
    asked, tracks,
    capture: (kind, options) => new Promise((resolve, reject) => {
      asked.push({ kind, options });
      waiting.push((failure) => {
        if (failure !== undefined) return reject(failure);
        const track = createTestPicture({ label: `${tracks.length}`, width: 16, height: 16 });
        // Firefox does not pass made-up events on to the listeners of a track.
        const listeners = new EventTarget();
        track.addEventListener = listeners.addEventListener.bind(listeners);
        track.dispatchEvent = listeners.dispatchEvent.bind(listeners);
        tracks.push(track);
        return resolve(track);
      });
    }),
    release: (failure) => waiting.shift()?.(failure),
  };
}

describe('BrowserDevices', () => {
  let held: ReturnType<typeof heldCapture>;
  let devices: BrowserDevices;
  let events: DeviceEvent[];

  beforeEach(() => {
    held = heldCapture();
    devices = new BrowserDevices(held.capture);
    events = [];
    devices.listen((event) => {
      if (event.type === 'ended') events.push(event);
    });
  });
  afterEach(async () => {
    devices.dispose();
    await until(() => held.tracks.every(({ readyState }) => readyState === 'ended'), () => 'every track to be stopped');
  });

  it('stops a track that comes after the abort', async () => {
    const control = new AbortController();
    const opening = reasonOf(devices.open('camera', {}, control.signal));
    control.abort();
    expect(await opening).to.equal('aborted');
    held.release();
    await until(() => held.tracks[0]?.readyState === 'ended', () => 'the late track to be stopped');
  });

  it('stops a track that comes after the device was closed, and after everything was given back', async () => {
    const first = reasonOf(devices.open('camera', {}, never()));
    devices.close('camera');
    expect(await first).to.equal('aborted');
    held.release();
    const second = reasonOf(devices.open('microphone', {}, never()));
    devices.dispose();
    expect(await second).to.equal('aborted');
    held.release();
    await until(() => held.tracks.length === 2 && held.tracks.every(({ readyState }) => readyState === 'ended'), () => 'both late tracks to be stopped');
    expect(await reasonOf(devices.open('camera', {}, never()))).to.equal('aborted');
  });

  it('lets the later of two openings win', async () => {
    const first = reasonOf(devices.open('camera', { front: true }, never()));
    const second = devices.open('camera', { front: false }, never());
    expect(await first).to.equal('aborted');
    held.release();
    held.release();
    const { track } = await second;
    expect(track).to.equal(held.tracks[1]);
    await until(() => held.tracks[0]?.readyState === 'ended', () => 'the first track to be stopped');
    expect(held.tracks[1]?.readyState).to.equal('live');
  });

  it('gives the first camera up where the second cannot be opened beside it', async () => {
    const first = devices.open('camera', {}, never());
    held.release();
    await first;
    const second = devices.open('camera', { deviceId: 'other' }, never());
    held.release(new DOMException('busy', 'NotReadableError'));
    await until(() => held.asked.length === 3, () => 'the second try');
    expect(held.tracks[0]?.readyState).to.equal('ended');
    held.release();
    expect((await second).track).to.equal(held.tracks[1]);
    expect(events).to.deep.equal([]);
  });

  it('keeps the camera that is open when the other one does not exist', async () => {
    const first = devices.open('camera', {}, never());
    held.release();
    await first;
    const second = reasonOf(devices.open('camera', { deviceId: 'other' }, never()));
    held.release(new DOMException('none', 'OverconstrainedError'));
    expect(await second).to.equal('no-such-device');
    expect(held.tracks[0]?.readyState).to.equal('live');
  });

  it('tells when a device ends by itself, and nothing when it is closed', async () => {
    const opening = devices.open('screen', {}, never());
    held.release();
    await opening;
    held.tracks[0]?.dispatchEvent(new Event('ended'));
    expect(events).to.deep.equal([{ type: 'ended', kind: 'screen' }]);
    const again = devices.open('screen', {}, never());
    held.release();
    await again;
    devices.close('screen');
    held.tracks[1]?.dispatchEvent(new Event('ended'));
    expect(events).to.have.length(1);
  });

  it('tells that a list changed to whoever may know it, and nothing where no list is known', async () => {
    const native = navigator.mediaDevices.enumerateDevices;
    let label = '';
    Object.defineProperty(navigator.mediaDevices, 'enumerateDevices', { configurable: true, value: async () => [{ deviceId: 'a', kind: 'videoinput', label }, { deviceId: 'b', kind: 'audioinput', label: 'Same' }] });
    try {
      const changes: string[] = [];
      devices.listen((event) => event.type === 'changed' && changes.push(event.kind));
      const open = async (): Promise<void> => {
        const opening = devices.open('camera', {}, never());
        held.release();
        await opening;
      };
      await open();
      expect((await devices.list('camera', never())).map((device) => device.label)).to.deep.equal(['']);
      expect(changes).to.deep.equal([]);
      label = 'Front camera';
      await open();
      await until(() => changes.length > 0, () => 'a change');
      expect(changes).to.deep.equal(['camera']);
      expect((await devices.list('camera', never())).map(({ facing }) => facing)).to.deep.equal(['front']);
      navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
      await until(() => changes.length > 1, () => 'the other kinds');
      expect(changes).to.deep.equal(['camera', 'microphone', 'speaker']);
    } finally {
      Object.defineProperty(navigator.mediaDevices, 'enumerateDevices', { configurable: true, value: native });
    }
  });

  it('asks for the device that was used last, unless another one or a side is asked for', async () => {
    rememberedDevices.set('camera', 'remembered');
    void devices.open('camera', {}, never()).catch(() => {});
    void devices.open('camera', { deviceId: 'this one' }, never()).catch(() => {});
    void devices.open('camera', { front: false }, never()).catch(() => {});
    expect(held.asked.map(({ options }) => options)).to.deep.equal([{ preferredId: 'remembered' }, { deviceId: 'this one' }, { preferredId: '', front: false }]);
    for (let count = 0; count < 3; count += 1) held.release();
    rememberedDevices.set('camera', '');
  });
});

describe('captureError', () => {
  const table: readonly (readonly [string, CaptureKind, string])[] = [
    ['NotFoundError', 'microphone', 'no-microphone'],
    ['NotFoundError', 'camera', 'no-camera'],
    ['DevicesNotFoundError', 'camera', 'no-camera'],
    ['OverconstrainedError', 'camera', 'no-camera'],
    ['NotAllowedError', 'camera', 'permission-denied'],
    ['PermissionDeniedError', 'microphone', 'permission-denied'],
    ['SecurityError', 'microphone', 'policy-denied'],
    ['NotReadableError', 'camera', 'device-in-use'],
    ['TrackStartError', 'camera', 'device-in-use'],
    ['AbortError', 'microphone', 'device-in-use'],
    ['NotSupportedError', 'screen', 'not-supported'],
    ['InvalidStateError', 'screen', 'permission-denied'],
    ['SomethingNewError', 'screen', 'internal'],
  ];
  for (const [name, kind, reason] of table) {
    it(`takes ${name} of the ${kind} for ${reason}`, () => {
      const thrown = new DOMException('why', name);
      const error = captureError(kind, thrown);
      expect(error.reason).to.equal(reason);
      expect(error.cause).to.equal(thrown);
    });
  }

  it('takes the absence of a device that was asked for by its id for no-such-device', () => {
    expect(captureError('camera', new DOMException('', 'NotFoundError'), true).reason).to.equal('no-such-device');
    expect(captureError('camera', new DOMException('', 'OverconstrainedError'), true).reason).to.equal('no-such-device');
  });

  it('leaves a CallError as it is, and takes anything else for internal', () => {
    const error = new CallError('not-supported');
    expect(captureError('screen', error)).to.equal(error);
    expect(captureError('camera', 'a string').reason).to.equal('internal');
    expect(captureError('camera', undefined).reason).to.equal('internal');
  });
});
