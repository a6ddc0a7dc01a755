import { expect, html, waitUntil } from '@open-wc/testing';
import type { TrtcCallCard } from '../../components/call-card/call-card.js';
import type { TrtcCallPanel } from '../../components/call-panel/call-panel.js';
import type { TrtcFloatingCard } from '../../components/floating-card/floating-card.js';
import type { TrtcPipButton } from '../../components/pip-button/pip-button.js';
import { elementsIn, expectAccessible, find, maybe, mount, nextEvent, press, settled, textOf, type Mounted } from '../support/mount.js';
import { canvasTrack } from '../support/pictures.js';
import { replace } from '../support/replace.js';
import { buildParticipant, type SnapshotParts } from '../support/snapshots.js';

const bob = (parts: object = {}) => buildParticipant({ userId: 'bob', ...parts });
const inVideo: SnapshotParts = { call: { type: 2, participants: [bob({ video: true })] }, devices: { camera: { wanted: true, on: true } } };
const buttons = (root: Node): readonly string[] => elementsIn(root).filter((each) => each.localName === 'button' && each.checkVisibility()).map((each) => each.ariaLabel ?? '');

describe('TrtcCallCard', () => {
  const card = async (parts: SnapshotParts) => {
    const mounted = await mount<TrtcCallCard>(html`<trtc-call-card></trtc-call-card>`, parts);
    mounted.element.style.cssText = 'width: 320px; height: 200px';
    await settled(mounted.element);
    return mounted;
  };

  it('shows what the moment needs: answer and decline, mute and hang up, how it ended, that it waits', async () => {
    const { element, set } = await card({ call: { phase: 'ringing', type: 2 } });
    expect([buttons(element), textOf(element).includes('Bob')]).to.deep.equal([['Decline', 'Answer'], true]);
    await set({ call: { phase: 'dialling' } });
    expect([buttons(element), textOf(element).includes('Calling…')]).to.deep.equal([['Microphone', 'Cancel'], true]);
    await set(inVideo);
    expect(buttons(element)).to.deep.equal(['Microphone', 'Camera', 'Hang up']);
    await set({ ended: {} });
    expect([buttons(element), textOf(element).includes('Call ended')]).to.deep.equal([[], true]);
    await set({});
    expect(textOf(element)).to.contain('Calls will show here');
  });

  it('its buttons leave a picture alone until a hand or the focus is there; muted, they stay', async () => {
    const { element, calling, set } = await card(inVideo);
    const opacity = (): number => Number(getComputedStyle(find(element, '.bar')).opacity);
    expect(opacity()).to.equal(1);
    const { track, stop } = canvasTrack();
    calling.setTrack('bob', 'video', track);
    await waitUntil(() => find(element, '.picture').matches(':state(picture)'), 'a picture', { timeout: 8000 });
    // Where nothing hovers, a finger could not bring them back.
    const away = matchMedia('(hover: hover)').matches ? 0 : 1;
    await waitUntil(() => opacity() === away, 'faded');
    find(element, 'trtc-hangup-button').focus();
    await waitUntil(() => opacity() === 1, 'there for the focus');
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    await set({ ...inVideo, devices: { ...inVideo.devices, microphone: { muted: true } } });
    await waitUntil(() => opacity() === 1, 'muted');
    stop();
  });

  it('says once that the other cannot be reached, and whose tile it is in a call of several', async () => {
    const lost = bob({ video: true, link: 'reconnecting' });
    const { element, set } = await card({ call: { type: 2, participants: [lost] } });
    const shown = (): readonly boolean[] => [find(element, '.badge').checkVisibility(), textOf(find(element, '.line')).includes('Reconnecting…')];
    expect(shown()).to.deep.equal([false, true]);
    await set({ call: { type: 2, isGroup: true, participants: [lost, buildParticipant({ userId: 'carol' })] } });
    expect(shown()).to.deep.equal([true, false]);
  });

  it('gives the commands of its buttons', async () => {
    const { element, calling } = await card(inVideo);
    await press(find(element, 'trtc-mic-button'));
    await press(find(element, 'trtc-hangup-button'));
    expect(calling.commands).to.deep.equal([['setMicMute', true], ['hangup']]);
  });

  it('shows a shared screen, else who speaks', async () => {
    const { element, calling, set } = await card({ call: { type: 2, participants: [bob(), buildParticipant({ userId: 'carol' })] } });
    const picture = () => find(element, 'trtc-video-view');
    for (const volume of [60, 61, 62, 63, 64]) calling.setLevel('carol', volume);
    await settled(element);
    expect(picture().getAttribute('user-id')).to.equal('carol');
    await set({ call: { type: 2, participants: [bob({ screen: true }), buildParticipant({ userId: 'carol' })] } });
    expect([picture().getAttribute('user-id'), picture().getAttribute('stream-type')]).to.deep.equal(['bob', '2']);
  });

  it('axe finds nothing', async () => {
    const { element, set } = await card(inVideo);
    await expectAccessible(element);
    await set({ call: { phase: 'ringing' } });
    await expectAccessible(element);
  });

  it('as small as can be there is a picture and a way to hang up', async () => {
    const { element } = await card(inVideo);
    element.style.cssText = 'width: 120px; height: 90px';
    await settled(element);
    expect(buttons(element)).to.deep.equal(['Hang up']);
  });
});

describe('TrtcCallPanel: minimised', () => {
  const small = (): TrtcFloatingCard | null => document.querySelector('trtc-floating-card');
  const panel = (parts = inVideo, template = html`<trtc-call-panel ringtone="none"></trtc-call-panel>`) => mount<TrtcCallPanel>(template, parts);
  const minimise = async ({ element }: Mounted<TrtcCallPanel>): Promise<TrtcFloatingCard> => {
    element.minimised = true;
    await waitUntil(() => small() !== null, 'the card is there');
    const card = small();
    if (!card) throw new Error('No card.');
    await settled(card);
    return card;
  };

  it('is a card over the page and takes no room itself; the call goes on', async () => {
    const mounted = await panel();
    const card = await minimise(mounted);
    expect([mounted.element.getBoundingClientRect().height, card.matches(':popover-open'), mounted.calling.commands]).to.deep.equal([0, true, []]);
    await expectAccessible(card);
    await press(find(card, 'trtc-mic-button'));
    expect(mounted.calling.commands).to.deep.equal([['setMicMute', true]]);
  });

  it('asks first, by its button, and comes back by the card\'s', async () => {
    const { element } = await panel();
    const button = document.createElement('trtc-minimise-button');
    element.append(button);
    await settled(element);
    element.addEventListener('trtc-minimise-request', (event) => event.preventDefault(), { once: true });
    await press(button);
    expect(element.minimised).to.equal(false);
    await press(button);
    expect(element.minimised).to.equal(true);
    await waitUntil(() => small() !== null);
    await settled(document.body);
    const restore = find(small() ?? document.body, '.restore');
    element.addEventListener('trtc-minimise-request', (event) => event.preventDefault(), { once: true });
    restore.click();
    expect(element.minimised).to.equal(true);
    const asked = nextEvent(element, 'trtc-minimise-request');
    restore.click();
    expect((await asked).detail).to.deep.equal({ minimised: false });
    await settled(element);
    expect([element.minimised, small()]).to.deep.equal([false, null]);
  });

  it('what is wished for at the card is heard at the panel first', async () => {
    const mounted = await panel();
    const card = await minimise(mounted);
    const asked = nextEvent(mounted.element, 'trtc-hangup-request');
    mounted.element.addEventListener('trtc-hangup-request', (event) => event.preventDefault());
    await press(find(card, 'trtc-hangup-button'));
    const event = await asked;
    expect([event.constructor.name, event.bubbles, event.composed, mounted.calling.commands]).to.deep.equal(['TrtcHangupRequestEvent', true, true, []]);
  });

  it('wears the colours and speaks the language of the panel, later changes too', async () => {
    const mounted = await panel(inVideo, html`<trtc-call-panel ringtone="none" style="--trtc-hangup: rgb(1, 2, 3)"></trtc-call-panel>`);
    mounted.element.strings = { hangUp: 'Stop it' };
    const card = await minimise(mounted);
    expect(getComputedStyle(find(card, 'trtc-hangup-button .disc, .hangup .disc')).backgroundColor).to.equal('rgb(1, 2, 3)');
    expect(buttons(card)).to.include('Stop it');
    mounted.element.locale = 'zh-CN';
    await waitUntil(() => buttons(card).includes('麦克风'));
  });

  it('goes with the call, with the panel, and a new call is large again', async () => {
    const mounted = await panel();
    await minimise(mounted);
    await mounted.set({});
    expect([small(), mounted.element.minimised]).to.deep.equal([null, false]);
    await mounted.set(inVideo);
    await minimise(mounted);
    mounted.element.remove();
    expect(small()).to.equal(null);
  });

  it('the keyboard goes with it: the card has the focus, arrows move it, and the panel has it again', async () => {
    const mounted = await panel();
    find(mounted.element, '.stage').focus();
    const card = await minimise(mounted);
    await waitUntil(() => document.activeElement === card);
    const corner = (): string => ['start-start', 'start-end', 'end-start', 'end-end'].find((name) => card.matches(`:state(${name})`)) ?? '';
    const visited = [];
    for (const name of ['ArrowUp', 'ArrowLeft', 'ArrowDown', 'ArrowRight']) {
      find(card, '.handle').dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true }));
      await settled(card);
      visited.push(corner());
    }
    expect(visited).to.deep.equal(['start-end', 'start-start', 'end-start', 'end-end']);
    find(card, '.restore').focus();
    find(card, '.restore').click();
    await settled(mounted.element);
    await waitUntil(() => document.activeElement === mounted.element, 'the panel has the focus');
  });

  it('is dragged to another corner by its picture, and not by its buttons', async () => {
    const mounted = await panel();
    const card = await minimise(mounted);
    const drag = (target: HTMLElement): void => {
      const box = card.getBoundingClientRect();
      const init = { pointerId: 1, button: 0, bubbles: true, composed: true };
      target.dispatchEvent(new PointerEvent('pointerdown', { ...init, clientX: box.x + 5, clientY: box.y + 5 }));
      window.dispatchEvent(new PointerEvent('pointermove', { ...init, clientX: 20, clientY: 20 }));
      window.dispatchEvent(new PointerEvent('pointerup', { ...init, clientX: 20, clientY: 20 }));
    };
    drag(find(find(card, 'trtc-hangup-button'), 'button'));
    await settled(card);
    expect(card.matches(':state(end-end)')).to.equal(true);
    drag(find(card, '.handle'));
    await settled(card);
    expect(card.matches(':state(start-start)')).to.equal(true);
  });

  it('with auto-minimise the card comes when the panel is out of sight, and goes when it is back', async () => {
    const { element } = await panel(inVideo, html`<trtc-call-panel ringtone="none" auto-minimise></trtc-call-panel>`);
    const route = element.parentElement ?? element;
    route.style.cssText = 'display: none';
    await waitUntil(() => small() !== null, 'hidden', { timeout: 15_000 });
    expect(element.minimised).to.equal(false);
    route.style.cssText = '';
    await waitUntil(() => small() === null, 'seen again', { timeout: 15_000 });
  });
});

describe('TrtcPipButton: a window of its own', () => {
  const undo: (() => void)[] = [];
  let frame: HTMLIFrameElement | undefined;
  let asked = 0;

  /** Stands in for the browser's window: another document, which refuses this one's style sheets as a real one does. */
  class Windows extends EventTarget {
    get window(): Window | null { return frame?.contentWindow ?? null; }

    async requestWindow(): Promise<Window> {
      asked += 1;
      frame = document.createElement('iframe');
      document.body.append(frame);
      const view = frame.contentWindow;
      if (!view) throw new Error('No window.');
      view.close = () => {
        view.dispatchEvent(new Event('pagehide'));
        frame?.remove();
        frame = undefined;
      };
      this.dispatchEvent(new Event('enter'));
      return view;
    }
  }
  const windows = new Windows();

  beforeEach(() => {
    asked = 0;
    undo.push(replace(window, { documentPictureInPicture: { value: windows } }));
  });
  afterEach(() => {
    frame?.contentWindow?.close();
    for (const each of undo.splice(0)) each();
  });

  const cardIn = async (): Promise<TrtcCallCard> => {
    await waitUntil(() => frame?.contentDocument?.querySelector('trtc-call-card') instanceof HTMLElement, 'the card is there');
    const card = frame?.contentDocument?.querySelector('trtc-call-card');
    if (!card) throw new Error('No card.');
    await settled(card);
    return card;
  };
  const panel = async (parts = inVideo) => {
    const mounted = await mount<TrtcCallPanel>(html`<trtc-call-panel ringtone="none" controls="mic pip hangup" style="--trtc-hangup: rgb(1, 2, 3)"></trtc-call-panel>`, parts);
    return { ...mounted, button: find<TrtcPipButton>(mounted.element, 'trtc-pip-button') };
  };

  it('shows the call there, styled, in the language of the page, with live buttons', async () => {
    const { calling, button } = await panel();
    await press(button);
    const card = await cardIn();
    expect(getComputedStyle(find(card, '.card')).display).to.equal('grid');
    expect(getComputedStyle(find(card, '.hangup .disc')).backgroundColor).to.equal('rgb(1, 2, 3)');
    expect(buttons(card)).to.deep.equal(['Microphone', 'Camera', 'Hang up']);
    find(card, 'trtc-mic-button').click();
    find(card, 'trtc-hangup-button').click();
    expect(calling.commands).to.deep.equal([['setMicMute', true], ['hangup']]);
  });

  it('follows the panel into another language and another theme', async () => {
    const { element, button } = await panel();
    await press(button);
    const card = await cardIn();
    element.locale = 'zh-CN';
    element.theme = 'dark';
    await waitUntil(() => buttons(card).join() === '麦克风,摄像头,挂断', 'it speaks Chinese');
    expect(getComputedStyle(card).colorScheme).to.equal('dark');
    element.theme = 'light';
    await waitUntil(() => getComputedStyle(card).colorScheme === 'light', 'it is light');
  });

  it('its wishes are heard at the panel, and prevented there', async () => {
    const { element, calling, button } = await panel();
    await press(button);
    const card = await cardIn();
    element.addEventListener('trtc-hangup-request', (event) => event.preventDefault());
    find(card, 'trtc-hangup-button').click();
    expect(calling.commands).to.deep.equal([]);
  });

  it('the button says whether it is out, brings it back, and notices when it is closed there', async () => {
    const { button } = await panel();
    await press(button);
    await cardIn();
    await settled(button);
    expect(find(button, 'button').ariaPressed).to.equal('true');
    await press(button);
    await settled(button);
    expect([find(button, 'button').ariaPressed, frame]).to.deep.equal(['false', undefined]);
    await press(button);
    await cardIn();
    windows.window?.close();
    await settled(button);
    expect(find(button, 'button').ariaPressed).to.equal('false');
  });

  it('a button that comes later finds the window that is open', async () => {
    const { element, button } = await panel();
    await press(button);
    await cardIn();
    const later = document.createElement('trtc-pip-button');
    element.append(later);
    await settled(element);
    expect(find(later, 'button').ariaPressed).to.equal('true');
  });

  it('stays for the end and for a call that comes then, which is answered there; and goes when all is over', async () => {
    const { calling, button, set } = await panel();
    await press(button);
    const card = await cardIn();
    await set({ ended: {} });
    await settled(card);
    expect(textOf(card)).to.contain('Call ended');
    await set({ call: { phase: 'ringing', callId: 'call-2', type: 1 } });
    await settled(card);
    find(card, 'trtc-accept-button').click();
    expect(calling.calls('accept')).to.deep.equal([['accept', { camera: false }]]);
    await set({});
    expect(frame).to.equal(undefined);
    expect(calling.held.subscriptions).to.be.lessThan(40);
  });

  it('opened before there is a call, it waits for one, and stays until that is over', async () => {
    const { calling, element, set } = await mount<TrtcPipButton>(html`<trtc-pip-button></trtc-pip-button>`);
    await press(element);
    const card = await cardIn();
    expect(textOf(card)).to.contain('Calls will show here');
    await set({ call: { phase: 'ringing' } });
    await settled(card);
    expect(buttons(card)).to.deep.equal(['Decline', 'Answer']);
    await set({});
    expect([frame, asked, calling.commands]).to.deep.equal([undefined, 1, []]);
  });

  it('lets go of everything with the window', async () => {
    const { calling, element, button } = await panel();
    const before = calling.held;
    await press(button);
    await cardIn();
    windows.window?.close();
    await settled(element);
    expect([calling.held, maybe(document.body, 'trtc-call-card')]).to.deep.equal([before, undefined]);
  });
});
