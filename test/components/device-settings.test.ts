import { expect, html, waitUntil } from '@open-wc/testing';
import type { TrtcDeviceSettings } from '../../components/device-settings/device-settings.js';
import { playTestSound, samplesAt } from '../../components/device-settings/test-sound.js';
import { MICROPHONE } from '../../src/calling/levels.js';
import { createTestPicture } from '../../src/engines/media/test-picture.js';
import type { DeviceInfo } from '../../src/engines/engine.js';
import { expectAccessible, find, maybe, mount, nextEvent, settled, textOf, type Mounted } from '../support/mount.js';
import type { SnapshotParts } from '../support/snapshots.js';

const device = (kind: DeviceInfo['kind'], deviceId: string, label = deviceId): DeviceInfo => ({ kind, deviceId, label, facing: '' });
const LIST = [device('camera', 'c1', 'Front camera'), device('camera', 'c2', 'Back camera'), device('microphone', 'm1', 'Headset'), device('speaker', 's1', 'Loudspeaker')];
const RUNNING: SnapshotParts = { devices: {
  camera: { previewed: true, deviceId: 'c2', label: 'Back camera', settings: { processing: {}, width: 1280, height: 720, frameRate: 30, facing: 'back' } },
  microphone: { previewed: true, deviceId: 'm1', label: 'Headset' },
} };

async function settings(parts: SnapshotParts = RUNNING, list: readonly DeviceInfo[] = LIST): Promise<Mounted<TrtcDeviceSettings>> {
  const mounted = await mount<TrtcDeviceSettings>(html`<trtc-device-settings></trtc-device-settings>`, parts);
  mounted.calling.deviceList = list;
  for (const kind of ['camera', 'microphone', 'speaker'] as const) mounted.calling.emit('onDeviceChange', { kind });
  await new Promise((resolve) => { setTimeout(resolve); });
  await settled(mounted.element);
  return mounted;
}

const select = (element: Element, id: string): HTMLSelectElement => {
  const found = find<HTMLElement>(element, `select#${id}`);
  if (!(found instanceof HTMLSelectElement)) throw new Error(`${id} is no list`);
  return found;
};

function choose(list: HTMLSelectElement, value: string): void {
  list.value = value;
  list.dispatchEvent(new Event('change'));
}

describe('TrtcDeviceSettings', () => {
  before(() => customElements.whenDefined('trtc-device-settings'));

  it('opens camera and microphone to look and listen, and lets go of both when it leaves the page', async () => {
    const { element, calling } = await settings();
    expect(calling.commands).to.deep.equal([['preview', 'camera'], ['preview', 'microphone']]);
    element.remove();
    expect(calling.commands.slice(2)).to.deep.equal([['end preview', 'camera'], ['end preview', 'microphone']]);
    expect(calling.held.listeners).to.equal(1);
  });

  it('in a call with the camera off opens it only when asked', async () => {
    const { element, calling, set } = await settings({ call: {} });
    expect(calling.commands).to.deep.equal([['preview', 'microphone']]);
    find(element, '.picture button').click();
    await settled(element);
    expect(calling.commands.at(-1)).to.deep.equal(['preview', 'camera']);
    await set({ call: {}, devices: { camera: { wanted: true, on: true, deviceId: 'c1' } } });
    expect(maybe(element, '.picture button')).to.equal(undefined);
  });

  it('names what really runs, and has no words for what is not known', async () => {
    const { element, set } = await settings();
    expect(['camera', 'microphone', 'speaker'].map((id) => select(element, id).selectedOptions[0]?.textContent)).to.deep.equal(['Back camera', 'Headset', 'System default']);
    expect(find(element, 'video').classList.contains('mirrored')).to.equal(false);
    expect(textOf(find(element, '.size'))).to.equal('1280 × 720');
    await set({ devices: { camera: { deviceId: 'c1' }, microphone: { deviceId: 'm1' }, speaker: { deviceId: 's1' } } });
    expect(['camera', 'speaker'].map((id) => select(element, id).value)).to.deep.equal(['c1', 's1']);
    expect(find(element, 'video').classList.contains('mirrored')).to.equal(true);
  });

  it('before the permission there is nothing to choose', async () => {
    const { element } = await settings({}, [device('camera', '', ''), device('microphone', '', '')]);
    expect(select(element, 'camera').disabled).to.equal(true);
    expect(select(element, 'camera').selectedOptions[0]?.textContent).to.equal('Allow access to choose');
    expect(select(element, 'microphone').disabled).to.equal(true);
  });

  it('a device without a label has a number', async () => {
    const { element } = await settings({ devices: { camera: { deviceId: 'b' } } }, [device('camera', 'a', ''), device('camera', 'b', '')]);
    expect([...select(element, 'camera').options].map(({ text }) => text)).to.deep.equal(['Camera 1', 'Camera 2']);
  });

  for (const [kind, id] of [['camera', 'c1'], ['microphone', 'm1'], ['speaker', 's1']] as const) {
    it(`asks for another ${kind}, and goes back to the one in use where that is prevented`, async () => {
      const { element, calling } = await settings({ devices: { camera: { deviceId: 'c2' }, microphone: { deviceId: 'm2' } } }, [...LIST, device('microphone', 'm2')]);
      const before = select(element, kind).value;
      const asked = nextEvent(element, 'trtc-device-request');
      choose(select(element, kind), id);
      expect((await asked).detail).to.deep.equal({ kind, deviceId: id });
      expect(calling.calls('switchDevice')).to.deep.equal([['switchDevice', kind, id]]);
      element.addEventListener('trtc-device-request', (event) => event.preventDefault());
      choose(select(element, kind), id);
      await waitUntil(() => select(element, kind).value === before);
      expect(calling.calls('switchDevice')).to.have.length(1);
    });
  }

  it('switches what is done to the voice, and says what the device does not do', async () => {
    const { element, calling, set } = await settings();
    const [noise] = element.renderRoot.querySelectorAll<HTMLInputElement>('input');
    expect(noise?.checked).to.equal(true);
    const asked = nextEvent(element, 'trtc-voice-processing-request');
    noise?.click();
    expect((await asked).detail).to.deep.equal({ noiseSuppression: false });
    expect(calling.calls('setVoiceProcessing')).to.deep.equal([['setVoiceProcessing', { noiseSuppression: false }]]);
    await set({ devices: { microphone: { deviceId: 'm1', settings: { processing: { echoCancellation: false }, width: 0, height: 0, frameRate: 0, facing: '' } } } });
    expect(textOf(find(element, '.switches'))).to.contain('Echo cancellation not available here');
  });

  it('asks for another quality', async () => {
    const { element, calling } = await settings();
    choose(select(element, 'quality'), 'hd');
    await settled(element);
    expect(calling.calls('setVideoQuality')).to.deep.equal([['setVideoQuality', 'hd']]);
    await waitUntil(() => select(element, 'quality').value === 'auto');
  });

  it('shows the camera’s picture and the microphone’s level', async () => {
    const { element, calling } = await settings();
    const track = createTestPicture({ label: 'me', width: 32, height: 18 });
    calling.setTrack('', 'video', track);
    const video = find(element, 'video');
    expect(video instanceof HTMLVideoElement && video.srcObject instanceof MediaStream && video.srcObject.getVideoTracks()[0]).to.equal(track);
    calling.setLevel(MICROPHONE, 40);
    expect(find(element, '.level').getAttribute('aria-valuenow')).to.equal('40');
    element.remove();
    expect(video instanceof HTMLVideoElement && video.srcObject).to.equal(null);
    track.stop();
  });

  it('says why there is no picture, and tries again', async () => {
    const { element, calling } = await settings({ devices: { camera: { previewed: true, error: 60005 } } });
    expect(textOf(find(element, '.picture'))).to.contain('Can’t reach the camera.');
    find(element, '.picture button').click();
    expect(calling.commands.slice(-2)).to.deep.equal([['end preview', 'camera'], ['preview', 'camera']]);
  });

  it('plays the test sound on the chosen output, and says when it cannot', async () => {
    const { element } = await settings({ devices: { speaker: { deviceId: 's1' } } });
    const native = window.Audio;
    const sinks: string[] = [];
    let refuses = false;
    window.Audio = new Proxy(native, { construct: () => {
      const player = new native();
      return Object.defineProperties(player, {
        setSinkId: { value: async (id: string) => {
          if (refuses) throw new DOMException('none', 'NotFoundError');
          sinks.push(id);
        } },
        play: { value: async () => {} },
      });
    } });
    try {
      const button = find(element, 'section:last-of-type button');
      button.click();
      await settled(element);
      expect(button.textContent?.trim()).to.equal('Playing…');
      // Where there is no output at all, it is given up after a while.
      await waitUntil(() => button.textContent?.trim() === 'Play test sound', 'it is over', { timeout: 5000 });
      expect(sinks).to.deep.equal(['s1']);
      refuses = true;
      button.click();
      await waitUntil(() => textOf(element).includes('The sound could not be played.'));
    } finally {
      window.Audio = native;
    }
  });

  for (const [name, parts] of [['running', RUNNING], ['in an audio call', { call: {} }], ['refused', { devices: { camera: { error: 60005 }, microphone: { error: 60005 } } }]] as const) {
    it(`is accessible: ${name}`, async () => {
      const { element } = await settings(parts);
      await expectAccessible(element);
    });
  }
});

describe('The test sound', () => {
  it('lasts 0.8 s, is heard, does not clip, and neither begins nor ends with a click', () => {
    const samples = samplesAt(48_000);
    expect(samples.length / 48_000).to.be.closeTo(0.8, 0.01);
    expect(Math.max(...samples.map(Math.abs))).to.be.within(0.1, 0.5);
    for (const edge of [0, -1]) expect(samples.at(edge)).to.be.closeTo(0, 0.001);
  });

  it('ends when nobody waits any more', async () => {
    await playTestSound('', AbortSignal.abort());
    const control = new AbortController();
    const playing = playTestSound('', control.signal).catch(() => undefined);
    control.abort();
    await playing;
  });
});
