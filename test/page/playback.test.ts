import { expect } from '@open-wc/testing';
import { CallError } from '../../src/calling/errors.js';
import { createTestTone } from '../../src/engines/media/test-picture.js';
import { PagePlayback } from '../../src/page/playback.js';
import { until } from '../contract/world.js';

/** Every <audio> that is made while a test runs, with a `play` and a `setSinkId` that do as they are told. */
class Elements {
  readonly all: HTMLAudioElement[] = [];
  refusal: DOMException | null = null;
  sinkFailure: DOMException | null = null;
  outputs: Partial<MediaDeviceInfo>[] = [];
  readonly #native = window.Audio;
  readonly #enumerate = navigator.mediaDevices.enumerateDevices;

  constructor() {
    window.Audio = new Proxy(this.#native, { construct: () => this.#make() });
    Object.defineProperty(navigator.mediaDevices, 'enumerateDevices', { configurable: true, value: async () => this.outputs });
  }
  restore(): void {
    window.Audio = this.#native;
    Object.defineProperty(navigator.mediaDevices, 'enumerateDevices', { configurable: true, value: this.#enumerate });
  }
  #make(): HTMLAudioElement {
    const element = new this.#native();
    let paused = true;
    let sink = '';
    Object.defineProperties(element, {
      paused: { get: () => paused },
      sinkId: { get: () => sink },
      play: { value: async () => {
        if (this.refusal) throw this.refusal;
        paused = false;
      } },
      pause: { value: () => { paused = true; } },
      setSinkId: { value: async (id: string) => {
        if (this.sinkFailure) throw this.sinkFailure;
        sink = id;
      } },
    });
    this.all.push(element);
    return element;
  }
}

const reasonOf = async (promise: Promise<unknown>): Promise<string> => promise.then(() => 'resolved', (thrown: unknown) => CallError.from(thrown).reason);

describe('PagePlayback', () => {
  let elements: Elements;
  let playback: PagePlayback;
  let blocked: boolean[];
  let track: MediaStreamTrack;

  before(() => { track = createTestTone(); });
  after(() => { track.stop(); });
  beforeEach(() => {
    elements = new Elements();
    playback = new PagePlayback();
    blocked = [];
    playback.listen((event) => blocked.push(event.blocked));
  });
  afterEach(() => {
    playback.dispose();
    elements.restore();
    expect(elements.all.every(({ srcObject }) => srcObject === null)).to.equal(true);
  });

  it('plays each voice by an element of its own, outside of the page, and silences it', () => {
    playback.play('bob', track);
    playback.play('carol', track);
    playback.play('bob', track);
    expect(elements.all).to.have.length(2);
    expect(elements.all.some(({ isConnected }) => isConnected)).to.equal(false);
    playback.play('bob', null);
    playback.play('nobody', null);
    expect(elements.all.map(({ srcObject }) => srcObject === null)).to.deep.equal([true, false]);
  });

  it('plays nothing that is not a track of the browser', () => {
    playback.play('bob', { id: 'a name', kind: 'audio' });
    expect(elements.all).to.have.length(0);
  });

  it('says that it is blocked when the browser refuses, once, and that it is not after resume', async () => {
    elements.refusal = new DOMException('a gesture, please', 'NotAllowedError');
    playback.play('bob', track);
    playback.play('carol', track);
    await until(() => blocked.length > 0, () => 'blocked');
    await playback.resume();
    expect(blocked).to.deep.equal([true]);
    elements.refusal = null;
    await playback.resume();
    expect(blocked).to.deep.equal([true, false]);
  });

  it('is not blocked any more when nobody is left to be heard', async () => {
    elements.refusal = new DOMException('a gesture, please', 'NotAllowedError');
    playback.play('bob', track);
    await until(() => blocked.length > 0, () => 'blocked');
    playback.play('bob', null);
    expect(blocked).to.deep.equal([true, false]);
  });

  it('does not call an interruption blocked', async () => {
    elements.refusal = new DOMException('interrupted', 'AbortError');
    playback.play('bob', track);
    await playback.resume();
    expect(blocked).to.deep.equal([]);
  });

  it('uses the output that is chosen for every voice, also for one that comes later', async () => {
    playback.play('bob', track);
    await playback.setOutput('headset');
    playback.play('carol', track);
    await until(() => elements.all.every(({ sinkId }) => sinkId === 'headset'), () => 'both on the headset');
  });

  it('says that an output does not exist, and stays with the one before', async () => {
    playback.play('bob', track);
    elements.sinkFailure = new DOMException('none', 'NotFoundError');
    expect(await reasonOf(playback.setOutput('gone'))).to.equal('no-such-device');
    elements.sinkFailure = null;
    expect(await playback.setHandsFree(true)).to.deep.equal({ deviceId: '', muted: false });
  });

  it('goes to the earpiece where there is one, and back to the chosen output', async () => {
    elements.outputs = [{ kind: 'audiooutput', deviceId: 'default', label: 'Default' }, { kind: 'audiooutput', deviceId: 'ear', label: 'Headset earpiece' }];
    await playback.setOutput('headset');
    playback.play('bob', track);
    expect(await playback.setHandsFree(false)).to.deep.equal({ deviceId: 'ear', muted: false });
    expect(await playback.setHandsFree(true)).to.deep.equal({ deviceId: 'headset', muted: false });
  });

  it('is silent where no second output can be chosen', async () => {
    playback.play('bob', track);
    expect(await playback.setHandsFree(false)).to.deep.equal({ deviceId: '', muted: true });
    playback.play('carol', track);
    expect(elements.all.map(({ muted }) => muted)).to.deep.equal([true, true]);
    expect(await playback.setHandsFree(true)).to.deep.equal({ deviceId: '', muted: false });
    expect(elements.all.map(({ muted }) => muted)).to.deep.equal([false, false]);
  });
});
