import { CallError, type CallErrorName } from '../../calling/errors.js';
import { isForeignId } from '../../calling/signal-codec.js';
import type { LinkState, MediaKind, NetworkQuality } from '../../calling/state/call-state.js';
import { isRecord } from './im-types.js';
import type { TrtcRemoteStream } from './trtc-types.js';

/** The events of a trtc-js-sdk client that are listened to, and of a remote stream the one that is. */
export const TRTC_EVENTS = {
  streamAdded: 'stream-added',
  streamUpdated: 'stream-updated',
  streamSubscribed: 'stream-subscribed',
  streamRemoved: 'stream-removed',
  peerJoin: 'peer-join',
  peerLeave: 'peer-leave',
  muteAudio: 'mute-audio',
  unmuteAudio: 'unmute-audio',
  muteVideo: 'mute-video',
  unmuteVideo: 'unmute-video',
  connection: 'connection-state-changed',
  quality: 'network-quality',
  banned: 'client-banned',
  error: 'error',
} as const;

/** `Logger.LogLevel.NONE`. At ERROR it prints the address of a socket that failed, and with it the userSig. */
export const NO_LOG = 5;

/** The SDK's documented numbers (its module ErrorCode) by what they mean for a call. */
export const TRTC_CODES: Readonly<Record<number, CallErrorName>> = {
  0x1002: 'webrtc-unsupported',
  0x4001: 'network',
  0x4002: 'network',
  0x4003: 'network',
  0x4004: 'room-join-failed',
  0x4006: 'network',
  0x4007: 'network',
  0x4008: 'network',
  0x4040: 'removed-from-room',
  0x4049: 'no-h264',
  0x4041: 'timed-out',
  0x4042: 'timed-out',
  0x404b: 'timed-out',
};

/** SCHEDULE_FAILED: a negative second number is the service's refusal, a positive one says that it was not reached. */
const SCHEDULE_FAILED = 0x404c;

/** CLIENT_BANNED of the SDK. */
const BANNED = 0x4040;

/** What the service itself may say to a join: its documented numbers. */
export const SERVICE_CODES: Readonly<Record<number, string>> = {
  [-100006]: 'The private map key was refused.',
  [-100013]: 'The service is suspended: no minutes are left, or payment is due.',
  [-100018]: 'The userSig could not be verified. Sign a new one for this SDKAppID and user.',
};

/** A failure of the SDK as ours, with the SDK's number. Their message is left out: nobody knows what is in it. */
export function toTrtcError(thrown: unknown, fallback: CallErrorName): CallError {
  if (thrown instanceof CallError) return thrown;
  const code = numberFrom(thrown, 'getCode');
  if (code === undefined || code === 0) return new CallError(fallback);
  const said = numberFrom(thrown, 'getExtraCode') ?? 0;
  const unreached = code === SCHEDULE_FAILED && said > 0 ? 'network' : undefined;
  const meaning = Object.hasOwn(TRTC_CODES, code) ? TRTC_CODES[code] : unreached;
  const cause = Object.hasOwn(SERVICE_CODES, said) ? `${SERVICE_CODES[said]} ` : '';
  const numbers = said === 0 ? `${code}` : `${code}, ${said}`;
  return new CallError(meaning ?? fallback, { code, detail: `${cause}(${numbers})` });
}

const BANS: Readonly<Record<string, { readonly reason: CallErrorName; readonly detail: string }>> = {
  kick: { reason: 'kicked-offline', detail: 'It joined the room there.' },
  banned: { reason: 'removed-from-room', detail: 'An operator did it.' },
  'room-disband': { reason: 'removed-from-room', detail: 'An operator closed the room.' },
};

/** Why the service put us out of the room. */
export function toBan(payload: unknown): CallError {
  const said = isRecord(payload) ? payload['reason'] : undefined;
  const ban = typeof said === 'string' && Object.hasOwn(BANS, said) ? BANS[said] : undefined;
  return new CallError(ban?.reason ?? 'removed-from-room', { code: BANNED, detail: ban?.detail ?? '' });
}

export type TrtcConnection = 'connected' | 'reconnecting';

/** The SDK says DISCONNECTED before it tries again, and also when it leaves. null: nothing new. */
export const toConnection = (payload: unknown): TrtcConnection | null => {
  const state = stateOf(payload);
  if (state === 'CONNECTED') return 'connected';
  return state === 'DISCONNECTED' || state === 'RECONNECTING' ? 'reconnecting' : null;
};

/** The client has no connection to the service, and seeks none. */
export const isDisconnected = (payload: unknown): boolean => stateOf(payload) === 'DISCONNECTED';

/** The way of one person's media. They also say DISCONNECTED when that person stops sending. */
export const toLink = (payload: unknown): LinkState | null => {
  const state = stateOf(payload);
  if (state === 'CONNECTED') return 'connected';
  return state === 'RECONNECTING' ? 'reconnecting' : null;
};

export interface TrtcQuality {
  readonly up: NetworkQuality;
  /** The average of everybody who is received. */
  readonly down: NetworkQuality;
}

/** 0 comes too, though it is not documented: nothing is known yet. */
export const toQuality = (payload: unknown): TrtcQuality =>
  isRecord(payload) ? { up: asQuality(payload['uplinkNetworkQuality']), down: asQuality(payload['downlinkNetworkQuality']) } : { up: 0, down: 0 };

const QUALITIES: readonly NetworkQuality[] = [0, 1, 2, 3, 4, 5, 6];
const asQuality = (value: unknown): NetworkQuality => QUALITIES.find((quality) => quality === value) ?? 0;

/** Who an event is about. */
export const toUserId = (payload: unknown): string | null => {
  const userId = isRecord(payload) ? payload['userId'] : undefined;
  return isForeignId(userId) ? userId : null;
};

/** The stream an event is about. */
export const toStream = (payload: unknown): TrtcRemoteStream | null => {
  const stream = isRecord(payload) ? payload['stream'] : undefined;
  return isStream(stream) && isForeignId(stream.getUserId()) ? stream : null;
};

const STREAM_METHODS = ['getUserId', 'getType', 'hasAudio', 'hasVideo', 'getAudioTrack', 'getVideoTrack', 'on', 'off'] as const;

const isStream = (value: unknown): value is TrtcRemoteStream =>
  typeof value === 'object' && value !== null && STREAM_METHODS.every((name) => typeof Reflect.get(value, name) === 'function');

/** What a stream brings: a screen comes in a stream of its own. */
export const kindsOf = (stream: TrtcRemoteStream): readonly MediaKind[] => (stream.getType() === 'auxiliary' ? ['screen'] : ['audio', 'video']);

const stateOf = (payload: unknown): unknown => (isRecord(payload) ? payload['state'] : undefined);

function numberFrom(thrown: unknown, method: string): number | undefined {
  if (typeof thrown !== 'object' || thrown === null) return undefined;
  const read: unknown = Reflect.get(thrown, method);
  const value: unknown = typeof read === 'function' ? Reflect.apply(read, thrown, []) : undefined;
  return typeof value === 'number' && Number.isInteger(value) ? value : undefined;
}
