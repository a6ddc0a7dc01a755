import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { DEFAULT_RELAY_PATH, MAX_FRAME_BYTES, type Login } from '../engines/local/relay-protocol.js';
import { Connection, type Gatekeeper } from './connection.js';
import { Hub } from './hub.js';
import { DEFAULT_LIMITS, LIVENESS, type RelayLimits } from './limits.js';
import { sameHost, type OriginCheck } from './origins.js';
import { tokenCheck, type TokenCheck } from './token-check.js';

export interface RelayOptions {
  /** Decides which pages may connect. Default: those of the relay's own host, and loopback to loopback. */
  readonly allowOrigin?: OriginCheck;
  /**
   * Decides who may log in, for instance by checking `ticket` (the userSig given to `login`). Without it everybody may
   * log in as anybody: right for development and for trusted networks only.
   */
  readonly authenticate?: (login: Login) => boolean | Promise<boolean>;
  /**
   * A secret of 16 to 512 characters that every client must know (`relayToken` there): it keeps strangers out, and says
   * nothing about who is who. Without one nobody is asked.
   */
  readonly token?: string;
  readonly limits?: Partial<RelayLimits>;
}

/** An http server as far as the relay needs one. */
export type UpgradableServer = Pick<Server, 'on' | 'off'>;

export interface Relay {
  /**
   * Answers WebSocket upgrades at `path` of `server` and leaves all others alone. The returned function ends that.
   * @param path default `/relay`
   */
  attach(server: UpgradableServer, path?: string): () => void;
  readonly connectionCount: number;
  readonly userCount: number;
  /** Ends every connection; resolves when all are gone, after a second at the latest. The relay cannot be used again. */
  close(): Promise<void>;
}

/** How long clients have to answer the closing handshake. */
const CLOSING_MS = 1000;

/**
 * The local engine's relay: carries texts between logged-in clients and tells them when one vanishes. It stores nothing.
 * Throws a TypeError for a token that could be guessed.
 */
export function createRelay(options: RelayOptions = {}): Relay {
  return new WebSocketRelay(options);
}

class WebSocketRelay implements Relay, Gatekeeper {
  readonly limits: RelayLimits;
  readonly #allowOrigin: OriginCheck;
  readonly #authenticate: (login: Login) => boolean | Promise<boolean>;
  readonly #knowsToken: TokenCheck;
  // Compression would let a few bytes of a client's make the relay work for megabytes.
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: MAX_FRAME_BYTES, perMessageDeflate: false });
  readonly #connections = new Set<Connection>();
  readonly #hubs = new Map<number, Hub>();
  readonly #detachers = new Set<() => void>();
  readonly #heartbeat: NodeJS.Timeout;
  #beats = 0;
  #lastBeat = Date.now();
  #closed = false;

  constructor({ allowOrigin = sameHost, authenticate = () => true, token, limits = {} }: RelayOptions) {
    this.limits = { ...DEFAULT_LIMITS, ...limits };
    this.#allowOrigin = allowOrigin;
    this.#authenticate = authenticate;
    this.#knowsToken = tokenCheck(token);
    this.#heartbeat = setInterval(() => this.#beat(), LIVENESS.ping);
    this.#heartbeat.unref();
  }

  get connectionCount(): number {
    return this.#connections.size;
  }

  get userCount(): number {
    return [...this.#hubs.values()].reduce((sum, hub) => sum + hub.userCount, 0);
  }

  attach(server: UpgradableServer, path: string = DEFAULT_RELAY_PATH): () => void {
    const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
      if (pathOf(request) === path) this.#upgrade(request, socket, head);
    };
    server.on('upgrade', onUpgrade);
    const detach = (): void => {
      server.off('upgrade', onUpgrade);
      this.#detachers.delete(detach);
    };
    this.#detachers.add(detach);
    return detach;
  }

  admit(login: Login, token: string): boolean | Promise<boolean> {
    return this.#knowsToken(token) && this.#authenticate(login);
  }

  hubOf(sdkAppId: number): Hub {
    // Apps that nobody uses any more go when the next one comes: no need for a timer.
    for (const [id, hub] of this.#hubs) if (hub.isEmpty) this.#hubs.delete(id);
    const hub = this.#hubs.get(sdkAppId) ?? new Hub(this.limits);
    this.#hubs.set(sdkAppId, hub);
    return hub;
  }

  onClosed(connection: Connection): void {
    this.#connections.delete(connection);
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#heartbeat);
    for (const detach of [...this.#detachers]) detach();
    for (const hub of this.#hubs.values()) hub.clear();
    for (const connection of this.#connections) connection.end(1012, 'the relay closes');
    const impatience = setTimeout(() => {
      for (const connection of this.#connections) connection.terminate();
    }, CLOSING_MS);
    await new Promise<void>((resolve) => { this.#server.close(() => resolve()); });
    clearTimeout(impatience);
  }

  #beat(): void {
    const now = Date.now();
    // Whoever was kept from working, by the rest of its process or by a machine that slept, has heard nobody meanwhile.
    const wasAsleep = now - this.#lastBeat > 2 * LIVENESS.ping;
    this.#lastBeat = now;
    this.#beats += 1;
    for (const connection of this.#connections) {
      if (wasAsleep) connection.pardon(now);
      connection.check(now, this.#beats % LIVENESS.pingsPerBeat === 0);
    }
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    // A socket that breaks before it is a WebSocket has nobody else to catch its error.
    socket.on('error', () => socket.destroy());
    if (this.#closed || this.#connections.size >= this.limits.connections) return refuse(socket, '503 Service Unavailable');
    if (!this.#allowOrigin(request.headers.origin, request)) return refuse(socket, '403 Forbidden');
    this.#server.handleUpgrade(request, socket, head, (webSocket) => {
      this.#connections.add(new Connection(webSocket, this));
    });
  }
}

const pathOf = ({ url = '' }: IncomingMessage): string => url.split('?', 1)[0] ?? '';

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
