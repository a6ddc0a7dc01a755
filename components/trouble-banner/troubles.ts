import type { CallSnapshot, CaptureState, KickReason } from '../../src/calling/state/call-state.js';
import { CODES } from '../../src/calling/errors.js';
import type { troubleWords } from '../locales/en/trouble.js';

type Word = Exclude<keyof typeof troubleWords, 'errorCode'>;

/** What the one button of the banner does. */
export type Remedy = 'none' | 'sign-in' | 'play' | 'microphone' | 'camera';

/** One thing that is in the way. */
export interface Trouble {
  /** Changes when the trouble is another one, also the next of the same kind. */
  readonly id: string;
  readonly word: Word;
  readonly remedy: Remedy;
  /** For developers; 0 where there is none. */
  readonly code: number;
  /** It goes on by itself: nothing to close. */
  readonly isPassing: boolean;
}

const KICKED: Record<KickReason, Word> = {
  'other-login': 'kickedOther', 'signature-expired': 'kickedExpired', 'by-service': 'kickedService',
};

/** Everything in the way now, the worst first. */
export function selectTroubles({ session, call, devices }: CallSnapshot): readonly Trouble[] {
  const { microphone, camera, screen, speaker } = devices;
  return [
    session.kicked !== null && passing(KICKED[session.kicked], 'sign-in'),
    call?.reconnecting === true && passing('reconnectingCall', 'none'),
    session.phase === 'logged-in' && session.connection === 'reconnecting' && passing('reconnectingService', 'none'),
    call !== null && speaker.blocked && passing('soundBlocked', 'play'),
    call !== null && failed('microphone', microphone),
    failed('camera', camera),
    failed('screen', screen),
  ].filter((trouble) => trouble !== false);
}

const passing = (word: Word, remedy: Remedy): Trouble => ({ id: word, word, remedy, code: 0, isPassing: true });

function failed(device: 'microphone' | 'camera' | 'screen', { error, pending }: CaptureState): Trouble | false {
  // A screen share that was called off in the browser's own dialog is no trouble.
  if (error === 0 || pending || (device === 'screen' && error === CODES['permission-denied'])) return false;
  const word = device === 'screen' ? 'screenFailed' : wordOf(device, error);
  const canRetry = device !== 'screen' && word !== 'insecurePage' && word !== 'unsupportedBrowser';
  return { id: `${device} ${error}`, word, remedy: canRetry ? device : 'none', code: error, isPassing: false };
}

function wordOf(device: 'microphone' | 'camera', code: number): Word {
  const isMicrophone = device === 'microphone';
  switch (code) {
    case CODES['permission-denied']: return isMicrophone ? 'microphoneDenied' : 'cameraDenied';
    case CODES['no-microphone']:
    case CODES['no-camera']:
    case CODES['no-such-device']: return isMicrophone ? 'noMicrophone' : 'noCamera';
    case CODES['device-in-use']: return isMicrophone ? 'microphoneInUse' : 'cameraInUse';
    case CODES['insecure-context']: return 'insecurePage';
    case CODES['webrtc-unsupported']: return 'unsupportedBrowser';
    default: return isMicrophone ? 'microphoneFailed' : 'cameraFailed';
  }
}

/** Equal when the same things are in the way. */
export const sameTroubles = (a: readonly Trouble[], b: readonly Trouble[]): boolean =>
  a.length === b.length && a.every(({ id }, index) => id === b[index]?.id);
