import type { ActiveCall, CallSnapshot, CaptureState, KickReason, NetworkQuality } from '../../src/calling/state/call-state.js';
import { CODES } from '../../src/calling/errors.js';
import { deviceWord, type Word } from './device-word.js';

/** What the one button of the banner does. */
export type Remedy = 'none' | 'sign-in' | 'play' | 'microphone' | 'camera' | 'unmute';

/** One thing that is in the way. */
export interface Trouble {
  /** Changes when the trouble is another one, also the next of the same kind. */
  readonly id: string;
  readonly word: Word | 'microphoneReplaced' | 'cameraReplaced';
  readonly remedy: Remedy;
  /** What went away and what took its place, for the words that name both. */
  readonly names?: { readonly missing: string; readonly label: string };
  /** For developers; 0 where there is none. */
  readonly code: number;
  /** It goes on by itself: nothing to close. */
  readonly isPassing: boolean;
  /** Since when, milliseconds since the epoch, where that is worth counting. */
  readonly since?: number | null;
  /** Nearly over: shown only by whom it was shown already, so that a value that wavers does not make it come and go. */
  readonly isEasing?: boolean;
}

const KICKED: Record<KickReason, Word> = {
  'other-login': 'kickedOther', 'signature-expired': 'kickedExpired', 'by-service': 'kickedService',
};

/** Everything in the way now, the worst first. */
export function selectTroubles({ session, call, devices }: CallSnapshot): readonly Trouble[] {
  const { microphone, camera, screen, speaker } = devices;
  return [
    session.kicked !== null && passing(KICKED[session.kicked], 'sign-in'),
    call?.reconnecting === true && { ...passing('reconnectingCall', 'none'), since: call.reconnectingSince },
    session.phase === 'logged-in' && session.connection === 'reconnecting' && { ...passing('reconnectingService', 'none'), since: session.reconnectingSince },
    call !== null && speaker.blocked && passing('soundBlocked', 'play'),
    call !== null && microphone.pending && microphone.permission === 'prompt' && passing('askingMicrophone', 'none'),
    call !== null && camera.pending && camera.permission === 'prompt' && passing('askingCamera', 'none'),
    call !== null && failed('microphone', microphone),
    call !== null && microphone.on && microphone.silenced && passing('microphoneSilenced', 'none'),
    failed('camera', camera),
    failed('screen', screen),
    call !== null && camera.on && camera.silenced && passing('cameraSilenced', 'none'),
    call !== null && microphone.speaking && passing('talkingMuted', 'unmute'),
    ...(call ? weakNetworks(call) : []),
    call !== null && replaced('microphone', microphone),
    call !== null && replaced('camera', camera),
    call !== null && speaker.missing && { id: 'speaker', word: 'speakerReplaced' as const, remedy: 'none' as const, code: 0, isPassing: false },
  ].filter((trouble) => trouble !== false);
}

/** Trying again changes nothing. */
const FINAL: ReadonlySet<string> = new Set<Word>(['insecurePage', 'unsupportedBrowser', 'deniedByPage', 'missingCodec']);

const passing = (word: Word, remedy: Remedy): Trouble => ({ id: word, word, remedy, code: 0, isPassing: true });

function failed(device: 'microphone' | 'camera' | 'screen', { error, pending, permission }: CaptureState): Trouble | false {
  // A screen share that was called off in the browser's own dialog is no trouble.
  if (error === 0 || pending || (device === 'screen' && error === CODES['permission-denied'])) return false;
  const word = device === 'screen' ? 'screenFailed' : deviceWord(device, error, permission);
  const canRetry = device !== 'screen' && !FINAL.has(word);
  return { id: `${device} ${error}`, word, remedy: canRetry ? device : 'none', code: error, isPassing: false };
}

/** From here on sound and picture break off: the scale of TRTC. */
const WEAK = 4;

/** One better may be weak again with the next look. */
const EASING = 3;

/** Whose it is, one's own first. Of several others each tile has its own sign. */
function weakNetworks({ phase, reconnecting, quality, participants }: ActiveCall): readonly (Trouble | false)[] {
  if (phase !== 'in-call' || reconnecting) return [];
  const [other, ...further] = participants.filter(({ state }) => state === 'joined');
  const theirs = further.length === 0 && other?.link === 'connected' ? other.quality : 0;
  return [weak('ownNetworkWeak', quality), weak('otherNetworkWeak', theirs)];
}

const weak = (word: Word, quality: NetworkQuality): Trouble | false =>
  quality >= EASING && { ...passing(word, 'none'), isEasing: quality < WEAK };

function replaced(device: 'microphone' | 'camera', { missing, label, on }: CaptureState): Trouble | false {
  if (!on || missing === '' || label === '') return false;
  const word = device === 'microphone' ? 'microphoneReplaced' : 'cameraReplaced';
  return { id: `${device} replaced ${missing}`, word, names: { missing, label }, remedy: 'none', code: 0, isPassing: false };
}

/** Equal when the same things are in the way, for the same time. */
export const sameTroubles = (a: readonly Trouble[], b: readonly Trouble[]): boolean =>
  a.length === b.length && a.every(({ id, since, isEasing }, index) => id === b[index]?.id && since === b[index].since && isEasing === b[index].isEasing);
