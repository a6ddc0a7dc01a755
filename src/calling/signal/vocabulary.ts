import type { CallType } from '../state/call-state.js';

/**
 * The words of the payload. The old generation says everything in top-level fields; the new one is recognised by
 * `businessID` together with `platform` and speaks through `data.cmd`. Clients of both are in use.
 */
export const BUSINESS_ID = 'av_call';
export const PLATFORM = 'Web';

/** What web and native clients write; Flutter's first client writes 1. */
export const VERSION = 4;
export const FLUTTER_VERSION = 1;

export const LINE_BUSY = 'line_busy';
export const LINE_BUSY_MESSAGE = 'lineBusy';

/** Web and iOS write the first spelling, Android the second. */
export const SWITCH_TO_AUDIO_SPELLINGS: readonly string[] = ['switch_to_audio_call', 'switchToAudio'];

export const CALL_COMMANDS = { 1: 'audioCall', 2: 'videoCall' } as const satisfies Record<CallType, string>;
export const SWITCH_COMMANDS = { 1: 'switchToAudio', 2: 'switchToVideo' } as const satisfies Record<CallType, string>;
export const HANGUP_COMMAND = 'hangup';

/** TRTC's numeric rooms as far as every client family can hold them: a signed 32-bit integer. */
export const MAX_ROOM_ID = 2_147_483_647;

/** Seconds; longer conversations are a wrong clock at the other end. */
export const MAX_DURATION = 31_536_000;

/** Characters. IM takes custom messages up to 12 kB. */
export const MAX_PAYLOAD_LENGTH = 16_384;
export const MAX_MESSAGE_LENGTH = 256;
/** Characters of the words that go with a decline. */
export const MAX_TEXT_LENGTH = 120;
export const MAX_USER_IDS = 100;
