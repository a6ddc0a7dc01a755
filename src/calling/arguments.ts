import type { StreamType, SubscribeOptions, ViewId } from './calling.js';
import { CallError } from './errors.js';
import type { ProfileResolver } from './profile-book.js';
import { cleanText, isForeignId, isUserId } from './signal-codec.js';
import { VIDEO_QUALITIES, type CallType, type VideoQuality, type VoiceProcessing } from './state/call-state.js';
import type { MediaTrack } from './tracks.js';
import type { VideoProcessor } from './video-processor.js';

/**
 * The border for everything that an application passes in. Each check returns the value with its type, or throws the
 * CallError that the method resolves with.
 */

const MAX_SIG_LENGTH = 4096;
const MAX_NICKNAME_LENGTH = 64;
const MAX_AVATAR_LENGTH = 2048;
const MAX_DECLINE_LENGTH = 120;
const MAX_DEVICE_ID_LENGTH = 512;
/** SDKAppIDs are 32-bit numbers; the local engine takes 0 as well. */
const MAX_SDK_APP_ID = 4_294_967_295;

const wrong = (detail: string): CallError => new CallError('invalid-argument', { detail });

export const sdkAppId = (value: unknown): number => {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MAX_SDK_APP_ID) return value;
  throw wrong('sdkAppId is an integer.');
};

export const userId = (value: unknown): string => {
  if (isUserId(value)) return value;
  throw wrong('A userId has 1 to 32 characters of A-Z a-z 0-9 _ and -.');
};

export const userSig = (value: unknown): string => {
  if (typeof value === 'string' && value.length <= MAX_SIG_LENGTH) return value;
  throw wrong('userSig is a string.');
};

export const userIds = (value: unknown, max: number): readonly string[] => {
  if (!Array.isArray(value) || value.length === 0 || value.length > max) throw wrong(`userIds is a list of 1 to ${max} user ids.`);
  return [...new Set(value.map(userId))];
};

export const groupId = (value: unknown): string => {
  if (value === undefined || value === '') return '';
  if (isForeignId(value)) return value;
  throw wrong('groupId is the id of an IM group.');
};

export const callType = (value: unknown): CallType => {
  if (value === 1 || value === 2) return value;
  throw wrong('type is 1 (audio) or 2 (video).');
};

export const flag = (value: unknown, name: string): boolean => {
  if (typeof value === 'boolean') return value;
  throw wrong(`${name} is a boolean.`);
};

export const streamType = (value: unknown): StreamType => {
  if (value === 0 || value === 1 || value === 2) return value;
  throw wrong('streamType is 0 (big), 1 (small) or 2 (screen).');
};

export const viewId = (value: unknown): ViewId => {
  if (typeof value === 'number' && Number.isInteger(value) && value > 0) return value;
  if (typeof value === 'string' && value !== '') return value;
  if (typeof value === 'object' && value !== null && 'nodeType' in value && value.nodeType === 1) return value as ViewId;
  throw wrong('viewId is the number of a <trtc-video-view>, the id of an element, or an element.');
};

export const deviceId = (value: unknown): string => {
  if (typeof value === 'string' && value.length <= MAX_DEVICE_ID_LENGTH) return value;
  throw wrong('deviceId is a string.');
};

export const deviceKind = (value: unknown): 'microphone' | 'camera' | 'speaker' => {
  if (value === 'microphone' || value === 'camera' || value === 'speaker') return value;
  throw wrong("kind is 'microphone', 'camera' or 'speaker'.");
};

export const captureKind = (value: unknown): 'microphone' | 'camera' => {
  if (value === 'microphone' || value === 'camera') return value;
  throw wrong("kind is 'microphone' or 'camera'.");
};

export const listener = <T>(value: T): T => {
  if (typeof value === 'function') return value;
  throw wrong('A listener is a function.');
};

export const subscribeOptions = <T>(value: SubscribeOptions<T>): SubscribeOptions<T> => {
  if (Object(value) !== value) throw wrong('The options of subscribe() are an object.');
  if (value.selector !== undefined) listener(value.selector);
  if (value.signal !== undefined) abortSignal(value.signal);
  return value;
};

export const abortSignal = (value: unknown): AbortSignal => {
  if (isRecord(value) && typeof value['aborted'] === 'boolean' && typeof value['addEventListener'] === 'function') return value as unknown as AbortSignal;
  throw wrong('signal is an AbortSignal.');
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

export const processing = (value: unknown): Partial<VoiceProcessing> => {
  if (!isRecord(value)) throw wrong('Voice processing is an object of booleans.');
  const entries = (['noiseSuppression', 'echoCancellation', 'autoGainControl'] as const)
    .filter((name) => value[name] !== undefined).map((name) => [name, flag(value[name], name)] as const);
  return Object.fromEntries(entries);
};

export const videoQuality = (value: unknown): VideoQuality => {
  const quality = VIDEO_QUALITIES.find((name) => name === value);
  if (quality) return quality;
  throw wrong(`quality is one of ${VIDEO_QUALITIES.join(', ')}.`);
};

/** What the tracks really are the engine knows and the application too; the core does not. */
export const videoProcessor = (value: unknown): VideoProcessor<MediaTrack> | null => {
  if (value === null || typeof value === 'function') return value as VideoProcessor<MediaTrack> | null;
  throw wrong('A video processor is a function, or null.');
};

export const nickname = (value: unknown): string => {
  if (typeof value === 'string' && value.length <= MAX_NICKNAME_LENGTH) return value;
  throw wrong(`nickname is a string of at most ${MAX_NICKNAME_LENGTH} characters.`);
};

/** Only what an <img> may load without running anything. '' is "none". */
export const avatarUrl = (value: unknown): string => {
  if (typeof value === 'string' && value.length <= MAX_AVATAR_LENGTH && (value === '' || isImageUrl(value))) return value;
  throw wrong(`avatarUrl is an http, https, blob or data:image URL of at most ${MAX_AVATAR_LENGTH} characters.`);
};

/** null is "none". */
export const resolver = (value: unknown): ProfileResolver | null => {
  // What it answers with is checked each time.
  if (value === null || typeof value === 'function') return value as ProfileResolver | null;
  throw wrong('profileResolver is a function or null.');
};

/** What goes with a decline: one line for the other's screen. */
export const declineMessage = (value: unknown): string => {
  if (typeof value !== 'string' || [...value.trim()].length > MAX_DECLINE_LENGTH) throw wrong(`message is a text of at most ${MAX_DECLINE_LENGTH} characters.`);
  return cleanText(value);
};

export const isImageUrl = (url: string): boolean => /^(?:https?:\/\/|blob:|data:image\/(?:png|jpeg|gif|webp|avif)[;,])/i.test(url);
