import { aTimeout, expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { TrtcIncomingDialog } from '../../components/incoming-dialog/incoming-dialog.js';
import { expectAccessible, find, maybe, mount, nextEvent, press, settled, textOf } from '../support/mount.js';
import { replace } from '../support/replace.js';
import { buildParticipant, type SnapshotParts } from '../support/snapshots.js';

const ringing: SnapshotParts = { call: { phase: 'ringing', type: 2 } };

const dialog = (parts: SnapshotParts = {}, template = html`<trtc-incoming-dialog ringtone="none"></trtc-incoming-dialog>`) => mount<TrtcIncomingDialog>(template, parts);

const card = (element: Element): HTMLElement | undefined => maybe(element, '.card');

describe('TrtcIncomingDialog', () => {
  it('opens on an invitation, says who and what, and closes with it', async () => {
    const { element, set } = await dialog();
    expect(card(element)).to.equal(undefined);
    await set(ringing);
    expect(card(element)?.role).to.equal('alertdialog');
    expect(textOf(element)).to.contain('Bob').and.to.contain('Incoming video call');
    expect(element.matches(':state(open)')).to.equal(true);
    await set({ call: { type: 2 } });
    expect(card(element)).to.equal(undefined);
  });

  it('lies in the top layer, over everything in the page', async () => {
    const { element } = await dialog(ringing);
    expect(find(element, '.layer').matches(':popover-open')).to.equal(true);
  });

  it('contained, it stays inside its positioned parent', async () => {
    const { element } = await dialog(ringing, html`<trtc-incoming-dialog contained ringtone="none"></trtc-incoming-dialog>`);
    expect(find(element, '.layer').hasAttribute('popover')).to.equal(false);
    expect(getComputedStyle(find(element, '.layer')).position).to.equal('absolute');
  });

  it('names the others of a group call', async () => {
    const { element } = await dialog({ call: { phase: 'ringing', isGroup: true, participants: [buildParticipant({ userId: 'bob' }), buildParticipant({ userId: 'carol', state: 'inviting' })] } });
    expect(textOf(element)).to.contain('Bob invites you to a group audio call').and.to.contain('with Carol');
    expect(find(element, '[role=alert]').textContent).to.equal('Bob invites you to a group audio call');
    const described = find(element, '.card').getAttribute('aria-describedby')?.split(' ') ?? [];
    expect(described.map((id) => find(element, `#${id}`).textContent)).to.deep.equal(['Bob invites you to a group audio call', 'with Carol']);
  });

  it('on the narrowest phone, in long words, the four buttons stand in one row', async () => {
    const { element } = await dialog({ call: { phase: 'ringing', type: 2 } }, html`<trtc-incoming-dialog contained locale="de" ringtone="none"></trtc-incoming-dialog>`);
    const place = element.parentElement ?? element;
    place.style.cssText = 'display: block; position: relative; inline-size: 320px; block-size: 568px';
    const tops = (): readonly number[] => [...find(element, 'trtc-call-controls').shadowRoot?.querySelectorAll('trtc-reject-button, trtc-reply-button, trtc-accept-button') ?? []]
      .map((button) => Math.round(button.getBoundingClientRect().top));
    await waitUntil(() => tops().length === 4 && new Set(tops()).size === 1, 'one row');
  });

  it('announces the call once', async () => {
    const { element } = await dialog(ringing);
    expect(find(element, '[role=alert]').textContent).to.equal('Incoming video call from Bob');
  });

  it('answers, answers without the camera, and declines', async () => {
    const { element, calling } = await dialog(ringing);
    for (const name of ['trtc-accept-button:not([audio-only])', 'trtc-accept-button[audio-only]', 'trtc-reject-button']) await press(find(element, name));
    expect(calling.commands).to.deep.equal([['accept', { camera: true }], ['accept', { camera: false }], ['reject']]);
  });

  it('takes the focus to the card, not to a button, and gives it back', async () => {
    const { element, set } = await dialog();
    const before = document.createElement('button');
    element.after(before);
    before.focus();
    await set(ringing);
    expect(element.shadowRoot?.activeElement).to.equal(card(element));
    await set({});
    expect(document.activeElement).to.equal(before);
    before.remove();
  });

  it('leaves the focus to somebody who is typing', async () => {
    const { element, set } = await dialog();
    const field = await fixture<HTMLInputElement>(html`<input aria-label="note">`);
    field.focus();
    await set(ringing);
    expect(document.activeElement).to.equal(field);
    expect(card(element)).not.to.equal(undefined);
  });

  it('Esc makes it small without answering or declining, and the small card brings it back', async () => {
    const { element, calling } = await dialog(ringing);
    const asked = nextEvent(element, 'trtc-minimise-request');
    card(element)?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true, cancelable: true }));
    expect((await asked).detail).to.deep.equal({ minimised: true });
    await settled(element);
    expect(card(element)).to.equal(undefined);
    expect(element.matches(':state(minimised)')).to.equal(true);
    expect(element.shadowRoot?.activeElement).to.equal(find(element, '.restore'));
    expect(find(element, '.restore').ariaLabel).to.equal('Show incoming call from Bob');
    expect(calling.commands).to.deep.equal([]);
    find(element, '.restore').click();
    await settled(element);
    expect(card(element)).not.to.equal(undefined);
  });

  it('the next call is shown large again', async () => {
    const { element, set } = await dialog(ringing);
    find(element, '.minimise').click();
    await set({});
    await set({ call: { phase: 'ringing', callId: 'call-2' } });
    expect(card(element)).not.to.equal(undefined);
  });

  it('keeps its size when the request is prevented', async () => {
    const { element } = await dialog(ringing);
    element.addEventListener('trtc-minimise-request', (event) => event.preventDefault());
    find(element, '.minimise').click();
    await settled(element);
    expect(card(element)).not.to.equal(undefined);
  });

  it('stays closed when the application prevents trtc-invited', async () => {
    const { element, calling } = await dialog();
    element.parentElement?.addEventListener('trtc-invited', (event) => event.preventDefault());
    calling.set(ringing);
    calling.emit('onInvited', { sponsor: 'bob', userIds: [], isFromGroup: false, type: 2 });
    await settled(element);
    expect(card(element)).to.equal(undefined);
  });

  it('without a provider it fires trtc-invited itself', async () => {
    const { element, calling } = await dialog();
    const { TRTCCalling } = await import('../../src/trtc-calling.js');
    const { sharedInstance } = TRTCCalling;
    TRTCCalling.sharedInstance = async () => calling as unknown as InstanceType<typeof TRTCCalling>;
    const alone = await fixture<TrtcIncomingDialog>(html`<trtc-incoming-dialog ringtone="none"></trtc-incoming-dialog>`);
    await waitUntil(() => alone.calling === calling);
    await settled(alone);
    const invited = nextEvent(alone, 'trtc-invited');
    calling.emit('onInvited', { sponsor: 'bob', userIds: [], isFromGroup: false, type: 2 });
    expect((await invited).detail.sponsor).to.equal('bob');
    TRTCCalling.sharedInstance = sharedInstance;
    element.remove();
  });

  it('preview opens the camera for a video call only', async () => {
    const { calling, set } = await dialog({}, html`<trtc-incoming-dialog preview ringtone="none"></trtc-incoming-dialog>`);
    await set({ call: { phase: 'ringing', type: 1 } });
    expect(calling.commands).to.deep.equal([]);
    await set({});
    await set({ call: { phase: 'ringing', type: 2, callId: 'call-2' } });
    expect(calling.commands).to.deep.equal([['openCamera', true]]);
  });

  it('auto-answer asks and answers by itself, and not a call that is gone', async () => {
    const { element, calling, set } = await dialog({}, html`<trtc-incoming-dialog auto-answer="0" ringtone="none"></trtc-incoming-dialog>`);
    await set(ringing);
    await waitUntil(() => calling.commands.length === 1);
    expect(calling.commands).to.deep.equal([['accept', { camera: true }]]);
    await set({});
    await set({ call: { phase: 'ringing', callId: 'call-2' } });
    await set({});
    await aTimeout(20);
    expect(calling.commands).to.have.length(1);
    element.removeAttribute('auto-answer');
    await set({ call: { phase: 'ringing', callId: 'call-3' } });
    await aTimeout(20);
    expect(calling.commands).to.have.length(1);
  });

  it('auto-answer can be prevented', async () => {
    const { element, calling, set } = await dialog({}, html`<trtc-incoming-dialog auto-answer ringtone="none"></trtc-incoming-dialog>`);
    const asked = nextEvent(element, 'trtc-accept-request');
    element.addEventListener('trtc-accept-request', (event) => event.preventDefault());
    await set(ringing);
    await asked;
    expect(calling.commands).to.deep.equal([]);
  });

  it('rings while it is open: a sound of one\'s own is played in a loop and stopped', async () => {
    const played: HTMLAudioElement[] = [];
    // A browser that allows sound: Firefox allows none on a machine without an output.
    const putBack = replace(window, { AudioContext: { writable: true, value: class extends EventTarget {
      readonly state = 'running';
      async close(): Promise<void> { /* Nothing was taken. */ }
    } } });
    const { play } = HTMLMediaElement.prototype;
    HTMLMediaElement.prototype.play = function record(this: HTMLMediaElement) {
      if (this instanceof HTMLAudioElement) played.push(this);
      return Promise.resolve();
    };
    try {
      const { set } = await dialog({}, html`<trtc-incoming-dialog ringtone="data:audio/wav;base64,AAAA"></trtc-incoming-dialog>`);
      await set(ringing);
      await waitUntil(() => played.length === 1, 'the sound is played');
      expect([played[0]?.loop, played[0]?.hasAttribute('src')]).to.deep.equal([true, true]);
      await set({});
      expect(played[0]?.hasAttribute('src')).to.equal(false);
    } finally {
      HTMLMediaElement.prototype.play = play;
      putBack();
    }
  });

  it('is accessible: open, in a group, small', async () => {
    const { element } = await dialog(ringing);
    for (const theme of ['light', 'dark'] as const) {
      element.theme = theme;
      await settled(element);
      await expectAccessible(element);
    }
    find(element, '.minimise').click();
    await settled(element);
    await expectAccessible(element);
  });

  it('leaves nothing behind when it is removed while open', async () => {
    const { element, calling } = await dialog(ringing);
    const before = calling.held.subscriptions;
    element.remove();
    expect(calling.held.subscriptions).to.be.lessThan(before);
    expect(element.matches(':state(open)')).to.equal(true);
  });
});
