import { Buffer } from 'node:buffer';
import type { RawData, WebSocket } from 'ws';
import {
  CLOSED_KICKED, CLOSED_REFUSED, decodeClientFrame, encodeFrame, PROTOCOL_VERSION, type ClientFrame, type Login, type RelayFrame,
} from '../engines/local/relay-protocol.js';
import type { Client, Hub } from './hub.js';
import { LIVENESS, type RelayLimits } from './limits.js';
import { TokenBucket } from './token-bucket.js';

/** RFC 6455 section 7.4.1. */
const GOING_AWAY = 1001;
const NORMAL = 1000;
const UNSUPPORTED_DATA = 1003;
const POLICY_VIOLATION = 1008;
const TRY_AGAIN_LATER = 1013;

export interface Gatekeeper {
  readonly limits: RelayLimits;
  /** Whether the login may come in; a rejection or false refuses it. */
  admit(login: Login, token: string): boolean | Promise<boolean>;
  hubOf(sdkAppId: number): Hub;
  onClosed(connection: Connection): void;
}

/** One socket: its login, its bounds, its signs of life. What it says after the login goes to its app's hub. */
export class Connection implements Client {
  readonly #socket: WebSocket;
  readonly #gate: Gatekeeper;
  readonly #messages: TokenBucket;
  readonly #bytes: TokenBucket;
  readonly #loginTimer: NodeJS.Timeout;
  #phase: 'new' | 'admitting' | 'in' | 'over' = 'new';
  #login: Login | null = null;
  #hub: Hub | null = null;
  #saidGoodbye = false;
  #heardAt = Date.now();

  constructor(socket: WebSocket, gate: Gatekeeper) {
    const { limits } = gate;
    this.#socket = socket;
    this.#gate = gate;
    this.#messages = new TokenBucket(limits.messagesPerSecond, limits.messageBurst, this.#heardAt);
    this.#bytes = new TokenBucket(limits.bytesPerSecond, limits.byteBurst, this.#heardAt);
    this.#loginTimer = setTimeout(() => this.end(POLICY_VIOLATION, 'no login'), limits.loginMs);
    socket.on('message', (data, isBinary) => this.#receive(data, isBinary));
    socket.on('pong', () => { this.#heardAt = Date.now(); });
    // Oversized and malformed frames arrive here; ws closes the socket by itself after it.
    socket.on('error', () => socket.terminate());
    socket.on('close', (code) => this.#onClose(code));
    this.send({ type: 'hello', version: PROTOCOL_VERSION });
  }

  send(frame: RelayFrame): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    if (this.#socket.bufferedAmount > this.#gate.limits.backlogBytes) return this.#socket.terminate();
    this.#socket.send(encodeFrame(frame));
  }

  kick(): void {
    this.send({ type: 'kicked' });
    this.end(CLOSED_KICKED, 'other login');
  }

  drop(): void {
    this.#phase = 'over';
    this.#socket.terminate();
  }

  /** Asks for a sign of life, or gives up. */
  check(now: number, withBeat: boolean): void {
    if (now - this.#heardAt > LIVENESS.silence) return this.#socket.terminate();
    if (this.#socket.readyState === this.#socket.OPEN) this.#socket.ping();
    if (withBeat) this.send({ type: 'beat' });
  }

  /** Its silence so far counts for nothing. */
  pardon(now: number): void {
    this.#heardAt = now;
  }

  end(code: number, reason: string): void {
    this.#phase = 'over';
    this.#socket.close(code, reason);
  }

  terminate(): void {
    this.#socket.terminate();
  }

  #receive(data: RawData, isBinary: boolean): void {
    const now = Date.now();
    this.#heardAt = now;
    if (this.#phase === 'over') return;
    if (isBinary) return this.end(UNSUPPORTED_DATA, 'text only');
    const text = toText(data);
    if (!this.#messages.take(1, now) || !this.#bytes.take(text.length, now)) return this.end(TRY_AGAIN_LATER, 'too much');
    const frame = decodeClientFrame(text);
    if (frame) this.#handle(frame);
    else if (this.#phase !== 'in') this.end(POLICY_VIOLATION, 'not a login');
  }

  #handle(frame: ClientFrame): void {
    if (frame.type === 'login') {
      if (this.#phase === 'new') void this.#admit(frame);
      else this.end(POLICY_VIOLATION, 'logged in already');
    } else if (frame.type === 'logout') {
      this.#saidGoodbye = true;
      this.end(NORMAL, 'logout');
    } else if (this.#login && this.#hub) this.#hub.handle(this, this.#login, frame);
    else this.end(POLICY_VIOLATION, 'not logged in');
  }

  async #admit({ login, version, token }: Extract<ClientFrame, { type: 'login' }>): Promise<void> {
    this.#phase = 'admitting';
    const admitted = version === PROTOCOL_VERSION && await this.#ask(login, token);
    if (this.#phase !== 'admitting' || this.#socket.readyState !== this.#socket.OPEN) return;
    clearTimeout(this.#loginTimer);
    if (!admitted) return this.#refuse('The relay does not admit this user.');
    const hub = this.#gate.hubOf(login.sdkAppId);
    if (!hub.login(this, login)) return this.kick();
    this.#phase = 'in';
    this.#login = login;
    this.#hub = hub;
    this.send({ type: 'welcome' });
  }

  /** A check that fails admits nobody. */
  async #ask(login: Login, token: string): Promise<boolean> {
    try {
      return await this.#gate.admit(login, token);
    } catch {
      return false;
    }
  }

  #refuse(reason: string): void {
    this.send({ type: 'refused', reason });
    this.end(CLOSED_REFUSED, 'refused');
  }

  #onClose(code: number): void {
    clearTimeout(this.#loginTimer);
    this.#phase = 'over';
    // A page that goes away closes with 1001; everything else may be a network that comes back.
    const saidGoodbye = this.#saidGoodbye || code === GOING_AWAY || code === NORMAL;
    const graceMs = saidGoodbye ? 0 : Math.max(LIVENESS.grace, this.#heardAt + LIVENESS.patience - Date.now());
    if (this.#login) this.#hub?.disconnect(this, this.#login, graceMs);
    this.#gate.onClosed(this);
  }
}

function toText(data: RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString('utf8');
  return Buffer.isBuffer(data) ? data.toString('utf8') : Buffer.from(data).toString('utf8');
}
