import { CallError } from '../../calling/errors.js';
import type { Capture } from '../media/capture.js';
import { isFields, isText } from './checks.js';
import { haveTurn, probe, toIceServers, type IceServer, type IceServerProvider } from './ice-servers.js';
import { DEFAULT_RELAY_PATH, MAX_TOKEN_LENGTH } from './relay-protocol.js';

export interface LocalEngineOptions {
  /** 'auto' unless said: the relay where one answers, else the pages of this browser. */
  readonly transport?: 'auto' | 'broadcast' | 'relay';
  /** ws:, wss:, http: or https: address, or a path on the page's own host. `/relay` unless said. */
  readonly relayUrl?: string;
  /** The relay's shared secret, where it asks for one. Whoever can read the page can read it. */
  readonly relayToken?: string;
  /** None unless said: enough within one network. */
  readonly iceServers?: readonly IceServer[] | IceServerProvider;
  /** 'relay' lets media go by a TURN server only, so that nobody learns the other's address; 'all' unless said. */
  readonly iceTransportPolicy?: 'all' | 'relay';
  /** Opens devices instead of the browser; see `testPictureCapture`. */
  readonly capture?: Capture;
}

export interface LocalSettings {
  readonly transport: 'auto' | 'broadcast' | 'relay';
  /** '' where there is none, which only 'auto' and 'broadcast' can do without. */
  readonly relayUrl: string;
  /** '' for none. */
  readonly relayToken: string;
  readonly iceServers: readonly RTCIceServer[] | IceServerProvider;
  readonly iceTransportPolicy: 'all' | 'relay';
  readonly capture: Capture | undefined;
}

const refuse = (detail: string): CallError => new CallError('invalid-argument', { detail });

/** Throws `invalid-argument` for whatever is not as {@link LocalEngineOptions} says. */
export function toSettings(options: unknown): LocalSettings {
  if (!isFields(options)) throw refuse('The options of the local engine are an object.');
  const { transport = 'auto', relayUrl = DEFAULT_RELAY_PATH, relayToken = '', iceServers = [], iceTransportPolicy = 'all', capture } = options;
  if (transport !== 'auto' && transport !== 'broadcast' && transport !== 'relay') throw refuse("transport is 'auto', 'broadcast' or 'relay'.");
  if (!isText(relayUrl, 2048)) throw refuse('relayUrl is an address.');
  if (!isText(relayToken, MAX_TOKEN_LENGTH)) throw refuse('relayToken is a string.');
  if (iceTransportPolicy !== 'all' && iceTransportPolicy !== 'relay') throw refuse("iceTransportPolicy is 'all' or 'relay'.");
  const servers = isProvider(iceServers) ? iceServers : probe(toIceServers(iceServers));
  if (iceTransportPolicy === 'relay' && !isProvider(servers) && !haveTurn(servers)) throw refuse("iceTransportPolicy 'relay' needs a TURN server.");
  if (capture !== undefined && !isCapture(capture)) throw refuse('capture is a function.');
  const address = toSocketAddress(relayUrl);
  // A default that cannot be made into an address is no mistake of anybody's: the page has no host.
  if (address === '' && (transport === 'relay' || options['relayUrl'] !== undefined)) throw refuse('relayUrl is not an address of a relay.');
  return { transport, relayUrl: address, relayToken, iceServers: servers, iceTransportPolicy, capture };
}

const isProvider = (value: unknown): value is IceServerProvider => typeof value === 'function';

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
