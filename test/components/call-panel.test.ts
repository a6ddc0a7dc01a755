import { aTimeout, expect, fixture, html, waitUntil } from '@open-wc/testing';
import { LitElement } from 'lit';
import { TRTCCalling, type CallingOptions } from '../../src/trtc-calling.js';
import type { TrtcCallPanel } from '../../components/call-panel/call-panel.js';
import { arrange, selectPanel } from '../../components/call-panel/panel-state.js';
import { Quiet } from '../../components/call-panel/quiet.js';
import type { TrtcMoreButton } from '../../components/more-button/more-button.js';
import type { TrtcVideoView } from '../../components/video-view/video-view.js';
import { FakeCalling } from '../support/fake-calling.js';
import { elementsIn, expectAccessible, find, maybe, mount, nextEvent, press, settled, textOf } from '../support/mount.js';
import { canvasTrack } from '../support/pictures.js';
import { buildParticipant, buildSnapshot, type SnapshotParts } from '../support/snapshots.js';

const bob = (parts: object = {}) => buildParticipant({ userId: 'bob', ...parts });
const carol = (parts: object = {}) => buildParticipant({ userId: 'carol', ...parts });
const camera = { wanted: true, on: true };

const PHASES: Readonly<Record<string, SnapshotParts>> = {
  'idle': {},
  'signed out': { session: { phase: 'logged-out', userId: '' } },
  'dialling audio': { call: { phase: 'dialling' } },
  'dialling video': { call: { phase: 'dialling', type: 2, participants: [bob({ state: 'ringing' })] }, devices: { camera } },
  'dialling a group': { call: { phase: 'dialling', type: 2, isGroup: true, participants: [bob({ state: 'inviting' }), carol({ state: 'inviting' })] } },
  'ringing audio': { call: { phase: 'ringing' } },
  'ringing video': { call: { phase: 'ringing', type: 2 } },
  'connecting': { call: { phase: 'connecting', type: 2 } },
  'in an audio call': { call: {} },
  'in a video call': { call: { type: 2, participants: [bob({ video: true })] }, devices: { camera } },
  'in a group call': { call: { type: 2, isGroup: true, participants: [bob({ video: true }), carol({ audio: false, quality: 5 })] }, devices: { camera } },
  'screen shared': { call: { type: 2, participants: [bob({ screen: true })] } },
  'ended': { ended: {} },
  'ended, busy': { ended: { reason: 'busy', duration: 0 } },
  'interrupted': { interrupted: {} },
  'no microphone': { call: {}, devices: { microphone: { error: 60005, on: false } } },
  'sound blocked': { call: {}, devices: { speaker: { blocked: true } } },
  'reconnecting': { call: { type: 2, reconnecting: true } },
  'kicked': { session: { phase: 'logged-out', userId: '', kicked: 'other-login' } },
};

const panelWith = (parts: SnapshotParts, template = html`<trtc-call-panel dialer ringtone="none"></trtc-call-panel>`) => mount<TrtcCallPanel>(template, parts);

describe('TrtcCallPanel: every phase', () => {
  for (const [name, parts] of Object.entries(PHASES)) {
    for (const theme of ['light', 'dark'] as const) {
      it(`${name}, ${theme}: axe finds nothing`, async () => {
        const { element } = await panelWith(parts);
        element.theme = theme;
        element.style.height = '600px';
        await settled(element);
        await expectAccessible(element);
      });
    }

    it(`${name}: nothing is cut at 240 × 320`, async () => {
      const { element } = await panelWith(parts);
      element.style.cssText = 'width: 240px; height: 320px';
      await settled(element);
      const box = element.getBoundingClientRect();
      const isCut = ({ left, right, top, bottom }: DOMRect): boolean => left < box.left || right > box.right || top < box.top || bottom > box.bottom;
      const cut = (): readonly string[] => elementsIn(element)
        .filter((each) => each.localName === 'button' && each.checkVisibility() && isCut(each.getBoundingClientRect())).map((each) => each.outerHTML);
      // The packing of tiles and the room for the bar follow one resize observation later.
      await waitUntil(() => cut().length === 0, 'nothing is cut').catch(() => expect(cut()).to.deep.equal([]));
    });
  }
});

describe('TrtcCallPanel: what it says', () => {
  it('while dialling: Calling…, then Ringing…', async () => {
    const { element, set } = await panelWith({ call: { phase: 'dialling' } });
    expect(textOf(element)).to.contain('Bob').and.to.contain('Calling…');
    await set({ call: { phase: 'dialling', participants: [bob({ state: 'ringing' })] } });
    expect(textOf(element)).to.contain('Ringing…');
    expect(element.matches(':state(dialling)')).to.equal(true);
  });

  it('names several people without an endless line', async () => {
    const { element } = await panelWith({ call: { phase: 'dialling', participants: ['bob', 'carol', 'dan', 'eve'].map((userId) => buildParticipant({ userId, state: 'inviting' })) } });
    expect(find(element, 'trtc-person-card').shadowRoot?.textContent).to.contain('Bob, Carol and 2 more');
  });

  it('in an audio call: name and time', async () => {
    const { element } = await panelWith({ call: { connectedAt: Date.now() - 65_000 } });
    expect(textOf(element)).to.match(/Bob 1:0[56]/);
  });

  it('says who invites to a group, however many faces are there', async () => {
    const { element } = await panelWith({ call: { phase: 'ringing', type: 2, isGroup: true, participants: [bob(), carol({ state: 'inviting' })] } });
    expect(find(element, '[role=alert]').textContent).to.equal('Bob invites you to a group video call');
    expect(textOf(element)).to.match(/Bob, Carol.*Bob invites you to a group video call/);
  });

  it('speaks once and politely: one live region for the phase', async () => {
    const { element } = await panelWith({ call: { phase: 'dialling' } });
    const live = elementsIn(element).filter((each) => each.getAttribute('role') === 'status' && each.textContent?.trim());
    expect(live.map((each) => each.textContent?.trim())).to.deep.equal(['Calling…']);
  });

  it('the live region stays the same element from dialling to talking', async () => {
    const { element, set } = await panelWith({ call: { phase: 'dialling', type: 2 } });
    const region = find(element, 'trtc-call-status.visually-hidden');
    await set({ call: { type: 2, participants: [bob({ video: true })] } });
    expect(find(element, 'trtc-call-status.visually-hidden')).to.equal(region);
    expect(region.shadowRoot?.textContent?.trim()).to.equal('Connected');
  });

  it('says that it reconnects when nobody in the call can be reached, and not as long as one can', async () => {
    const lost = bob({ video: true, link: 'reconnecting' });
    const { element, set } = await panelWith({ call: { type: 2, participants: [lost] } });
    const said = (): string | undefined => find(element, 'trtc-call-status.visually-hidden').shadowRoot?.textContent?.trim();
    expect(said()).to.equal('Reconnecting…');
    await set({ call: { type: 2, isGroup: true, participants: [lost, carol()] } });
    expect(said()).to.equal('Connected');
    await set({ call: { type: 2, participants: [bob({ state: 'left', link: 'reconnecting' }), carol()] } });
    expect(said()).to.equal('Connected');
    await set({ call: { type: 1, participants: [bob({ link: 'reconnecting' })] } });
    expect(textOf(find(element, 'trtc-person-card'))).to.contain('Reconnecting…');
  });

  it('a lost connection of one’s own is said once, by the banner: to the eye and to a screen reader', async () => {
    const lost = bob({ link: 'reconnecting' });
    for (const [type, video] of [[1, false], [2, true]] as const) {
      const { element, set } = await panelWith({ call: { type, reconnecting: true, participants: [{ ...lost, video }] } });
      expect(textOf(element)).to.contain('Connection lost.').and.not.to.contain('Reconnecting…');
      const said = (): readonly (string | undefined)[] => elementsIn(element).filter((each) => each.getAttribute('role') === 'status').map((each) => each.textContent?.trim()).filter(Boolean);
      expect(said().map((line) => line?.replace(/\s.*/s, ''))).to.deep.equal(['Connection']);
      await set({ call: { type, participants: [{ ...lost, video }] } });
      expect(textOf(element)).to.contain('Reconnecting…').and.not.to.contain('Connection lost.');
      expect(said()).to.deep.equal(['Reconnecting…']);
    }
  });

  it('while one person is called by video, they stand above the middle and one’s own picture is clear; a list of several stands over it dimmed', async () => {
    const { element, set } = await panelWith({ call: { phase: 'dialling', type: 2, participants: [bob({ state: 'ringing' })] }, devices: { camera } });
    for (const [width, height] of [[390, 844], [1280, 800], [844, 390], [320, 480]] as const) {
      element.style.cssText = `width: ${width}px; height: ${height}px`;
      const top = element.getBoundingClientRect().top;
      const status = find(element, 'trtc-call-status[silent]').getBoundingClientRect();
      expect(status.bottom - top, `${width} × ${height}`).to.be.below(height * 0.4);
    }
    expect(getComputedStyle(find(element, '.main')).filter).to.equal('none');
    await set({ call: { phase: 'dialling', type: 2, isGroup: true, participants: [bob({ state: 'ringing' }), carol({ state: 'ringing' })] }, devices: { camera } });
    expect(getComputedStyle(find(element, '.main')).filter).to.contain('brightness');
  });

  it('a banner covers no tile: beside name and time where there is room, else the tiles give way; the buttons stay', async () => {
    const people = { call: { type: 2, isGroup: true, participants: [bob({ video: true }), carol({ video: true })] } } as const;
    for (const [width, height, isBeside] of [[1280, 800, true], [390, 844, false], [320, 480, false], [640, 360, false]] as const) {
      const { element, set } = await panelWith({ ...people, devices: { camera } });
      element.style.cssText = `width: ${width}px; height: ${height}px`;
      const edges = (): { readonly tile: number; readonly banner: number; readonly button: number } => ({
        tile: Math.min(...elementsIn(element).filter((each) => each.localName === 'li' && each.getAttribute('part') === 'tile').map((tile) => tile.getBoundingClientRect().top)),
        banner: maybe(element, '.banner')?.getBoundingClientRect().bottom ?? 0,
        button: find(element, 'trtc-hangup-button').getBoundingClientRect().top,
      });
      const before = edges();
      await set({ ...people, devices: { camera, microphone: { muted: true, speaking: true } } });
      await waitUntil(() => edges().banner > 0 && edges().tile >= edges().banner, `${width} × ${height}: no tile under the banner`);
      expect(edges().button).to.equal(before.button);
      if (isBeside) expect(find(element, '.banner').getBoundingClientRect().top).to.be.below(find(element, '.head').getBoundingClientRect().bottom);
      element.remove();
    }
  });

  it('a banner covers no face and no name on a small screen either', async () => {
    const called = ['bob', 'carol', 'dave', 'erin'].map((userId) => buildParticipant({ userId, state: 'ringing' }));
    const moments: readonly SnapshotParts[] = [{ call: {} }, { call: { phase: 'ringing' } }, { call: { phase: 'dialling', type: 2, isGroup: true, participants: called }, devices: { camera } }];
    for (const parts of moments) {
      const { element, set } = await panelWith(parts);
      await set({ ...parts, devices: { ...parts.devices, speaker: { blocked: true } } });
      for (const [width, height] of [[240, 320], [320, 480], [640, 300], [390, 500]] as const) {
        element.style.cssText = `width: ${width}px; height: ${height}px`;
        const tops = (): readonly number[] => ['.faces', '.words'].map((part) => find(find(element, 'trtc-person-card'), part)).filter((each) => each.checkVisibility()).map((each) => each.getBoundingClientRect().top);
        await waitUntil(() => Math.min(...tops()) >= find(element, '.banner').getBoundingClientRect().bottom, `${width} × ${height}, ${parts.call?.phase}: nothing under the banner`);
        expect(find(find(element, 'trtc-person-card'), '.words').getBoundingClientRect().bottom).to.be.at.most(find(element, '.foot').getBoundingClientRect().top + 1);
      }
      element.remove();
    }
  });

  it('speaks Chinese when asked to, and back', async () => {
    const { element } = await panelWith({ call: { phase: 'dialling' } });
    element.locale = 'zh-CN';
    await waitUntil(() => textOf(element).includes('正在呼叫…'));
    expect(find(element, '.stage').lang).to.equal('zh-CN');
    element.locale = 'en';
    await settled(element);
    expect(textOf(element)).to.contain('Calling…');
  });

  it('takes an application\'s own words, for itself and what is inside', async () => {
    const { element } = await panelWith({ call: { phase: 'dialling' } });
    element.strings = { calling: 'Hold on…', cancel: 'Stop' };
    await settled(element);
    expect(textOf(element)).to.contain('Hold on…').and.to.contain('Stop');
  });

  it('shows a hostile name as text', async () => {
    const { element } = await panelWith({ call: { phase: 'dialling' }, profiles: { bob: '<img src=x onerror=alert(1)>' } });
    expect(textOf(element)).to.contain('<img src=x onerror=alert(1)>');
    expect(maybe(element, 'img')).to.equal(undefined);
  });
});

describe('TrtcCallPanel: layout', () => {
  const arranged = (parts: SnapshotParts, layout: '' | 'grid' | 'speaker' | 'float' = '') => arrange(selectPanel(buildSnapshot(parts)), layout);

  it('goes by the number of people and what is to be seen', () => {
    expect(arranged({ call: {} })).to.equal('card');
    expect(arranged({ call: { type: 2 } })).to.equal('float');
    expect(arranged({ call: {}, devices: { camera } })).to.equal('float');
    expect(arranged({ call: { participants: [bob(), carol()] } })).to.equal('grid');
    expect(arranged({ call: { participants: [bob(), carol({ state: 'left' })] } })).to.equal('card');
    expect(arranged({ call: { type: 2, isGroup: true, participants: [] } })).to.equal('grid');
    expect(arranged({ call: { type: 2 } }, 'grid')).to.equal('grid');
    expect(arranged({ call: { type: 2, participants: [bob({ screen: true })] } }, 'grid')).to.equal('speaker');
    expect(arranged({ call: { phase: 'dialling', type: 2 } }, 'grid')).to.equal('card');
  });

  it('float: the other fills the stage and oneself is a tile; a double click swaps', async () => {
    const { element } = await panelWith(PHASES['in a video call'] ?? {});
    const main = (): string | null => find(element, '.main').getAttribute('user-id');
    expect(main()).to.equal('bob');
    const doubleClick = async (): Promise<void> => {
      find(element, '[role=button]').dispatchEvent(new MouseEvent('dblclick', { bubbles: true, composed: true }));
      await Promise.resolve();
      await settled(element);
    };
    element.addEventListener('trtc-swap-request', (event) => event.preventDefault(), { once: true });
    await doubleClick();
    expect(main()).to.equal('bob');
    await doubleClick();
    expect(main()).to.equal(null);
    expect(find(element, '.main').hasAttribute('local')).to.equal(true);
  });

  it('the tile is upright when the own picture is', async () => {
    const { element, calling } = await panelWith(PHASES['in a video call'] ?? {});
    const { track, stop } = canvasTrack(36, 64);
    calling.setTrack('', 'video', track);
    await waitUntil(() => maybe(element, 'trtc-floating-tile.portrait') !== undefined, 'portrait', { timeout: 8000 });
    stop();
  });

  it('grid: everybody and oneself', async () => {
    const { element } = await panelWith(PHASES['in a group call'] ?? {});
    const tiles = [...find(element, 'trtc-participant-grid').shadowRoot?.querySelectorAll('trtc-video-view') ?? []];
    expect(tiles.map((tile) => (tile.local ? 'self' : tile.userId))).to.deep.equal(['bob', 'carol', 'self']);
  });

  it('a shared screen takes the stage, and whoever is pinned takes it from everybody', async () => {
    const { element, set } = await panelWith(PHASES['screen shared'] ?? {});
    const large = (): TrtcVideoView => find<TrtcVideoView>(find(element, 'trtc-speaker-view'), 'trtc-video-view');
    expect([large().userId, large().streamType]).to.deep.equal(['bob', 2]);
    await set({ call: { type: 2, participants: [bob(), carol()] } });
    expect(maybe(element, 'trtc-speaker-view')).to.equal(undefined);
    element.pinned = 'carol';
    await settled(element);
    expect([large().userId, large().streamType]).to.deep.equal(['carol', 0]);
    await set({ call: { type: 2, participants: [bob({ screen: true }), carol()] } });
    await settled(element);
    expect([element.pinned, large().userId, large().streamType]).to.deep.equal(['', 'bob', 2]);
    element.pinned = 'carol';
    await settled(element);
    expect([large().userId, large().streamType]).to.deep.equal(['carol', 0]);
  });

  it('is as tall as its container; where nothing says how tall, as a picture is, and no higher than what is seen of the page', async () => {
    const { element } = await panelWith(PHASES['in an audio call'] ?? {});
    const own = element.offsetWidth * (innerWidth < innerHeight ? 1.6 : 0.5625);
    expect(element.offsetHeight).to.be.closeTo(Math.max(320, Math.min(innerHeight * 0.75, own)), 1);
    const container = element.parentElement ?? element;
    container.style.cssText = 'display: block; inline-size: 600px';
    expect(element.offsetHeight).to.be.at.least(320).and.at.most(Math.max(320, innerHeight * 0.75, 600));
    for (const display of ['display: block', 'display: flex; flex-direction: column', 'display: grid']) {
      for (const height of [160, 240, 900]) {
        container.style.cssText = `${display}; block-size: ${height}px; inline-size: 180px`;
        expect([element.offsetHeight, find(element, '.stage').offsetHeight], `${display} ${height}`).to.deep.equal([height, height]);
      }
    }
  });

  it('a double click on a tile pins it unless that is prevented, another one lets it go', async () => {
    const { element } = await panelWith(PHASES['in a group call'] ?? {});
    element.style.cssText = 'width: 900px; height: 600px';
    await waitUntil(() => maybe(element, 'li[data-user=carol]') !== undefined);
    const pin = async (selector: string): Promise<void> => {
      find(element, selector).dispatchEvent(new MouseEvent('dblclick', { bubbles: true, composed: true }));
      await Promise.resolve();
      await settled(element);
    };
    element.addEventListener('trtc-pin-request', (event) => event.preventDefault(), { once: true });
    await pin('li[data-user=carol] trtc-video-view');
    expect(element.pinned).to.equal('');
    await pin('li[data-user=carol] trtc-video-view');
    expect([element.pinned, maybe(element, 'trtc-participant-grid.grid')]).to.deep.equal(['carol', undefined]);
    await pin('.main');
    expect([element.pinned, maybe(element, 'trtc-speaker-view')]).to.deep.equal(['', undefined]);
  });

  it('has room for an application\'s own parts', async () => {
    const { element, set } = await panelWith(PHASES['in a video call'] ?? {}, html`
      <trtc-call-panel ringtone="none">
        <p slot="top">top</p><p slot="ended">over</p><button>middle</button>
        <button slot="controls-start">first</button><button slot="controls-end">last</button><button slot="controls-menu" role="menuitem" tabindex="-1">row</button>
      </trtc-call-panel>`);
    element.style.cssText = 'width: 900px; height: 600px';
    await settled(element);
    expect(['top', 'first', 'middle', 'last'].filter((word) => !textOf(element.parentElement ?? element).includes(word))).to.deep.equal([]);
    await find<TrtcMoreButton>(element, 'trtc-more-button').open();
    expect(textOf(element.parentElement ?? element)).to.contain('row');
    await set({ ended: {} });
    expect(textOf(element.parentElement ?? element)).to.contain('over').and.not.to.contain('Call again');
  });

  it('gives the main picture out for a window of its own', async () => {
    const { element } = await panelWith(PHASES['in a video call'] ?? {});
    expect(element.mainVideo).to.be.instanceOf(HTMLVideoElement);
    const idle = await panelWith({});
    expect(idle.element.mainVideo).to.equal(null);
  });

  it('without a dial pad it takes no room while idle', async () => {
    const { element, set } = await panelWith({}, html`<trtc-call-panel></trtc-call-panel>`);
    expect(element.getBoundingClientRect().height).to.equal(0);
    await set({ call: {} });
    expect(element.getBoundingClientRect().height).to.be.at.least(320);
  });
});

describe('TrtcCallPanel: an incoming call', () => {
  it('is shown by the panel, unless a dialog in the page shows it', async () => {
    const { element, calling } = await panelWith({ call: { phase: 'ringing' } });
    expect(element.matches(':state(ringing)')).to.equal(true);
    const dialog = document.createElement('trtc-incoming-dialog');
    dialog.ringtone = 'none';
    element.after(dialog);
    await settled(element.parentElement ?? element);
    expect(element.matches(':state(idle)')).to.equal(true);
    dialog.remove();
    await settled(element);
    expect(element.matches(':state(ringing)')).to.equal(true);
    expect(calling.commands).to.deep.equal([]);
  });

  it('is not shown when the application prevents trtc-invited, and the call is shown once it is answered', async () => {
    const { element, calling, set } = await panelWith({});
    element.parentElement?.addEventListener('trtc-invited', (event) => event.preventDefault(), { once: true });
    calling.set({ call: { phase: 'ringing' } });
    calling.emit('onInvited', { sponsor: 'bob', userIds: [], isFromGroup: false, type: 1 });
    await settled(element);
    expect(element.matches(':state(idle)')).to.equal(true);
    await set({ call: {} });
    expect(element.matches(':state(in-call)')).to.equal(true);
    await set({});
    await set({ call: { phase: 'ringing', callId: 'call-2' } });
    expect(element.matches(':state(ringing)')).to.equal(true);
  });
});

describe('TrtcCallPanel: controls over a picture', () => {
  const inVideo: SnapshotParts = { call: { type: 2, participants: [bob({ video: true })] } };

  it('fade after four seconds without movement, come back with one, and never fade in an audio call', async function fades() {
    this.timeout(15_000);
    const { element, set } = await panelWith(inVideo);
    const isQuiet = (): boolean => find(element, '.stage').classList.contains('quiet');
    expect(isQuiet()).to.equal(false);
    await waitUntil(isQuiet, 'faded', { timeout: 6000 });
    element.dispatchEvent(new PointerEvent('pointermove'));
    await settled(element);
    expect(isQuiet()).to.equal(false);
    await set({ call: {} });
    await aTimeout(4200);
    expect(isQuiet()).to.equal(false);
  });
});

describe('TrtcCallPanel: what it holds', () => {
  it('lets go of everything when it is removed, in every phase', async () => {
    for (const parts of Object.values(PHASES)) {
      const { element, calling } = await panelWith(parts);
      element.remove();
      await aTimeout(0);
      expect(calling.held).to.deep.equal({ listeners: 1, subscriptions: 0 });
    }
  });

  it('a voice renders nothing again, not with several people either', async () => {
    const { element, calling } = await panelWith(PHASES['in a group call'] ?? {});
    for (const volume of [10, 50, 90, 0]) {
      calling.setLevel('bob', volume);
      expect(elementsIn(element).filter((each) => each instanceof LitElement && each.isUpdatePending)).to.deep.equal([]);
    }
  });
});

describe('Quiet', () => {
  it('does not come while somebody works by keyboard, and comes for a mouse that rests on the bar', async () => {
    const host = document.createElement('div');
    const button = document.createElement('button');
    host.append(button);
    document.body.append(host);
    let updates = 0;
    const quiet = new Quiet(Object.assign(host, { addController() {}, removeController() {}, requestUpdate() { updates += 1; }, updateComplete: Promise.resolve(true) }), 30);
    quiet.hostConnected();
    button.focus();
    host.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab' }));
    await aTimeout(80);
    expect(quiet.isQuiet).to.equal(false);
    host.dispatchEvent(new PointerEvent('pointermove'));
    await waitUntil(() => quiet.isQuiet);
    expect(updates).to.equal(1);
    button.setAttribute('role', 'menuitem');
    host.dispatchEvent(new PointerEvent('pointermove'));
    await aTimeout(80);
    expect(quiet.isQuiet, 'a menu is open').to.equal(false);
    quiet.hostDisconnected();
    host.remove();
  });
});

describe('TrtcCallPanel: the keyboard', () => {
  it('keeps the focus inside when the focused button goes with its screen', async () => {
    const { element, set } = await panelWith({ call: { phase: 'ringing' } });
    find(element, 'trtc-accept-button').focus();
    await set({ call: { phase: 'connecting' } });
    await waitUntil(() => element.shadowRoot?.activeElement?.matches('.stage') === true);
    await set({});
    await waitUntil(() => element.shadowRoot?.activeElement?.localName === 'trtc-dial-pad');
  });

  it('takes no focus that it did not have', async () => {
    const { set } = await panelWith({ call: { phase: 'ringing' } });
    await set({ call: {} });
    await aTimeout(10);
    expect(document.activeElement).to.equal(document.body);
  });
});

describe('TrtcCallPanel: without a provider', () => {
  const { sharedInstance } = TRTCCalling;
  let asked: CallingOptions[] = [];
  let calling = new FakeCalling();

  beforeEach(() => {
    asked = [];
    calling = new FakeCalling();
    TRTCCalling.sharedInstance = async (options = {}) => {
      asked.push(options);
      return calling as unknown as TRTCCalling;
    };
  });
  afterEach(() => { TRTCCalling.sharedInstance = sharedInstance; });

  const dropIn = async (): Promise<TrtcCallPanel> => {
    const element = await fixture<TrtcCallPanel>(html`<trtc-call-panel user-id="alice" nickname="Alice" transport="broadcast" dialer></trtc-call-panel>`);
    await waitUntil(() => calling.calls('login').length === 1);
    return element;
  };

  it('logs the page\'s shared TRTCCalling in by its own attributes', async () => {
    await dropIn();
    expect(asked).to.deep.equal([{ local: { transport: 'broadcast' } }]);
    expect(calling.commands).to.deep.equal([['login', 0, 'alice', ''], ['setSelfProfile', { nickname: 'Alice', avatarUrl: '' }]]);
  });

  it('hands the delegate callbacks on as DOM events, and inside a provider leaves that to the provider', async () => {
    const element = await dropIn();
    const ended = nextEvent(element, 'trtc-call-end');
    calling.emit('onCallEnd', { duration: 1, reason: 'remote-hangup' });
    expect((await ended).detail.duration).to.equal(1);
    const inside = await panelWith({});
    let heard = 0;
    inside.element.addEventListener('trtc-call-end', () => { heard += 1; });
    inside.calling.emit('onCallEnd', { duration: 1, reason: 'remote-hangup' });
    expect(heard).to.equal(0);
  });

  it('moved in a call it does nothing; removed for good it logs out and listens no more', async () => {
    const element = await dropIn();
    calling.set({ call: {} });
    const elsewhere = document.createElement('div');
    document.body.append(elsewhere);
    elsewhere.append(element);
    await aTimeout(0);
    expect(calling.calls('logout')).to.have.length(0);
    elsewhere.remove();
    await waitUntil(() => calling.calls('logout').length === 1);
    expect(calling.held.listeners).to.equal(0);
    expect(calling.destroyed).to.equal(false);
  });

  it('tells by trtc-error that no TRTCCalling can be made of its attributes', async () => {
    TRTCCalling.sharedInstance = sharedInstance;
    const element = document.createElement('trtc-call-panel');
    element.setAttribute('ring-timeout', 'soon');
    const failed = nextEvent(element, 'trtc-error');
    document.body.append(element);
    expect((await failed).detail.code).to.equal(61001);
    element.remove();
  });

  it('ignores its login attributes inside a provider', async () => {
    const inside = await panelWith({}, html`<trtc-call-panel user-id="mallory"></trtc-call-panel>`);
    expect(inside.calling.commands).to.deep.equal([]);
  });

  it('signed out from outside, one button signs in again', async () => {
    const element = await dropIn();
    calling.set({ session: { phase: 'logged-out', userId: '', kicked: 'other-login' } });
    await settled(element);
    const banner = find(element, 'trtc-trouble-banner');
    expect(textOf(banner)).to.contain('You signed in on another device.');
    const asking = nextEvent(element, 'trtc-login-request');
    await press(banner);
    expect((await asking).cancelable).to.equal(true);
    await waitUntil(() => calling.calls('login').length === 2);
  });
});
