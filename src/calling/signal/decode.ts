import type { CallType } from '../state/call-state.js';
import { isForeignId, isRoomId } from './ids.js';
import { cleanText } from './text.js';
import { parsePayload, type Fields, type Payload } from './payload.js';
import {
  CALL_COMMANDS, FLUTTER_VERSION, HANGUP_COMMAND, LINE_BUSY_MESSAGE, MAX_DURATION, MAX_MESSAGE_LENGTH, MAX_USER_IDS,
  SWITCH_COMMANDS, SWITCH_TO_AUDIO_SPELLINGS,
} from './vocabulary.js';

/** What an invitation asks: to ring, to note that the call is over, or to change its type. */
export type CallSignal =
  | {
      readonly kind: 'call';
      readonly type: CallType;
      readonly roomId: number;
      /** Everybody invited together, as far as the inviter says so; the receiver is usually among them. */
      readonly userIds: readonly string[];
    }
  | {
      readonly kind: 'hangup';
      /** Whole seconds talked, 0 where the sender does not say. */
      readonly duration: number;
      /** The room of the call that is over; 0 where the sender does not say, as older clients do not. */
      readonly roomId: number;
    }
  | {
      readonly kind: 'switch';
      /** The type to change to. */
      readonly type: CallType;
      /** 0 where the sender does not say. */
      readonly roomId: number;
    };

/** What came with an accept, a reject or a cancel. */
export interface AnswerSignal {
  readonly kind: 'answer';
  /** Of a reject: the line is busy, nobody declined. */
  readonly busy: boolean;
  /** The call's type as the sender sees it; 0 where it does not say. */
  readonly type: CallType | 0;
  /** It answers a request to change the call's type, not a call. */
  readonly switching: boolean;
  /** A word of the sender's program, at most 256 characters; '' for none. */
  readonly message: string;
  /** What the one who declines says, in one line of at most 120 characters; '' for nothing. */
  readonly text: string;
}

/** null: not a call. Takes anything and never throws. */
export function decodeInvitation(data: unknown): CallSignal | null {
  const payload = parsePayload(data);
  if (!payload) return null;
  const command = payload.command?.get('cmd') ?? '';
  return command === '' ? decodeByFields(payload) : decodeByCommand(payload, command);
}

/** An answer stays an answer whatever came with it. Takes anything and never throws. */
export function decodeAnswer(data: unknown): AnswerSignal {
  const payload = parsePayload(data);
  const message = payload?.command?.get('message');
  const command = payload?.command?.get('cmd');
  return {
    kind: 'answer',
    busy: typeof payload?.fields.get('line_busy') === 'string' || message === LINE_BUSY_MESSAGE,
    type: (payload && (typeOf(CALL_COMMANDS, command) ?? callType(payload.fields))) ?? 0,
    switching: typeOf(SWITCH_COMMANDS, command) !== undefined || (payload !== null && asksForAudio(payload.fields)),
    message: typeof message === 'string' ? message.slice(0, MAX_MESSAGE_LENGTH) : '',
    text: cleanText(payload?.command?.get('declineText')),
  };
}

/** The new generation: `data.cmd` says it all, whatever defaults stand in the fields of the old one. */
function decodeByCommand(payload: Payload, command: unknown): CallSignal | null {
  if (command === HANGUP_COMMAND) return hangup(payload);
  const target = typeOf(SWITCH_COMMANDS, command);
  if (target) return { kind: 'switch', type: target, roomId: roomId(payload) };
  return call(payload, typeOf(CALL_COMMANDS, command));
}

function decodeByFields(payload: Payload): CallSignal | null {
  const type = callType(payload.fields);
  if (asksForAudio(payload.fields) && !isPositive(payload.fields.get('call_end'))) {
    return { kind: 'switch', type: 1, roomId: roomId(payload) };
  }
  // Flutter never asks whether the type is a known one before it hangs up.
  if (payload.fields.has('call_type') && saysOver(payload)) return hangup(payload);
  return call(payload, type);
}

function call(payload: Payload, type: CallType | undefined): CallSignal | null {
  const room = roomId(payload);
  return type && room ? { kind: 'call', type, roomId: room, userIds: userIds(payload.command?.get('userIDs')) } : null;
}

function hangup(payload: Payload): CallSignal {
  const { fields, command } = payload;
  const written = fields.get('call_end') ?? command?.get('cmdInfo');
  const seconds = Math.floor(typeof written === 'string' && written !== '' ? Number(written) : asNumber(written));
  return { kind: 'hangup', duration: seconds >= 0 ? Math.min(seconds, MAX_DURATION) : 0, roomId: roomId(payload) };
}

/**
 * `call_end` on an invitation of the old generation. Web and iOS write it on hang-ups only, 0 included. Android's
 * serialiser puts its default 0 beside the room of a real call, and reads only another value as the end. Flutter
 * writes the room on hang-ups too and reads any presence.
 */
function saysOver(payload: Payload): boolean {
  if (!payload.fields.has('call_end')) return false;
  if (payload.fields.get('version') === FLUTTER_VERSION) return true;
  const seconds = payload.fields.get('call_end');
  return seconds !== undefined && !(seconds === 0 && roomId(payload) > 0);
}

const asksForAudio = (fields: Fields): boolean => {
  const word = fields.get('switch_to_audio_call');
  return typeof word === 'string' && SWITCH_TO_AUDIO_SPELLINGS.includes(word);
};

const callType = (fields: Fields): CallType | undefined => {
  const type = fields.get('call_type');
  return type === 1 || type === 2 ? type : undefined;
};

const typeOf = (commands: Readonly<Record<CallType, string>>, command: unknown): CallType | undefined => {
  if (command === commands[1]) return 1;
  return command === commands[2] ? 2 : undefined;
};

/** 0 where no usable room is named. */
const roomId = ({ fields, command }: Payload): number =>
  [command?.get('room_id'), command?.get('roomID'), fields.get('room_id')].find(isRoomId) ?? 0;

const userIds = (value: unknown): readonly string[] =>
  Array.isArray(value) ? [...new Set(value.slice(0, MAX_USER_IDS).filter(isForeignId))] : [];

const asNumber = (value: unknown): number => (typeof value === 'number' ? value : 0);
const isPositive = (value: unknown): boolean => asNumber(value) > 0;
