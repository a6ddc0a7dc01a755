import { html, type TemplateResult } from 'lit';
import { VIDEO_CALL, type CallPhase, type CallSnapshot } from '../../src/calling/state/call-state.js';
import { isPresent, selectPhase } from '../../src/calling/state/selectors.js';

/** What decides which buttons a moment needs. */
export interface Moment {
  readonly phase: CallPhase;
  /** A video call, or the own camera is on. */
  readonly isVideo: boolean;
  /** More than one other is in it, or may still come. */
  readonly isGroup: boolean;
}

export const selectMoment = (snapshot: CallSnapshot): Moment => ({
  phase: selectPhase(snapshot),
  isVideo: snapshot.call?.type === VIDEO_CALL || snapshot.devices.camera.on,
  isGroup: (snapshot.call?.participants.filter(isPresent).length ?? 0) > 1,
});

/** How a button is to look: as a row of the menu, or in the bar with or without a word under it. */
export interface Look {
  readonly item: boolean;
  readonly labelled: boolean;
}

export interface Control {
  /** Its `data-control` is its name here. */
  readonly button: (look: Look) => TemplateResult;
  /** Where there is no room, the highest goes into the menu first; 0 always stays in the bar. */
  readonly rank: number;
  /** Whether it belongs to this moment, unless the author asks for it by name. */
  readonly fits: (moment: Moment) => boolean;
  /** It waits in the menu, unless the author asks for it by name. */
  readonly isSecondary?: boolean | ((moment: Moment) => boolean);
  /** This browser can do it at all; without this it always can. */
  readonly isPossible?: () => boolean;
}

const always = (): boolean => true;
const isVideo = (moment: Moment): boolean => moment.isVideo;
const isTalking = ({ phase }: Moment): boolean => phase === 'in-call';

/** Every button that an author can ask for by name, in the order of the bar and then of the menu. */
export const CONTROLS = {
  mic: {
    rank: 0, fits: always,
    button: ({ item, labelled }) => html`<trtc-mic-button data-control="mic" exportparts="button" ?item=${item} ?labelled=${labelled}></trtc-mic-button>`,
  },
  camera: {
    rank: 1, fits: isVideo,
    button: ({ item, labelled }) => html`<trtc-camera-button data-control="camera" exportparts="button" ?item=${item} ?labelled=${labelled}></trtc-camera-button>`,
  },
  flip: {
    rank: 3, fits: isVideo,
    button: ({ item, labelled }) => html`<trtc-switch-camera-button data-control="flip" exportparts="button" ?item=${item} ?labelled=${labelled}></trtc-switch-camera-button>`,
  },
  speaker: {
    rank: 2, fits: always,
    button: ({ item, labelled }) => html`<trtc-speaker-button data-control="speaker" exportparts="button" ?item=${item} ?labelled=${labelled}></trtc-speaker-button>`,
  },
  share: {
    button: ({ item, labelled }) => html`<trtc-screen-share-button data-control="share" exportparts="button" ?item=${item} ?labelled=${labelled}></trtc-screen-share-button>`,
    rank: 4, fits: isTalking,
    isPossible: () => 'getDisplayMedia' in (globalThis.navigator?.mediaDevices ?? {}),
  },
  invite: {
    button: ({ item, labelled }) => html`<trtc-invite-button data-control="invite" exportparts="button" ?item=${item} ?labelled=${labelled}></trtc-invite-button>`,
    rank: 7, fits: (moment) => isTalking(moment) || moment.isGroup, isSecondary: true,
  },
  switch: {
    button: ({ item, labelled }) => html`<trtc-switch-type-button data-control="switch" exportparts="button" ?item=${item} ?labelled=${labelled}></trtc-switch-type-button>`,
    rank: 3, fits: (moment) => isTalking(moment) && !moment.isGroup, isSecondary: isVideo,
  },
  pip: {
    button: ({ item, labelled }) => html`<trtc-pip-button data-control="pip" exportparts="button" ?item=${item} ?labelled=${labelled}></trtc-pip-button>`,
    rank: 6, fits: isTalking, isSecondary: true,
    isPossible: () => document.pictureInPictureEnabled || 'documentPictureInPicture' in globalThis,
  },
  fullscreen: {
    button: ({ item, labelled }) => html`<trtc-fullscreen-button data-control="fullscreen" exportparts="button" ?item=${item} ?labelled=${labelled}></trtc-fullscreen-button>`,
    rank: 5, fits: (moment) => isTalking(moment) && moment.isVideo, isSecondary: true,
    isPossible: () => document.fullscreenEnabled || 'webkitEnterFullscreen' in HTMLVideoElement.prototype,
  },
  settings: {
    button: ({ item, labelled }) => html`<trtc-settings-button data-control="settings" exportparts="button" ?item=${item} ?labelled=${labelled}></trtc-settings-button>`,
    rank: 7, fits: isTalking, isSecondary: true,
  },
  minimise: {
    rank: 7, fits: isTalking, isSecondary: true,
    button: ({ item, labelled }) => html`<trtc-minimise-button data-control="minimise" exportparts="button" ?item=${item} ?labelled=${labelled}></trtc-minimise-button>`,
  },
  hangup: {
    rank: 0, fits: always,
    button: ({ item, labelled }) => html`<trtc-hangup-button data-control="hangup" exportparts="button" ?item=${item} ?labelled=${labelled}></trtc-hangup-button>`,
  },
} as const satisfies Readonly<Record<string, Control>>;

/** A button that an author can ask for by name. */
export type ControlChoice = keyof typeof CONTROLS;

const isChoice = (name: string): name is ControlChoice => Object.hasOwn(CONTROLS, name);

export const controlOf = (name: ControlChoice): Control => CONTROLS[name];

function isSecondary(name: ControlChoice, moment: Moment): boolean {
  const rule = controlOf(name).isSecondary ?? false;
  return typeof rule === 'function' ? rule(moment) : rule;
}

/** Which buttons go where as long as there is room. */
export interface Plan {
  readonly bar: readonly ControlChoice[];
  readonly menu: readonly ControlChoice[];
}

/**
 * The buttons of a moment. `asked` is the author's list: names that do not exist are passed over, and those after `more`
 * wait in the menu.
 */
export function planFor(moment: Moment, asked = ''): Plan {
  const words = asked.split(/[\s,]+/);
  const isAsked = words.some(isChoice);
  const names = isAsked ? words.filter(isChoice) : Object.keys(CONTROLS).filter(isChoice).filter((name) => controlOf(name).fits(moment));
  const possible = [...new Set(names)].filter((name) => isAsked || (controlOf(name).isPossible?.() ?? true));
  const more = words.indexOf('more');
  const waits = (name: ControlChoice): boolean =>
    isAsked ? more >= 0 && words.indexOf(name) > more && name !== 'hangup' : isSecondary(name, moment);
  return { bar: possible.filter((name) => !waits(name)), menu: possible.filter(waits) };
}
