import { expect, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { expectAccessible, find, maybe, mount, nextEvent, press, settled, textOf } from '../support/mount.js';
import type { SnapshotParts } from '../support/snapshots.js';
import type { Command } from '../support/fake-calling.js';

interface Case {
  readonly name: string;
  readonly template: TemplateResult;
  readonly parts: SnapshotParts;
  readonly request: keyof HTMLElementEventMap;
  readonly detail: unknown;
  readonly command: Command;
}

const inCall: SnapshotParts = { call: {} };
const ringing: SnapshotParts = { call: { phase: 'ringing', type: 2 } };

const CASES: readonly Case[] = [
  { name: 'mic: mutes', template: html`<trtc-mic-button></trtc-mic-button>`, parts: inCall, request: 'trtc-mic-request', detail: { muted: true }, command: ['setMicMute', true] },
  { name: 'mic: unmutes', template: html`<trtc-mic-button></trtc-mic-button>`, parts: { call: {}, devices: { microphone: { muted: true } } }, request: 'trtc-mic-request', detail: { muted: false }, command: ['setMicMute', false] },
  { name: 'mic: tries again after a failure', template: html`<trtc-mic-button></trtc-mic-button>`, parts: { call: {}, devices: { microphone: { on: false, error: 60005 } } }, request: 'trtc-mic-request', detail: { muted: false }, command: ['setMicMute', false] },
  { name: 'camera: on', template: html`<trtc-camera-button></trtc-camera-button>`, parts: inCall, request: 'trtc-camera-request', detail: { on: true }, command: ['openCamera', true] },
  { name: 'camera: off', template: html`<trtc-camera-button></trtc-camera-button>`, parts: { call: {}, devices: { camera: { wanted: true, on: true } } }, request: 'trtc-camera-request', detail: { on: false }, command: ['closeCamera'] },
  { name: 'camera: off while it still opens', template: html`<trtc-camera-button></trtc-camera-button>`, parts: { call: {}, devices: { camera: { wanted: true, pending: true } } }, request: 'trtc-camera-request', detail: { on: false }, command: ['closeCamera'] },
  { name: 'speaker: off', template: html`<trtc-speaker-button></trtc-speaker-button>`, parts: inCall, request: 'trtc-speaker-request', detail: { handsFree: false }, command: ['setHandsFree', false] },
  { name: 'speaker: on', template: html`<trtc-speaker-button></trtc-speaker-button>`, parts: { call: {}, devices: { speaker: { handsFree: false } } }, request: 'trtc-speaker-request', detail: { handsFree: true }, command: ['setHandsFree', true] },
  { name: 'hangup', template: html`<trtc-hangup-button></trtc-hangup-button>`, parts: inCall, request: 'trtc-hangup-request', detail: null, command: ['hangup'] },
  { name: 'accept: with the camera', template: html`<trtc-accept-button></trtc-accept-button>`, parts: ringing, request: 'trtc-accept-request', detail: { camera: true }, command: ['accept', { camera: true }] },
  { name: 'accept: without the camera', template: html`<trtc-accept-button audio-only></trtc-accept-button>`, parts: ringing, request: 'trtc-accept-request', detail: { camera: false }, command: ['accept', { camera: false }] },
  { name: 'accept: as an audio call', template: html`<trtc-accept-button as-audio></trtc-accept-button>`, parts: ringing, request: 'trtc-accept-request', detail: { camera: false, asAudio: true }, command: ['accept', { camera: false, asAudio: true }] },
  { name: 'accept: an audio call', template: html`<trtc-accept-button></trtc-accept-button>`, parts: { call: { phase: 'ringing' } }, request: 'trtc-accept-request', detail: { camera: false }, command: ['accept', { camera: false }] },
  { name: 'reject', template: html`<trtc-reject-button></trtc-reject-button>`, parts: ringing, request: 'trtc-reject-request', detail: { message: '' }, command: ['reject'] },
  { name: 'screen share: starts', template: html`<trtc-screen-share-button></trtc-screen-share-button>`, parts: inCall, request: 'trtc-screen-share-request', detail: { on: true }, command: ['startScreenShare'] },
  { name: 'screen share: stops', template: html`<trtc-screen-share-button></trtc-screen-share-button>`, parts: { call: {}, devices: { screen: { wanted: true, on: true } } }, request: 'trtc-screen-share-request', detail: { on: false }, command: ['stopScreenShare'] },
];

describe('control buttons', () => {
  for (const { name, template, parts, request, detail, command } of CASES) {
    it(`${name}: a press asks first, then gives the command`, async () => {
      const { element, calling } = await mount(template, parts);
      const asked = nextEvent(document.body, request);
      await press(element);
      const event = await asked;
      expect('detail' in event && event.detail).to.deep.equal(detail);
      expect([event.bubbles, event.composed, event.cancelable]).to.deep.equal([true, true, true]);
      expect(calling.commands).to.deep.equal([command]);
    });

    it(`${name}: a prevented request gives no command`, async () => {
      const { element, calling } = await mount(template, parts);
      element.addEventListener(request, (event) => event.preventDefault());
      await press(element);
      expect(calling.commands).to.deep.equal([]);
    });

    it(`${name}: is accessible, and large enough for a finger`, async () => {
      const { element } = await mount(template, parts);
      element.style.setProperty('--trtc-control-size', '20px');
      await expectAccessible(element);
      const { width, height } = find(element, 'button').getBoundingClientRect();
      expect(Math.min(width, height)).to.be.at.least(44);
    });
  }

  it('toggles keep their name and tell on or off by aria-pressed', async () => {
    const { element, set } = await mount(html`<trtc-mic-button></trtc-mic-button>`, inCall);
    const button = find(element, 'button');
    expect([button.ariaLabel, button.ariaPressed]).to.deep.equal(['Microphone', 'true']);
    await set({ call: {}, devices: { microphone: { muted: true } } });
    expect([button.ariaLabel, button.ariaPressed]).to.deep.equal(['Microphone', 'false']);
    expect(find(element, '.tooltip').textContent).to.equal('Unmute');
  });

  it('the three ways to answer a video call are told apart', async () => {
    const names: (string | null)[] = [];
    for (const template of [html`<trtc-accept-button></trtc-accept-button>`, html`<trtc-accept-button audio-only></trtc-accept-button>`, html`<trtc-accept-button as-audio></trtc-accept-button>`]) {
      names.push(find((await mount(template, ringing)).element, 'button').ariaLabel);
    }
    expect(names).to.deep.equal(['Answer', 'Answer without camera', 'Answer as audio call']);
  });

  it('a word under the picture is part of the accessible name', async () => {
    for (const template of CASES.map((each) => each.template)) {
      const { element } = await mount(template, inCall);
      element.setAttribute('labelled', '');
      await settled(element);
      const [name, label] = [find(element, 'button').ariaLabel ?? '', find(element, '.label').textContent ?? ''];
      expect(name.toLowerCase()).to.contain(label.toLowerCase());
      expect(getComputedStyle(find(element, '.label')).display).to.equal('block');
    }
  });

  it('a double click gives one command while the first is under way', async () => {
    const { element, calling } = await mount(html`<trtc-accept-button></trtc-accept-button>`, ringing);
    let open = (): void => undefined;
    calling.gate = new Promise<void>((resolve) => { open = resolve; });
    await press(element);
    await press(element);
    expect(calling.calls('accept')).to.have.length(1);
    open();
    await calling.gate;
    await Promise.resolve();
    await settled(element);
    await press(element);
    expect(calling.calls('accept')).to.have.length(2);
  });

  it('the camera can be closed again while its opening is under way', async () => {
    const { element, calling, set } = await mount(html`<trtc-camera-button></trtc-camera-button>`, inCall);
    calling.gate = new Promise(() => undefined);
    await press(element);
    await set({ call: {}, devices: { camera: { wanted: true, pending: true } } });
    await press(element);
    expect(calling.commands).to.deep.equal([['openCamera', true], ['closeCamera']]);
  });

  it('disabled and impossible buttons stay in the tab order, say so, and do nothing', async () => {
    const { element, calling } = await mount(html`<trtc-accept-button></trtc-accept-button>`, {});
    const button = find<HTMLButtonElement>(element, 'button');
    expect([button.ariaDisabled, button.disabled]).to.deep.equal(['true', false]);
    await press(element);
    expect(calling.commands).to.deep.equal([]);
    const other = await mount(html`<trtc-hangup-button disabled></trtc-hangup-button>`, inCall);
    await press(other.element);
    expect(other.calling.commands).to.deep.equal([]);
  });

  it('a refused command leaves as trtc-error; one that was taken back does not', async () => {
    const { element, calling } = await mount(html`<trtc-reject-button></trtc-reject-button>`, ringing);
    calling.answer = { code: 61004, desc: 'wrong' };
    const failed = nextEvent(document.body, 'trtc-error');
    await press(element);
    expect((await failed).detail).to.deep.equal({ code: 61004, msg: 'wrong' });
    let errors = 0;
    element.addEventListener('trtc-error', () => { errors += 1; });
    calling.answer = { code: 61015, desc: 'aborted' };
    await press(element);
    expect(errors).to.equal(0);
  });

  it('hang-up is called cancel while it rings on the other side', async () => {
    const { element, set } = await mount(html`<trtc-hangup-button labelled></trtc-hangup-button>`, { call: { phase: 'dialling' } });
    expect(textOf(element)).to.equal('Cancel');
    await set(inCall);
    expect(textOf(element)).to.equal('Hang up');
  });

  it('click() and focus() on the element reach the button', async () => {
    const { element, calling } = await mount(html`<trtc-hangup-button></trtc-hangup-button>`, inCall);
    element.focus();
    expect(element.shadowRoot?.activeElement).to.equal(find(element, 'button'));
    element.click();
    await settled(element);
    expect(calling.commands).to.deep.equal([['hangup']]);
  });
});

describe('TrtcSwitchCameraButton', () => {
  const cameras = (count: number) => Array.from({ length: count }, (_, i) => ({ deviceId: `c${i}`, kind: 'camera' as const, label: '', facing: '' as const }));
  const open: SnapshotParts = { call: {}, devices: { camera: { wanted: true, on: true } } };

  it('shows nothing with one camera, and turns up when a second one comes', async () => {
    const { element, calling } = await mount(html`<trtc-switch-camera-button></trtc-switch-camera-button>`, open);
    expect(maybe(element, 'button')).to.equal(undefined);
    calling.deviceList = cameras(2);
    calling.emit('onDeviceChange', { kind: 'camera' });
    await Promise.resolve();
    await settled(element);
    expect(find(element, 'button').ariaLabel).to.equal('Flip camera');
    await press(element);
    expect(calling.commands).to.deep.equal([['switchCamera', false]]);
  });

  it('lets go of its listener when it leaves the page', async () => {
    const { element, calling } = await mount(html`<trtc-switch-camera-button></trtc-switch-camera-button>`, open);
    const before = calling.held.listeners;
    element.remove();
    expect(calling.held.listeners).to.equal(before - 1);
  });
});
