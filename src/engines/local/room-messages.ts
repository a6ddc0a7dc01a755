/** What the members of a room say to each other, by signalling and, some of it, by the data channel. */
import type { MediaKind } from '../../calling/state/call-state.js';
import { isFields, isText, isToken, isWhole, parseJson, type Fields } from './checks.js';

/** Three sections with all codecs and a dozen candidates are about 8,000. */
const MAX_SDP_LENGTH = 48 * 1024;
const MAX_CANDIDATE_LENGTH = 1024;

/** `on`: to be heard or seen. `muted`: published, and silent or without a picture. */
export type Publication = 'off' | 'muted' | 'on';

export interface MediaState extends Readonly<Record<MediaKind, Publication>> {
  /** Grows with each change: what is older than the last one seen is out of date. */
  readonly revision: number;
}

export type LinkMessage =
  /** `offerId` names an offer of the sender, or in an answer the offer that it answers. */
  | { readonly type: 'description'; readonly kind: 'offer' | 'answer'; readonly sdp: string; readonly offerId: number }
  | { readonly type: 'candidate'; readonly candidate: string; readonly mid: string; readonly line: number; readonly fragment: string }
  | { readonly type: 'media'; readonly media: MediaState }
  | { readonly type: 'bye' };

export type ChannelMessage =
  | Extract<LinkMessage, { type: 'media' | 'bye' }>
  | { readonly type: 'ping'; readonly count: number }
  | { readonly type: 'pong'; readonly count: number };

export type MemberMessage =
  /** To everybody in the room: I am here. */
  | { readonly type: 'hello'; readonly media: MediaState }
  /** From somebody whose phone still rings: let us be connected by the time that I come in. Older clients do not know it, and lose nothing. */
  | { readonly type: 'knock' }
  /** The answer to a hello, and to a knock. */
  | { readonly type: 'welcome'; readonly media: MediaState }
  /** The answer to the hello of somebody who was given up meanwhile: come in anew, by a hello to me. Older clients do not know it. */
  | { readonly type: 'again' }
  /** The answer to a hello where there is no place left. */
  | { readonly type: 'full' }
  | LinkMessage;

/** Somebody's presence in a room, from one `join` to its `leave`: who comes back is another member. */
export interface RoomMessage {
  readonly type: 'room';
  readonly roomId: number;
  /** The member who speaks. */
  readonly member: string;
  /** The member who is meant; '' for everybody. */
  readonly to: string;
  readonly message: MemberMessage;
}

const isPublication = (value: unknown): value is Publication => value === 'off' || value === 'muted' || value === 'on';

function toMedia(value: unknown): MediaState | undefined {
  if (!isFields(value)) return undefined;
  const { audio, video, screen, revision } = value;
  if (!isPublication(audio) || !isPublication(video) || !isPublication(screen) || !isWhole(revision, 0, Number.MAX_SAFE_INTEGER)) return undefined;
  return { audio, video, screen, revision };
}

function withMedia<T extends string>(type: T, value: unknown): { readonly type: T; readonly media: MediaState } | undefined {
  const media = toMedia(value);
  return media && { type, media };
}

function toLinkMessage({ type, kind, sdp, offerId, candidate, mid, line, fragment, media }: Fields): LinkMessage | undefined {
  switch (type) {
    case 'description': return (kind === 'offer' || kind === 'answer') && isText(sdp, MAX_SDP_LENGTH) && isWhole(offerId, 1, Number.MAX_SAFE_INTEGER) ? { type, kind, sdp, offerId } : undefined;
    case 'candidate': return isText(candidate, MAX_CANDIDATE_LENGTH) && isText(mid, 64) && isWhole(line, 0, 255) && isText(fragment, 256) ? { type, candidate, mid, line, fragment } : undefined;
    case 'media': return withMedia(type, media);
    case 'bye': return { type };
    default: return undefined;
  }
}

export function toMemberMessage(value: unknown): MemberMessage | undefined {
  if (!isFields(value)) return undefined;
  switch (value['type']) {
    case 'hello': return withMedia('hello', value['media']);
    case 'welcome': return withMedia('welcome', value['media']);
    case 'knock': return { type: 'knock' };
    case 'again': return { type: 'again' };
    case 'full': return { type: 'full' };
    default: return toLinkMessage(value);
  }
}

export function toRoomMessage({ roomId, member, to, message }: Fields): RoomMessage | undefined {
  const decoded = toMemberMessage(message);
  if (!decoded || !isWhole(roomId, 1, 2_147_483_647) || !isToken(member) || (to !== '' && !isToken(to))) return undefined;
  return { type: 'room', roomId, member, to, message: decoded };
}

/** What came by the data channel, or undefined. */
export function decodeChannelMessage(data: unknown): ChannelMessage | undefined {
  const value = isText(data, 4096) ? parseJson(data) : undefined;
  if (!isFields(value)) return undefined;
  const { type, count } = value;
  if (type === 'ping' || type === 'pong') return isWhole(count, 0, Number.MAX_SAFE_INTEGER) ? { type, count } : undefined;
  const message = toLinkMessage(value);
  return message?.type === 'media' || message?.type === 'bye' ? message : undefined;
}
