import { CallError } from '../../calling/errors.js';
import type { Capture } from '../media/capture.js';
import { isFields, isText } from './checks.js';
import { DEFAULT_RELAY_PATH } from './relay-protocol.js';

export interface IceServer {
  /** `stun:`, `turn:` or `turns:` addresses (RFC 7064, RFC 7065). */
  readonly urls: string | readonly string[];
  readonly username?: string;
  readonly credential?: string;
}

export interface LocalEngineOptions {
  /** 'auto' unless said: the relay where one answers, else the pages of this browser. */
  readonly transport?: 'auto' | 'broadcast' | 'relay';
  /** ws:, wss:, http: or https: address, or a path on the page's own host. `/relay` unless said. */
  readonly relayUrl?: string;
  /** None unless said: enough within one network. */
  readonly iceServers?: readonly IceServer[];
  /** Opens devices instead of the browser; see `testPictureCapture`. */
  readonly capture?: Capture;
}

export interface LocalSettings {
  readonly transport: 'auto' | 'broadcast' | 'relay';
  /** '' where there is none, which only 'auto' and 'broadcast' can do without. */
  readonly relayUrl: string;
  readonly iceServers: readonly RTCIceServer[];
  readonly capture: Capture | undefined;
}

const refuse = (detail: string): CallError => new CallError('invalid-argument', { detail });

/** Throws `invalid-argument` for whatever is not as {@link LocalEngineOptions} says. */
export function toSettings(options: unknown): LocalSettings {
  if (!isFields(options)) throw refuse('The options of the local engine are an object.');
  const { transport = 'auto', relayUrl = DEFAULT_RELAY_PATH, iceServers = [], capture } = options;
  if (transport !== 'auto' && transport !== 'broadcast' && transport !== 'relay') throw refuse("transport is 'auto', 'broadcast' or 'relay'.");
  if (!isText(relayUrl, 2048)) throw refuse('relayUrl is an address.');
  if (!Array.isArray(iceServers)) throw refuse('iceServers is a list.');
  if (capture !== undefined && !isCapture(capture)) throw refuse('capture is a function.');
  const address = toSocketAddress(relayUrl);
  // A default that cannot be made into an address is no mistake of anybody's: the page has no host.
  if (address === '' && (transport === 'relay' || options['relayUrl'] !== undefined)) throw refuse('relayUrl is not an address of a relay.');
  return { transport, relayUrl: address, iceServers: probe(iceServers.map(toIceServer)), capture };
}

const isCapture = (value: unknown): value is Capture => typeof value === 'function';

/** The address with a scheme for sockets; '' where it cannot be one. */
function toSocketAddress(relayUrl: string): string {
  const url = parseUrl(relayUrl);
  if (!url) return '';
  if (url.protocol === 'http:') url.protocol = 'ws:';
  if (url.protocol === 'https:') url.protocol = 'wss:';
  // The constructor of WebSocket refuses a fragment in older browsers.
  url.hash = '';
  return url.protocol === 'ws:' || url.protocol === 'wss:' ? url.href : '';
}

function parseUrl(address: string): URL | null {
  try {
    return new URL(address, globalThis.location?.href);
  } catch {
    return null;
  }
}

/** What the browser itself has against the servers is said now and not in the middle of a call. */
function probe(iceServers: RTCIceServer[]): RTCIceServer[] {
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
  if (list.length === 0 || !list.every(isIceAddress)) throw refuse('The urls of an ICE server begin with stun:, stuns:, turn: or turns:.');
  if (username !== undefined && !isText(username, 512)) throw refuse('The username of an ICE server is a string.');
  if (credential !== undefined && !isText(credential, 4096)) throw refuse('The credential of an ICE server is a string.');
  if (list.some((url) => url.startsWith('turn')) && (username === undefined || credential === undefined)) throw refuse('A TURN server needs username and credential.');
  return { urls: list, ...(username === undefined ? {} : { username }), ...(credential === undefined ? {} : { credential }) };
}

const isIceAddress = (value: unknown): value is string => typeof value === 'string' && /^(?:stuns?|turns?):[^\s]+$/.test(value);
