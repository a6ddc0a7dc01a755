import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { TrtcCallPanel } from '../../components/call-panel/call-panel.js';
import '../../components/calling-provider/calling-provider.define.js';
import '../../components/incoming-dialog/incoming-dialog.define.js';
import '../../components/call-panel/call-panel.define.js';
import { FakeCalling } from '../support/fake-calling.js';
import { expectAccessible, maybe, mount, settled } from '../support/mount.js';
import { replace } from '../support/replace.js';
import type { SnapshotParts } from '../support/snapshots.js';

const ringing: SnapshotParts = { call: { phase: 'ringing', type: 2 } };
const idle: SnapshotParts = { ended: null };
const TITLE = 'A page';

describe('what a call does to attention', () => {
  const undo: (() => void)[] = [];
  const title = document.title;
  beforeEach(() => { document.title = TITLE; });
  afterEach(() => {
    for (const one of undo.splice(0)) one();
    document.title = title;
  });
  const titleBecomes = (words: string): Promise<void> => waitUntil(() => document.title === words, `the title to be ${words}`);
  const icon = (): HTMLLinkElement | null => document.head.querySelector('link[rel="icon"][href^="data:image/png"]');
  const panel = (parts: SnapshotParts, template = html`<trtc-call-panel ringtone="none"></trtc-call-panel>`) => mount<TrtcCallPanel>(template, parts);

  it('the panel alone puts the caller before the title and a mark on the icon, and takes both back', async () => {
    const { element, set } = await panel(ringing);
    await titleBecomes(`Bob is calling · ${TITLE}`);
    await waitUntil(icon, 'the icon to be marked');
    await set(idle);
    expect([document.title, icon()]).to.deep.equal([TITLE, null]);
    await set(ringing);
    await titleBecomes(`Bob is calling · ${TITLE}`);
    element.remove();
    expect([document.title, icon()]).to.deep.equal([TITLE, null]);
  });

  it('`quiet` leaves out what it names, and no more', async () => {
    const asked: unknown[] = [];
    undo.push(replace(navigator, {
      vibrate: { value: (pattern: unknown) => { asked.push(pattern); return true; } },
      userActivation: { value: { hasBeenActive: true, isActive: true } },
    }));
    await panel(ringing, html`<trtc-call-panel ringtone="none" quiet="badge nonsense"></trtc-call-panel>`);
    await titleBecomes(`Bob is calling · ${TITLE}`);
    expect(asked).to.have.length(1);
    const { element } = await panel(ringing, html`<trtc-call-panel ringtone="none" quiet="vibration title"></trtc-call-panel>`);
    await waitUntil(icon, 'only the second to mark the icon');
    expect(asked).to.have.length(1);
    element.remove();
  });

  it('`quiet` of the provider counts for everybody inside', async () => {
    const calling = new FakeCalling(ringing);
    await fixture(html`<trtc-calling-provider quiet="title" .calling=${calling}><trtc-incoming-dialog ringtone="none"></trtc-incoming-dialog></trtc-calling-provider>`);
    await waitUntil(icon, 'the icon to be marked');
    expect(document.title).to.equal(TITLE);
  });

  it('missed calls are told of until they are seen, where it is asked for', async () => {
    const badges: unknown[] = [];
    undo.push(replace(navigator, {
      setAppBadge: { value: async (count: unknown) => { badges.push(count); } },
      clearAppBadge: { value: async () => { badges.push('none'); } },
    }));
    const { element, calling } = await panel(idle);
    calling.callLog.set([], 2);
    await settled(element);
    expect([document.title, calling.callLog.held]).to.deep.equal([TITLE, 0]);
    element.showMissed = true;
    await titleBecomes(`(2) ${TITLE}`);
    await waitUntil(icon, 'the icon to be marked');
    expect(badges).to.deep.equal([2]);
    calling.callLog.markSeen();
    await titleBecomes(TITLE);
    expect([icon(), badges.at(-1)]).to.deep.equal([null, 'none']);
    element.remove();
    expect(calling.callLog.held).to.equal(0);
  });

  it('the panel alone offers the sound that the browser holds back, and rings after the press', async () => {
    let state: AudioContextState = 'suspended';
    const started: string[] = [];
    class HeldContext extends EventTarget {
      get state(): AudioContextState { return state; }
      async resume(): Promise<void> { started.push('asked'); }
      async close(): Promise<void> { /* Nothing was taken. */ }
      createBuffer(): AudioBuffer { return new AudioBuffer({ length: 72_000, sampleRate: 24_000 }); }
    }
    class HeldSource extends EventTarget {
      connect(): void { /* Not to be heard here. */ }
      disconnect(): void { started.push('stopped'); }
      start(): void { started.push('started'); }
      stop(): void { /* As disconnect. */ }
    }
    undo.push(replace(window, { AudioContext: { writable: true, value: HeldContext }, AudioBufferSourceNode: { writable: true, value: HeldSource } }));
    const { element, set } = await panel(ringing, html`<trtc-call-panel></trtc-call-panel>`);
    await waitUntil(() => maybe(element, '.hear'), 'the button', { timeout: 4000 });
    await expectAccessible(element, { ignoredRules: ['color-contrast'] });
    expect(started).not.to.contain('started');
    state = 'running';
    maybe(element, '.hear')?.click();
    await waitUntil(() => started.includes('started'), 'it to ring');
    await waitUntil(() => !maybe(element, '.hear'), 'the button to go');
    await set(idle);
    expect(started.at(-1)).to.equal('stopped');
  });

  it('the panel alone notifies while the page is out of view, and brings it back when that is pressed', async () => {
    const shown: { readonly title: string; open: boolean; press(): void }[] = [];
    class FakeNotification extends EventTarget {
      static readonly permission = 'granted';
      readonly #entry;
      constructor(words: string) {
        super();
        this.#entry = { title: words, open: true, press: () => this.dispatchEvent(new Event('click')) };
        shown.push(this.#entry);
      }
      close(): void { this.#entry.open = false; }
    }
    let visibility = 'hidden';
    undo.push(replace(window, { Notification: { writable: true, value: FakeNotification } }), replace(document, { visibilityState: { get: () => visibility } }));
    const { set } = await panel(ringing, html`<trtc-call-panel ringtone="none" notify></trtc-call-panel>`);
    await waitUntil(() => shown.length === 1, 'a notification', { timeout: 4000 });
    expect(shown[0]).to.include({ title: 'Bob is calling', open: true });
    visibility = 'visible';
    await waitUntil(() => shown[0]?.open === false, 'it to go with the look at the page');
    visibility = 'hidden';
    await waitUntil(() => shown.length === 2, 'another one');
    await set(idle);
    expect(shown[1]?.open).to.equal(false);
  });
});
