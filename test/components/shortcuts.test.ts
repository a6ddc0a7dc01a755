import { expect, html, waitUntil } from '@open-wc/testing';
import { pressed, shortcutsOf, spelled } from '../../components/call-panel/shortcut-list.js';
import type { TrtcCallPanel } from '../../components/call-panel/call-panel.js';
import { expectAccessible, find, mount, nextEvent, settled, type Mounted } from '../support/mount.js';
import { buildParticipant, type SnapshotParts } from '../support/snapshots.js';

const inVideo: SnapshotParts = { call: { type: 2, participants: [buildParticipant({ userId: 'bob', video: true })] } };
const key = (init: KeyboardEventInit): KeyboardEvent => new KeyboardEvent('keydown', { bubbles: true, composed: true, cancelable: true, ...init });

/** With the focus on its microphone button and the keys there. */
async function panelWithFocus(shortcuts: string, parts = inVideo): Promise<Mounted<TrtcCallPanel> & { readonly mic: HTMLElement }> {
  const mounted = await mount<TrtcCallPanel>(html`<trtc-call-panel style="inline-size: 900px; block-size: 500px" shortcuts=${shortcuts}></trtc-call-panel>`, parts);
  await waitUntil(() => mounted.element.shadowRoot?.querySelector('trtc-call-controls')?.shadowRoot?.querySelector('trtc-mic-button'));
  const mic = find(mounted.element, 'trtc-mic-button');
  mic.focus();
  await import('../../components/call-panel/shortcuts.js');
  await settled(mounted.element);
  return { ...mounted, mic };
}

/** Whether a panel took the key. */
const takes = (target: EventTarget, init: KeyboardEventInit): boolean => !target.dispatchEvent(key(init));

describe('shortcutsOf', () => {
  it('has the usual keys, takes an author\'s, and passes over what is none', () => {
    expect(Object.fromEntries(shortcutsOf(''))).to.deep.equal({ mic: 'm', camera: 'v', share: 's', fullscreen: 'f', hangup: 'shift+h' });
    expect(Object.fromEntries(shortcutsOf('mic=K, share= camera=enter fullscreen=Shift+F constructor=x flip flip=a=b hangup=+')))
      .to.deep.equal({ mic: 'k', camera: 'v', fullscreen: 'shift+f', hangup: 'shift+h' });
    expect(shortcutsOf(' OFF ').size).to.equal(0);
  });

  it('a key is a letter or a digit; one of another script counts by its place; with another modifier it is none', () => {
    const names = [{ key: 'm' }, { key: 'H', shiftKey: true }, { key: 'ة', code: 'KeyM' }, { key: 'm', ctrlKey: true }, { key: 'm', metaKey: true }, { key: ' ', code: 'Space' }, { key: 'Enter', code: 'Enter' }];
    expect(names.map((init) => pressed(key(init)))).to.deep.equal(['m', 'shift+h', 'm', '', '', '', '']);
    expect(['m', 'shift+h', ''].map(spelled)).to.deep.equal(['M', 'Shift+H', '']);
  });
});

describe('shortcuts of the panel', () => {
  it('a key presses the button on the button\'s own road, and the button names it', async () => {
    const { element, mic } = await panelWithFocus('');
    const button = find(mic, 'button');
    await waitUntil(() => button.getAttribute('aria-keyshortcuts') === 'M');
    expect(find(mic, '.tooltip').textContent).to.equal('Mute (M)');
    const asked = nextEvent(element, 'trtc-mic-request');
    expect(takes(button, { key: 'm' })).to.equal(true);
    expect((await asked).detail).to.deep.equal({ muted: true });
    const hangup = nextEvent(element, 'trtc-hangup-request');
    takes(button, { key: 'H', shiftKey: true });
    await hangup;
    await expectAccessible(element);
  });

  it('a row of the closed menu is pressed, too, once it is loaded', async () => {
    const { element, mic } = await panelWithFocus('');
    await waitUntil(() => find(mic, 'button').hasAttribute('aria-keyshortcuts'));
    element.addEventListener('trtc-fullscreen-request', (event) => event.preventDefault());
    const asked = nextEvent(element, 'trtc-fullscreen-request');
    takes(mic, { key: 'f' });
    await asked;
  });

  it('leaves alone: repeated keys, other modifiers, fields, menus, the talk key, what the bar has not, and everything outside', async () => {
    const { element, mic } = await panelWithFocus('flip=shift+x switch=x');
    await waitUntil(() => find(mic, 'button').hasAttribute('aria-keyshortcuts'));
    Object.assign(element, { pushToTalk: true, talkKey: 'KeyV', controls: 'mic camera hangup' });
    const field = Object.assign(document.createElement('input'), { slot: 'top' });
    element.append(field);
    await settled(element);
    const heard: string[] = [];
    for (const type of ['trtc-mic-request', 'trtc-camera-request', 'trtc-screen-share-request'] as const) element.addEventListener(type, () => heard.push(type));
    expect(takes(mic, { key: 'm', repeat: true })).to.equal(false);
    expect(takes(mic, { key: 'm', ctrlKey: true })).to.equal(false);
    expect(takes(mic, { key: 'm', isComposing: true })).to.equal(false);
    expect(takes(field, { key: 'm' })).to.equal(false);
    expect(takes(mic, { key: 's' })).to.equal(false);
    expect(takes(mic, { key: 'x' })).to.equal(false);
    expect(takes(document.body, { key: 'm' })).to.equal(false);
    expect(heard).to.deep.equal([]);
  });

  it('off: no button names a key, and none is taken; back on without another focus', async () => {
    const { element, mic } = await panelWithFocus('off');
    expect(takes(mic, { key: 'm' })).to.equal(false);
    expect(find(mic, 'button').hasAttribute('aria-keyshortcuts')).to.equal(false);
    element.shortcuts = 'mic=k';
    expect(takes(mic, { key: 'm' })).to.equal(false);
    await waitUntil(() => takes(mic, { key: 'k' }));
  });
});
