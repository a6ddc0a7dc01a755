import { expect, html } from '@open-wc/testing';
import type { TrtcFullscreenButton } from '../../components/fullscreen-button/fullscreen-button.js';
import type { TrtcPipButton } from '../../components/pip-button/pip-button.js';
import { replace } from '../support/replace.js';
import { find, maybe, mount, nextEvent, press, settled } from '../support/mount.js';
import { buildParticipant, type SnapshotParts } from '../support/snapshots.js';

const inVideo: SnapshotParts = { call: { type: 2, participants: [buildParticipant({ userId: 'bob', video: true })] } };

describe('TrtcFullscreenButton', () => {
  const undo: (() => void)[] = [];
  let full: Element | null = null;
  let refuses = false;

  beforeEach(() => {
    full = null;
    refuses = false;
    const turn = async (element: Element | null): Promise<void> => {
      if (refuses) throw new TypeError('Permissions check failed');
      full = element;
      document.dispatchEvent(new Event('fullscreenchange'));
    };
    undo.push(
      replace(document, { fullscreenEnabled: { value: true }, fullscreenElement: { get: () => full }, exitFullscreen: { value: () => turn(null) } }),
      replace(Element.prototype, { requestFullscreen: { writable: true, value(this: Element) { return turn(this); } } }),
    );
  });
  afterEach(() => { for (const each of undo.splice(0)) each(); });

  it('lets the panel around it fill the screen, and brings it back', async () => {
    const { element } = await mount(html`<trtc-call-panel controls="mic fullscreen hangup"></trtc-call-panel>`, inVideo);
    const button = find<TrtcFullscreenButton>(element, 'trtc-fullscreen-button');
    const asked = nextEvent(document.body, 'trtc-fullscreen-request');
    await press(button);
    expect((await asked).detail).to.deep.equal({ on: true });
    expect(full).to.equal(element);
    await settled(button);
    expect(find(button, 'button').ariaPressed).to.equal('true');
    await press(button);
    expect(full).to.equal(null);
  });

  it('takes the element with that id', async () => {
    const { element } = await mount<TrtcFullscreenButton>(html`<trtc-fullscreen-button for="stage-of-mine"></trtc-fullscreen-button>`, inVideo);
    const stage = document.createElement('div');
    stage.id = 'stage-of-mine';
    document.body.append(stage);
    await press(element);
    expect(full).to.equal(stage);
    stage.remove();
  });

  it('does nothing when it is prevented; a refusal leaves as trtc-error and changes nothing', async () => {
    const { element } = await mount<TrtcFullscreenButton>(html`<trtc-fullscreen-button></trtc-fullscreen-button>`, inVideo);
    element.addEventListener('trtc-fullscreen-request', (event) => event.preventDefault(), { once: true });
    await press(element);
    expect(full).to.equal(null);
    refuses = true;
    const failed = nextEvent(element, 'trtc-error');
    await press(element);
    expect((await failed).detail.code).to.equal(61022);
    expect(find(element, 'button').ariaPressed).to.equal('false');
  });

  it('where only a video can fill the screen, the main picture does', async () => {
    const played: HTMLVideoElement[] = [];
    const play = (video: HTMLVideoElement): void => { played.push(video); };
    undo.push(
      replace(document, { fullscreenEnabled: { value: false } }),
      replace(HTMLVideoElement.prototype, { webkitEnterFullscreen: { writable: true, value(this: HTMLVideoElement) { play(this); } } }),
    );
    const { element } = await mount<HTMLElementTagNameMap['trtc-call-panel']>(html`<trtc-call-panel controls="mic fullscreen hangup"></trtc-call-panel>`, inVideo);
    await press(find<TrtcFullscreenButton>(element, 'trtc-fullscreen-button'));
    expect(played).to.deep.equal([element.mainVideo]);
    expect(full).to.equal(null);
  });

  it('shows nothing where there is no full screen', async () => {
    undo.push(replace(document, { fullscreenEnabled: { value: false } }), replace(HTMLVideoElement.prototype, { webkitEnterFullscreen: { value: undefined } }));
    const { element } = await mount<TrtcFullscreenButton>(html`<trtc-fullscreen-button></trtc-fullscreen-button>`, inVideo);
    expect(maybe(element, 'button')).to.equal(undefined);
    expect(element.matches(':state(absent)')).to.equal(true);
  });
});

describe('TrtcPipButton: a picture alone', () => {
  const undo: (() => void)[] = [];
  let shown: HTMLVideoElement | null = null;

  const pop = async (video: HTMLVideoElement): Promise<void> => { shown = video; };

  beforeEach(() => {
    shown = null;
    undo.push(
      replace(window, { documentPictureInPicture: { value: undefined } }),
      replace(document, {
        pictureInPictureEnabled: { value: true },
        exitPictureInPicture: { value: async () => { shown?.dispatchEvent(new Event('leavepictureinpicture')); shown = null; } },
      }),
      replace(HTMLVideoElement.prototype, { requestPictureInPicture: { writable: true, value(this: HTMLVideoElement) { return pop(this); } } }),
    );
  });
  afterEach(() => { for (const each of undo.splice(0)) each(); });

  it('pops the main picture of the panel out and back', async () => {
    const { element } = await mount<HTMLElementTagNameMap['trtc-call-panel']>(html`<trtc-call-panel controls="pip hangup"></trtc-call-panel>`, inVideo);
    const button = find<TrtcPipButton>(element, 'trtc-pip-button');
    await press(button);
    await settled(button);
    expect(shown).to.equal(element.mainVideo);
    expect(shown).not.to.equal(null);
    expect(find(button, 'button').ariaPressed).to.equal('true');
    await press(button);
    await settled(button);
    expect(shown).to.equal(null);
    expect(find(button, 'button').ariaPressed).to.equal('false');
  });

  it('notices that the window was closed by the browser\'s own button', async () => {
    const { element } = await mount(html`<trtc-call-panel controls="pip hangup"></trtc-call-panel>`, inVideo);
    const button = find<TrtcPipButton>(element, 'trtc-pip-button');
    await press(button);
    shown?.dispatchEvent(new Event('leavepictureinpicture'));
    await settled(button);
    expect(find(button, 'button').ariaPressed).to.equal('false');
  });

  it('takes a video view by its id, is out of use without a picture, and can be prevented', async () => {
    const { element, set } = await mount(html`<div><trtc-video-view id="bobs" user-id="bob"></trtc-video-view><trtc-pip-button for="bobs"></trtc-pip-button></div>`, inVideo);
    const button = find<TrtcPipButton>(element, 'trtc-pip-button');
    button.addEventListener('trtc-pip-request', (event) => event.preventDefault(), { once: true });
    await press(button);
    expect(shown).to.equal(null);
    await press(button);
    expect(shown).to.equal(find(element, 'video'));
    shown?.dispatchEvent(new Event('leavepictureinpicture'));
    await set({ call: {} });
    expect(find(button, 'button').ariaDisabled).to.equal('true');
  });

  it('shows nothing where the browser has no picture in picture', async () => {
    undo.push(replace(document, { pictureInPictureEnabled: { value: false } }));
    const { element } = await mount(html`<trtc-pip-button></trtc-pip-button>`, inVideo);
    expect(maybe(element, 'button')).to.equal(undefined);
  });
});
