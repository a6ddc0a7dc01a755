import { expect, html, waitUntil } from '@open-wc/testing';
import type { TrtcMicButton } from '../../components/mic-button/mic-button.js';
import { expectAccessible, find, mount, settled, textOf, type Mounted } from '../support/mount.js';
import type { SnapshotParts } from '../support/snapshots.js';

const CALL: SnapshotParts = { call: { callId: 'c1' }, devices: { microphone: { muted: true } } };
const mutes = ({ calling }: Mounted<HTMLElement>): unknown[] => calling.calls('setMicMute').map(([, muted]) => muted);

const key = (target: EventTarget, type: 'keydown' | 'keyup', init: KeyboardEventInit = {}): KeyboardEvent => {
  const event = new KeyboardEvent(type, { code: 'Space', bubbles: true, composed: true, cancelable: true, ...init });
  target.dispatchEvent(event);
  return event;
};

/** A panel in a call, its button listening to the key. */
async function panel(template = html`<trtc-call-panel push-to-talk style="block-size: 400px"></trtc-call-panel>`, parts: SnapshotParts = CALL): Promise<Mounted<HTMLElement> & { readonly stage: HTMLElement }> {
  const mounted = await mount<HTMLElement>(template, parts);
  await waitUntil(() => mounted.element.shadowRoot?.querySelector('.stage') !== null);
  await waitUntil(() => find(mounted.element, 'trtc-mic-button').shadowRoot?.querySelector('button') !== null);
  await settled(mounted.element);
  const stage = find(mounted.element, '.stage');
  await waitUntil(() => {
    const before = mutes(mounted).length;
    key(stage, 'keydown');
    key(window, 'keyup');
    return mutes(mounted).length > before;
  });
  mounted.calling.commands.length = 0;
  return { ...mounted, stage };
}

describe('push-to-talk', () => {
  it('mutes each call for a start, once', async () => {
    const mounted = await mount<TrtcMicButton>(html`<trtc-mic-button push-to-talk></trtc-mic-button>`, { call: { callId: 'c1', phase: 'ringing' } });
    expect(mutes(mounted)).to.deep.equal([]);
    await mounted.set({ call: { callId: 'c1' } });
    await mounted.set({ call: { callId: 'c1' }, devices: { microphone: { muted: true } } });
    expect(mutes(mounted)).to.deep.equal([true]);
    await mounted.set({});
    await mounted.set({ call: { callId: 'c2' } });
    expect(mutes(mounted)).to.deep.equal([true, true]);
    expect(textOf(mounted.element)).to.contain('Hold to talk');
    await expectAccessible(mounted.element);
  });

  it('talks while the key is held in the panel, repeats and all', async () => {
    const mounted = await panel();
    expect(key(mounted.stage, 'keydown').defaultPrevented).to.equal(true);
    key(mounted.stage, 'keydown', { repeat: true });
    expect(mutes(mounted)).to.deep.equal([false]);
    key(document.body, 'keyup');
    expect(mutes(mounted)).to.deep.equal([false, true]);
    key(document.body, 'keyup');
    expect(mutes(mounted)).to.have.length(2);
  });

  for (const [what, end] of [
    ['another window', () => window.dispatchEvent(new Event('blur'))],
    ['a hidden tab', () => document.dispatchEvent(new Event('visibilitychange'))],
  ] as const) {
    it(`ends with ${what}`, async () => {
      const mounted = await panel();
      key(mounted.stage, 'keydown');
      end();
      expect(mutes(mounted)).to.deep.equal([false, true]);
    });
  }

  it('ends with the button', async () => {
    const mounted = await panel();
    key(mounted.stage, 'keydown');
    mounted.element.remove();
    expect(mutes(mounted)).to.deep.equal([false, true]);
    key(document.body, 'keydown');
    expect(mutes(mounted)).to.have.length(2);
  });

  it('leaves the key to whoever types or presses, to other keys and to the rest of the page', async () => {
    const mounted = await panel(html`<trtc-call-panel push-to-talk style="block-size: 400px"><button class="mine">Mine</button></trtc-call-panel>`);
    key(find(mounted.element, '.mine'), 'keydown');
    key(mounted.stage, 'keydown', { code: 'KeyT' });
    key(mounted.stage, 'keydown', { ctrlKey: true });
    key(document.body, 'keydown');
    expect(mutes(mounted)).to.deep.equal([]);
    key(find(mounted.element, 'trtc-mic-button'), 'keydown');
    expect(mutes(mounted)).to.deep.equal([false]);
    key(window, 'keyup');
  });

  it('takes another key', async () => {
    const mounted = await panel();
    mounted.element.setAttribute('talk-key', 'KeyT');
    key(mounted.stage, 'keydown');
    expect(mutes(mounted)).to.deep.equal([]);
    key(mounted.stage, 'keydown', { code: 'KeyT' });
    key(window, 'keyup', { code: 'KeyT' });
    expect(mutes(mounted)).to.deep.equal([false, true]);
  });

  it('holding the button talks; its click does no more, but a press without a hand does', async () => {
    const mounted = await panel();
    const mic = find(mounted.element, 'trtc-mic-button');
    mic.setPointerCapture = () => {};
    mic.dispatchEvent(new PointerEvent('pointerdown', { button: 0, pointerId: 1 }));
    mic.dispatchEvent(new PointerEvent('pointerup', { button: 0, pointerId: 1 }));
    find(mic, 'button').dispatchEvent(new MouseEvent('click', { detail: 1, bubbles: true, composed: true }));
    expect(mutes(mounted)).to.deep.equal([false, true]);
    find(mic, 'button').dispatchEvent(new MouseEvent('click', { detail: 0, bubbles: true, composed: true }));
    expect(mutes(mounted)).to.deep.equal([false, true, false]);
  });

  it('asks first', async () => {
    const mounted = await panel();
    mounted.element.addEventListener('trtc-mic-request', (event) => event.preventDefault());
    key(mounted.stage, 'keydown');
    key(window, 'keyup');
    expect(mutes(mounted)).to.deep.equal([]);
  });
});
