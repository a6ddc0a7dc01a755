import { CallError } from '../../calling/errors.js';
import { isFields, isText } from './checks.js';

export interface IceServer {
  /** `stun:`, `turn:` or `turns:` addresses (RFC 7064, RFC 7065). */
  readonly urls: string | readonly string[];
  readonly username?: string;
  readonly credential?: string;
}

/**
 * Asked before each connection and each search for another path, so that credentials may be short-lived. It has 5 s;
 * after that, or when it rejects, the servers of the time before are used and `onWarning` says so.
 */
export type IceServerProvider = (signal: AbortSignal) => readonly IceServer[] | Promise<readonly IceServer[]>;

const MAX_SERVERS = 16;
const MAX_ADDRESSES = 8;

const refuse = (detail: string): CallError => new CallError('invalid-argument', { detail });

/** Throws `invalid-argument` for whatever is no list of {@link IceServer}s. */
export function toIceServers(value: unknown): RTCIceServer[] {
  if (!Array.isArray(value)) throw refuse('iceServers is a list, or a function that gives one.');
  if (value.length > MAX_SERVERS) throw refuse(`iceServers are at most ${MAX_SERVERS}.`);
  return value.map(toIceServer);
}

/** What the browser itself has against the servers is said now, as `invalid-argument`, and not in the middle of a call. */
export function probe(iceServers: RTCIceServer[]): RTCIceServer[] {
  if (iceServers.length === 0 || typeof RTCPeerConnection !== 'function') return iceServers;
  try {
    new RTCPeerConnection({ iceServers }).close();
    return iceServers;
  } catch (cause) {
    throw new CallError('invalid-argument', { detail: 'The browser refuses these iceServers.', cause });
  }
}

function toIceServer(server: unknown): RTCIceServer {
  if (!isFields(server)) throw refuse('An ICE server is an object.');
  const { urls, username, credential } = server;
  const list: unknown[] = Array.isArray(urls) ? urls : [urls];
  if (list.length === 0 || list.length > MAX_ADDRESSES || !list.every(isIceAddress)) throw refuse('The urls of an ICE server begin with stun:, stuns:, turn: or turns:.');
  if (username !== undefined && !isText(username, 512)) throw refuse('The username of an ICE server is a string.');
  if (credential !== undefined && !isText(credential, 4096)) throw refuse('The credential of an ICE server is a string.');
  if (list.some(isTurn) && (username === undefined || credential === undefined)) throw refuse('A TURN server needs username and credential.');
  return { urls: list, ...(username === undefined ? {} : { username }), ...(credential === undefined ? {} : { credential }) };
}

const isIceAddress = (value: unknown): value is string => isText(value, 1024) && /^(?:stuns?|turns?):[^\s]+$/.test(value);

const isTurn = (address: string): boolean => address.startsWith('turn');

/** Whether there is a server among them that carries media. */
export const haveTurn = (servers: readonly RTCIceServer[]): boolean => servers.some(({ urls }) => [urls].flat().some(isTurn));
