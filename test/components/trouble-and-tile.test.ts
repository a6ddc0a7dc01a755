import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import fc from 'fast-check';
import { ERRORS } from '../../src/calling/error-table.js';
import { errorWordOf } from '../../components/locales/error-words.js';
import { cornerByKey, cornerFor } from '../../components/floating-tile/corners.js';
import type { TrtcFloatingTile } from '../../components/floating-tile/floating-tile.js';
import type { TrtcTroubleBanner } from '../../components/trouble-banner/trouble-banner.js';
import { selectTroubles } from '../../components/trouble-banner/troubles.js';
import { expectAccessible, find, maybe, mount, nextEvent, settled, textOf } from '../support/mount.js';
import { buildParticipant, buildSnapshot, type SnapshotParts } from '../support/snapshots.js';

const banner = (parts: SnapshotParts) => mount<TrtcTroubleBanner>(html`<trtc-trouble-banner></trtc-trouble-banner>`, parts);
const code = (name: keyof typeof ERRORS): number => ERRORS[name].code;

describe('TrtcTroubleBanner', () => {
  const CASES: readonly [name: string, parts: SnapshotParts, sentence: string, button: string][] = [
    ['microphone refused', { call: {}, devices: { microphone: { error: code('permission-denied') } } }, 'Can’t reach the microphone. Allow it in the address bar, then try again.', 'Try again'],
    ['no microphone', { call: {}, devices: { microphone: { error: code('no-microphone') } } }, 'No microphone found. Others can’t hear you.', 'Try again'],
    ['microphone in use', { call: {}, devices: { microphone: { error: code('device-in-use') } } }, 'Another app is using the microphone. Close it, then try again.', 'Try again'],
    ['no camera', { call: {}, devices: { camera: { error: code('no-camera') } } }, 'No camera found. The call goes on with audio.', 'Try again'],
    ['camera refused before a call', { devices: { camera: { error: code('permission-denied') } } }, 'Can’t reach the camera. Allow it in the address bar, then try again.', 'Try again'],
    ['an SDK\'s own number', { call: {}, devices: { camera: { error: 4100 } } }, 'The camera did not start.', 'Try again'],
    ['insecure page', { call: {}, devices: { microphone: { error: code('insecure-context') } } }, 'Calls need a secure page. Open this page over https.', ''],
    ['no WebRTC', { call: {}, devices: { microphone: { error: code('webrtc-unsupported') } } }, 'This browser can’t make calls. Use a current Chrome, Edge, Firefox or Safari.', ''],
    ['screen failed', { call: {}, devices: { screen: { error: code('not-supported') } } }, 'The screen could not be shared.', ''],
    ['refused by the page', { call: {}, devices: { camera: { error: code('policy-denied') } } }, 'This page may not use camera or microphone. Whoever runs it can change that.', ''],
    ['refused by the system', { call: {}, devices: { microphone: { error: code('system-denied') } } }, 'Your system keeps the microphone from this browser. Allow it in the system settings, then try again.', 'Try again'],
    ['asked and waved away', { call: {}, devices: { camera: { error: code('permission-denied'), permission: 'prompt' } } }, 'The camera isn’t allowed yet. Try again, then choose Allow.', 'Try again'],
    ['the browser asks', { call: {}, devices: { microphone: { pending: true, permission: 'prompt' } } }, 'Your browser asks for the microphone. Choose Allow to be heard.', ''],
    ['muted by the system', { call: {}, devices: { microphone: { silenced: true } } }, 'Your system or headset has muted the microphone. Others can’t hear you.', ''],
    ['paused by the system', { call: {}, devices: { camera: { on: true, silenced: true } } }, 'Your system has paused the camera. Others can’t see you.', ''],
    ['unplugged and replaced', { call: {}, devices: { microphone: { missing: 'Headset', label: 'Built-in' } } }, 'Headset was disconnected. You’re heard through Built-in.', ''],
    ['output gone', { call: {}, devices: { speaker: { missing: true } } }, 'Your speaker was disconnected. Sound comes from the system’s.', ''],
    ['talking while muted', { call: {}, devices: { microphone: { muted: true, speaking: true } } }, 'You’re muted. Others can’t hear you.', 'Unmute'],
    ['no H.264', { call: {}, devices: { camera: { error: code('no-h264') } } }, 'This browser lacks a video format that calls need (H.264). Use a current Chrome, Edge or Safari.', ''],
    ['sound held back', { call: {}, devices: { speaker: { blocked: true } } }, 'Your browser is holding the sound back.', 'Play sound'],
    ['own network weak', { call: { quality: 4, participants: [buildParticipant({ userId: 'bob', quality: 5 })] } }, 'Your network is weak. Others may not hear or see you well.', ''],
    ['the other\'s network weak', { call: { quality: 3, participants: [buildParticipant({ userId: 'bob', quality: 4 })] } }, 'The other person’s network seems weak. You may not hear or see them well.', ''],
    ['media lost', { call: { reconnecting: true } }, 'Connection lost. Trying to get back.', ''],
    ['service lost', { session: { connection: 'reconnecting' } }, 'You’re offline. Trying to reconnect.', ''],
    ['kicked', { session: { phase: 'logged-out', userId: '', kicked: 'other-login' } }, 'You signed in on another device.', ''],
    ['signature expired', { session: { phase: 'logged-out', userId: '', kicked: 'signature-expired' } }, 'Your sign-in has expired.', ''],
  ];

  for (const [name, parts, sentence, button] of CASES) {
    it(`${name}: one sentence, and a way out where there is one`, async () => {
      const { element } = await banner(parts);
      expect(find(element, '.sentence').textContent).to.equal(sentence);
      expect(maybe(element, '.remedy')?.textContent ?? '').to.equal(button);
      await expectAccessible(element);
    });
  }

  it('shows nothing when all is well, nor for a share that was called off', async () => {
    const { element, set } = await banner({ call: {} });
    expect(textOf(element)).to.equal('');
    await set({ call: {}, devices: { screen: { error: code('permission-denied') } } });
    expect(textOf(element)).to.equal('');
  });

  it('says nothing of a network that is fair, of one among several, nor before the call is on or while it reconnects', () => {
    const [bob, carol] = [buildParticipant({ userId: 'bob', quality: 5 }), buildParticipant({ userId: 'carol' })];
    const networks = [{ quality: 2 }, { participants: [bob, carol] }, { participants: [{ ...bob, link: 'reconnecting' }] }, { participants: [{ ...bob, state: 'left' }] }, { phase: 'connecting', quality: 5 }, { reconnecting: true, quality: 6 }] as const;
    const words = networks.map((call) => selectTroubles(buildSnapshot({ call })).map(({ word }) => word).join());
    expect(words).to.deep.equal(['', '', '', '', '', 'reconnectingCall']);
  });

  it('a network that was weak and is nearly well again is told of until it is well, and not before it was weak', async () => {
    const { element, set } = await banner({ call: { quality: 3 } });
    const isTold: boolean[] = [];
    for (const quality of [3, 4, 3, 4, 3, 2, 3] as const) {
      await set({ call: { quality } });
      isTold.push(textOf(element) !== '');
    }
    expect(isTold).to.deep.equal([false, true, true, true, true, false, false]);
  });

  it('the other\'s weak network is told of while one\'s own is merely fair', async () => {
    const { element } = await banner({ call: { quality: 3, participants: [buildParticipant({ userId: 'bob', quality: 5 })] } });
    expect(find(element, '.sentence').textContent).to.contain('The other person’s network');
  });

  it('counts for how long it has been trying to get back, for the eyes only, and stops with the trouble', async () => {
    const since = (ms: number): { readonly call: { readonly reconnecting: true; readonly reconnectingSince: number } } =>
      ({ call: { reconnecting: true, reconnectingSince: Date.now() - ms } });
    const { element, set } = await banner(since(64_700));
    expect(find(element, '.count').textContent).to.equal('1:04');
    expect(find(element, '.count').getAttribute('aria-hidden')).to.equal('true');
    await waitUntil(() => find(element, '.count').textContent === '1:05');
    await expectAccessible(element);
    await set({ session: { connection: 'reconnecting', reconnectingSince: Date.now() - 3000 } });
    expect(find(element, '.count').textContent).to.equal('0:03');
    await set({ call: {} });
    expect(maybe(element, '.count')).to.equal(undefined);
  });

  it('the worst comes first', () => {
    const troubles = selectTroubles(buildSnapshot({ call: { reconnecting: true }, devices: { microphone: { error: 60005 }, camera: { error: 60004 }, speaker: { blocked: true } } }));
    expect(troubles.map(({ word }) => word)).to.deep.equal(['reconnectingCall', 'soundBlocked', 'microphoneDenied', 'noCamera']);
  });

  const REMEDIES = [
    [{ call: {}, devices: { microphone: { error: 60005 } } }, 'trtc-mic-request', ['setMicMute', false]],
    [{ call: {}, devices: { camera: { error: 60005, front: false } } }, 'trtc-camera-request', ['openCamera', false]],
    [{ call: {}, devices: { speaker: { blocked: true } } }, 'trtc-resume-request', ['resumePlayback']],
  ] as const;
  for (const [parts, request, command] of REMEDIES) {
    it(`its button asks by ${request}, then does it`, async () => {
      const { element, calling } = await banner(parts);
      const asked = nextEvent(document.body, request);
      find(element, '.remedy').click();
      await asked;
      await settled(element);
      expect(calling.commands).to.deep.equal([command]);
      element.addEventListener(request, (event) => event.preventDefault());
      find(element, '.remedy').click();
      await settled(element);
      expect(calling.commands).to.have.length(1);
    });
  }

  it('is closed until the same trouble comes anew', async () => {
    const { element, set } = await banner({ call: {}, devices: { camera: { error: 60004 } } });
    find(element, '.close').click();
    await settled(element);
    expect(textOf(element)).to.equal('');
    await set({ call: {} });
    await set({ call: {}, devices: { camera: { error: 60004 } } });
    expect(textOf(element)).to.contain('No camera found');
  });

  it('the next trouble shows when the first is closed, and the code is there for developers', async () => {
    const { element } = await banner({ call: {}, devices: { microphone: { error: 60003 }, camera: { error: 60004 } } });
    expect(find(element, '.banner').title).to.equal('Code 60003');
    find(element, '.close').click();
    await settled(element);
    expect(textOf(element)).to.contain('No camera found');
  });
});

describe('errorWordOf', () => {
  it('has a sentence for every code, none for success and for what was taken back', () => {
    for (const { code: each } of Object.values(ERRORS)) expect(errorWordOf(each) === undefined).to.equal(each === ERRORS.aborted.code);
    expect(errorWordOf(0)).to.equal(undefined);
    expect(errorWordOf(70_001)).to.equal('errorGeneric');
    expect(errorWordOf(ERRORS.busy.code)).to.equal('errorBusy');
  });
});

describe('corners', () => {
  const size = { width: 100, height: 100 };
  it('a tile goes to the corner that it is nearest to, or thrown at', () => {
    expect(cornerFor({ x: 10, y: 10 }, { x: 0, y: 0 }, size, false)).to.deep.equal({ block: 'start', inline: 'start' });
    expect(cornerFor({ x: 10, y: 10 }, { x: 2, y: 0 }, size, false)).to.deep.equal({ block: 'start', inline: 'end' });
    expect(cornerFor({ x: 90, y: 90 }, { x: 0, y: 0 }, size, true)).to.deep.equal({ block: 'end', inline: 'start' });
  });

  it('arrow keys lead there, in both directions of writing', () => {
    const end = { block: 'end', inline: 'end' } as const;
    expect(cornerByKey('ArrowUp', end, false)).to.deep.equal({ block: 'start', inline: 'end' });
    expect(cornerByKey('ArrowLeft', end, false)).to.deep.equal({ block: 'end', inline: 'start' });
    expect(cornerByKey('ArrowLeft', end, true)).to.deep.equal({ block: 'end', inline: 'end' });
    expect(cornerByKey('a', end, false)).to.equal(undefined);
  });

  it('right to left is the mirror of left to right', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }), (x, y) => {
      if (x === 50) return;
      const [left, right] = [cornerFor({ x, y }, { x: 0, y: 0 }, size, false), cornerFor({ x, y }, { x: 0, y: 0 }, size, true)];
      expect(left.block).to.equal(right.block);
      expect(left.inline).not.to.equal(right.inline);
    }));
  });
});

describe('TrtcFloatingTile', () => {
  const tile = async (): Promise<{ readonly element: TrtcFloatingTile; readonly stage: HTMLElement; corner(): string }> => {
    const stage = document.createElement('div');
    stage.style.cssText = 'position: relative; width: 400px; height: 300px';
    const element = await fixture<TrtcFloatingTile>(html`<trtc-floating-tile locale="en" label="Your picture"></trtc-floating-tile>`);
    element.style.cssText = 'width: 80px; height: 60px';
    element.replaceWith(stage);
    stage.append(element);
    document.body.append(stage);
    await settled(element);
    return { element, stage, corner: () => ['start-start', 'start-end', 'end-start', 'end-end'].filter((name) => element.matches(`:state(${name})`)).join() };
  };
  const pointer = (type: string, x: number, y: number): PointerEvent => new PointerEvent(type, { clientX: x, clientY: y, pointerId: 1, button: 0, bubbles: true, composed: true });

  it('rests in a corner of its parent and is dragged to another', async () => {
    const { element, stage, corner } = await tile();
    expect(corner()).to.equal('end-end');
    const box = stage.getBoundingClientRect();
    expect(Math.round(element.getBoundingClientRect().right - box.right)).to.equal(-16);
    const from = element.getBoundingClientRect();
    find(element, '.tile').dispatchEvent(pointer('pointerdown', from.x + 10, from.y + 10));
    window.dispatchEvent(pointer('pointermove', from.x - 200, from.y - 180));
    expect(element.style.transform).to.equal('translate(-210px, -190px)');
    window.dispatchEvent(pointer('pointerup', from.x - 200, from.y - 180));
    await settled(element);
    expect(corner()).to.equal('start-start');
    await waitUntil(() => element.style.transform === '');
    stage.remove();
  });

  it('a click is no drag', async () => {
    const { element, stage, corner } = await tile();
    find(element, '.tile').dispatchEvent(pointer('pointerdown', 10, 10));
    window.dispatchEvent(pointer('pointermove', 12, 11));
    window.dispatchEvent(pointer('pointerup', 12, 11));
    await settled(element);
    expect([corner(), element.style.transform]).to.deep.equal(['end-end', '']);
    stage.remove();
  });

  it('goes by arrow keys, swaps by Enter and double click', async () => {
    const { element, stage, corner } = await tile();
    const key = async (name: string): Promise<void> => {
      find(element, '.tile').dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, composed: true, cancelable: true }));
      await settled(element);
    };
    await key('ArrowUp');
    expect(corner()).to.equal('start-end');
    await key('ArrowLeft');
    expect(corner()).to.equal('start-start');
    let swaps = 0;
    element.addEventListener('trtc-swap-request', () => { swaps += 1; });
    await key('Enter');
    find(element, '.tile').dispatchEvent(new MouseEvent('dblclick', { bubbles: true }));
    expect(swaps).to.equal(2);
    await expectAccessible(element);
    stage.remove();
  });

  it('removed while it is dragged, it lets go of the pointer', async () => {
    const { element, stage } = await tile();
    find(element, '.tile').dispatchEvent(pointer('pointerdown', 10, 10));
    stage.remove();
    window.dispatchEvent(pointer('pointermove', 200, 200));
    expect(element.style.transform).to.equal('');
  });
});
