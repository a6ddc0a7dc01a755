import type { CallType } from '../state/call-state.js';
import {
  BUSINESS_ID, CALL_COMMANDS, HANGUP_COMMAND, LINE_BUSY, LINE_BUSY_MESSAGE, PLATFORM, SWITCH_COMMANDS, VERSION,
} from './vocabulary.js';

/** Dials. `roomId`: 1 to 2147483647. `userIds`: everybody who is invited together. */
export const encodeCall = ({ type, roomId, userIds }: { readonly type: CallType; readonly roomId: number; readonly userIds: readonly string[] }): string =>
  // Without `call_end`: Flutter takes its mere presence for a hang-up.
  encode({ call_type: type, room_id: roomId }, { cmd: CALL_COMMANDS[type], room_id: roomId, message: '', userIDs: userIds });

export const encodeAccept = ({ type }: { readonly type: CallType }): string =>
  encode({ call_type: type }, { cmd: CALL_COMMANDS[type], message: '' });

/**
 * `busy`: there is another call already; else somebody declined, and `message` is what they say. It has a field of its own:
 * other clients take `message` for a word of the program, and pass over what they do not know.
 */
export const encodeReject = ({ type, busy, message = '' }: { readonly type: CallType; readonly busy: boolean; readonly message?: string }): string => {
  if (busy) return encode({ call_type: type, line_busy: LINE_BUSY }, { cmd: CALL_COMMANDS[type], message: LINE_BUSY_MESSAGE });
  return message === '' ? encodeAccept({ type }) : encode({ call_type: type }, { cmd: CALL_COMMANDS[type], message: '', declineText: message });
};

export const encodeCancel = ({ type }: { readonly type: CallType }): string => encodeAccept({ type });

/**
 * Tells the one who left that the call is over: an invitation that must not ring. `duration` in seconds; at least 1 is
 * written, because Android clients of the old generation would ring at 0.
 *
 * `roomId` says which call, so that the word about an old one cannot end the next; clients that do not know it pass it over.
 */
export const encodeHangup = ({ type, duration, roomId }: { readonly type: CallType; readonly duration: number; readonly roomId: number }): string =>
  encode({ call_type: type, call_end: Math.max(1, Math.floor(duration)) }, { cmd: HANGUP_COMMAND, room_id: roomId, message: '' });

/** Asks the other side to change the call to `type`. */
export const encodeSwitch = ({ type, roomId }: { readonly type: CallType; readonly roomId: number }): string =>
  encode({ ...switchFields(type), room_id: roomId }, { cmd: SWITCH_COMMANDS[type], room_id: roomId, message: '' });

/** Goes with the accept or the reject of such a request; `type` is the one that was asked for. */
export const encodeSwitchAnswer = ({ type }: { readonly type: CallType }): string =>
  encode(switchFields(type), { cmd: SWITCH_COMMANDS[type], message: '' });

/** `call_type` is what the call still is while it is asked to change. */
const switchFields = (type: CallType): Readonly<Record<string, unknown>> =>
  type === 1 ? { call_type: 2, switch_to_audio_call: 'switch_to_audio_call' } : { call_type: 1 };

const encode = (fields: Readonly<Record<string, unknown>>, command: Readonly<Record<string, unknown>>): string =>
  JSON.stringify({ version: VERSION, businessID: BUSINESS_ID, platform: PLATFORM, extraInfo: '', ...fields, data: command });
