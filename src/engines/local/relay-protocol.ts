/**
 * What a client and the relay say to each other: one JSON object per WebSocket text message (RFC 6455). Both sides decode
 * with the functions below, which give undefined for whatever they do not know and never throw. The relay carries
 * `body` without looking into it, and it alone says whom a message is from.
 */
import { isFields, isFlag, isText, isToken, isUserId, isWhole, parseJson, type Fields } from './checks.js';

export const PROTOCOL_VERSION = 1;
export const DEFAULT_RELAY_PATH = '/relay';

/** Bytes of one WebSocket message, and UTF-16 units of the text that a client may put into one. */
export const MAX_FRAME_BYTES = 256 * 1024;
export const MAX_BODY_LENGTH = 64 * 1024;
/** A userSig is about 250 characters long. */
const MAX_TICKET_LENGTH = 4096;
export const MAX_TOKEN_LENGTH = 512;

/** WebSocket close codes of the relay's own (RFC 6455 section 7.4.2: 4000 to 4999 are for applications). */
export const CLOSED_KICKED = 4001;
export const CLOSED_REFUSED = 4003;

/** One login of one user. Somebody who reloads the page is another session of the same user. */
export interface Peer {
  readonly userId: string;
  readonly sessionId: string;
}

export interface Login extends Peer {
  /** Users of different apps do not see each other. */
  readonly sdkAppId: number;
  /** What the relay may check, such as a signature; '' for none. Never to be logged. */
  readonly ticket: string;
  /**
   * A secret that the pages of one browser share, '' for none. Pages that name the same one are logged in beside each
   * other; a login of the same user that does not ends them. Nobody else is told it.
   */
  readonly device: string;
  /** The session was logged in before and lost its connection. */
  readonly resumes: boolean;
}

export type ClientFrame =
  /** `token`: the relay's shared secret, '' for none. Never to be logged. */
  | { readonly type: 'login'; readonly version: number; readonly token: string; readonly login: Login }
  /** Ends the session at once; a connection that only breaks may come back. */
  | { readonly type: 'logout' }
  /** `session`: one session of the user `to`; '' or left out for all of them. */
  | { readonly type: 'send'; readonly to: string; readonly session?: string; readonly body: string }
  | { readonly type: 'join'; readonly topic: string }
  | { readonly type: 'leave'; readonly topic: string }
  /** To everybody else who joined the topic. */
  | { readonly type: 'publish'; readonly topic: string; readonly body: string }
  /** Asks for one `gone` when that session is over; at once-ish where it is over already. */
  | { readonly type: 'watch'; readonly peer: Peer }
  | { readonly type: 'unwatch'; readonly peer: Peer };

export type RelayFrame =
  /** The first word of a relay: tells it from any other WebSocket server. */
  | { readonly type: 'hello'; readonly version: number }
  | { readonly type: 'welcome' }
  | { readonly type: 'refused'; readonly reason: string }
  | { readonly type: 'kicked' }
  | { readonly type: 'joined'; readonly topic: string }
  /** The topic is full, or this session is in too many. */
  | { readonly type: 'denied'; readonly topic: string }
  | { readonly type: 'message'; readonly from: Peer; readonly body: string }
  | { readonly type: 'published'; readonly topic: string; readonly from: Peer; readonly body: string }
  | { readonly type: 'gone'; readonly peer: Peer }
  /** The relay is alive. */
  | { readonly type: 'beat' };

export const encodeFrame = (frame: ClientFrame | RelayFrame): string => JSON.stringify(frame);

export const isPeer = (value: unknown): value is Peer => isFields(value) && isUserId(value['userId']) && isToken(value['sessionId']);

const toPeer = ({ userId, sessionId }: Peer): Peer => ({ userId, sessionId });

const isBody = (value: unknown): value is string => isText(value, MAX_BODY_LENGTH);

function decodeLogin({ version, token = '', login }: Fields): ClientFrame | undefined {
  if (!isWhole(version, 1, 1000) || !isText(token, MAX_TOKEN_LENGTH) || !isFields(login) || !isPeer(login)) return undefined;
  const { sdkAppId, ticket, device = '', resumes }: Fields = login;
  if (!isWhole(sdkAppId, 0, Number.MAX_SAFE_INTEGER) || !isText(ticket, MAX_TICKET_LENGTH) || !(device === '' || isToken(device)) || !isFlag(resumes)) return undefined;
  return { type: 'login', version, token, login: { ...toPeer(login), sdkAppId, ticket, device, resumes } };
}

/** What a client said, or undefined. */
export function decodeClientFrame(text: string): ClientFrame | undefined {
  const frame = parseJson(text);
  if (!isFields(frame)) return undefined;
  const { type, to, session = '', topic, body, peer } = frame;
  switch (type) {
    case 'login': return decodeLogin(frame);
    case 'logout': return { type };
    case 'send': return isUserId(to) && (session === '' || isToken(session)) && isBody(body) ? { type, to, ...(session === '' ? {} : { session }), body } : undefined;
    case 'join': case 'leave': return isToken(topic) ? { type, topic } : undefined;
    case 'publish': return isToken(topic) && isBody(body) ? { type, topic, body } : undefined;
    case 'watch': case 'unwatch': return isPeer(peer) ? { type, peer: toPeer(peer) } : undefined;
    default: return undefined;
  }
}

/** What the relay said, or undefined. */
export function decodeRelayFrame(text: string): RelayFrame | undefined {
  const frame = parseJson(text);
  if (!isFields(frame)) return undefined;
  const { type, version, reason, topic, from, body, peer } = frame;
  switch (type) {
    case 'hello': return isWhole(version, 1, 1000) ? { type, version } : undefined;
    case 'welcome': case 'kicked': case 'beat': return { type };
    case 'refused': return isText(reason, 200) ? { type, reason } : undefined;
    case 'joined': case 'denied': return isToken(topic) ? { type, topic } : undefined;
    case 'message': return isPeer(from) && isBody(body) ? { type, from: toPeer(from), body } : undefined;
    case 'published': return isToken(topic) && isPeer(from) && isBody(body) ? { type, topic, from: toPeer(from), body } : undefined;
    case 'gone': return isPeer(peer) ? { type, peer: toPeer(peer) } : undefined;
    default: return undefined;
  }
}
