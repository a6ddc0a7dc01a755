import { CallError } from '../../calling/errors.js';
import { systemClock, type Clock } from '../../calling/clock.js';
import type { ConnectionState, KickReason } from '../../calling/state/call-state.js';
import { Emitter } from '../emitter.js';
import { backoff } from './backoff.js';
import { onWake } from './page-wakes.js';
import type { ClientFrame, RelayFrame } from './relay-protocol.js';
import { RelaySocket } from './relay-socket.js';
import { RelayTopics } from './relay-topics.js';
import { RelayWatches } from './relay-watches.js';
import type { Login, Peer, Transport, TransportEvent } from './transport.js';

const CONNECT_MS = 8000;
const RETRY = { first: 150, longest: 4000 };

/**
 * Over the relay (src/relay), for pages of different browsers and machines. A lost connection is made again, as the same
 * session, until `close`, and topics and watches are then asked for once more. What is said meanwhile is lost: whoever
 * needs it to arrive uses the mailbox, which waits for the connection.
 */
export class WebSocketTransport extends Emitter<TransportEvent> implements Transport {
  readonly #url: string;
  readonly #token: string;
  readonly #connectTimeout: number;
  readonly #clock: Clock;
  readonly #topics = new RelayTopics((frame) => this.#say(frame));
  readonly #watches = new RelayWatches((frame) => this.#say(frame));
  #state: ConnectionState = 'disconnected';
  #login: Login | null = null;
  #socket: RelaySocket | null = null;
  #closing = new AbortController();
  #attempt = 0;
  #stopRetry: () => void = () => {};

  /** @param token the relay's shared secret; it goes into the first message, as addresses end up in logs */
  constructor(url: string, { token = '', connectTimeout = CONNECT_MS, clock = systemClock }: { readonly token?: string; readonly connectTimeout?: number; readonly clock?: Clock } = {}) {
    super();
    this.#url = url;
    this.#token = token;
    this.#connectTimeout = connectTimeout;
    this.#clock = clock;
  }

  get state(): ConnectionState {
    return this.#state;
  }

  async open(login: Login, signal: AbortSignal): Promise<void> {
    this.#closing = new AbortController();
    this.#become('connecting');
    try {
      this.#socket = await this.#connect(login, this.#connectTimeout, signal);
    } catch (error) {
      this.#become('disconnected');
      throw error;
    }
    this.#login = { ...login, resumes: true };
    onWake(() => this.#onWake(), this.#closing.signal);
    this.#become('connected');
  }

  close(): void {
    this.#say({ type: 'logout' });
    this.#release();
    this.#become('disconnected');
  }

  send(userId: string, body: string, sessionId = ''): void {
    this.#say({ type: 'send', to: userId, ...(sessionId === '' ? {} : { session: sessionId }), body });
  }

  publish(topic: string, body: string): void {
    this.#say({ type: 'publish', topic, body });
  }

  async join(topic: string, signal: AbortSignal): Promise<void> {
    if (!this.#login) throw new CallError('network');
    await this.#topics.join(topic, signal);
  }

  leave(topic: string): void {
    this.#topics.leave(topic);
  }

  watch(peer: Peer): () => void {
    return this.#watches.add(peer);
  }

  #say(frame: ClientFrame): void {
    this.#socket?.send(frame);
  }

  #connect(login: Login, timeout: number, signal: AbortSignal): Promise<RelaySocket> {
    const handlers = { onFrame: (frame: RelayFrame) => this.#onFrame(frame), onLost: () => this.#onLost() };
    return RelaySocket.connect(this.#url, login, handlers, { token: this.#token, signal, clock: this.#clock, timeout });
  }

  #onFrame(frame: RelayFrame): void {
    switch (frame.type) {
      case 'message': return this.emit({ type: 'text', from: frame.from, topic: '', body: frame.body });
      case 'published': return this.#topics.has(frame.topic) ? this.emit({ type: 'text', from: frame.from, topic: frame.topic, body: frame.body }) : undefined;
      case 'joined': return this.#topics.onJoined(frame.topic);
      case 'denied': return this.#topics.onDenied(frame.topic);
      case 'gone': return this.#watches.onGone(frame.peer) ? this.emit({ type: 'gone', peer: frame.peer }) : undefined;
      case 'kicked': return this.#onEnded('other-login');
      case 'refused': return this.#onEnded('by-service');
      case 'hello': case 'welcome': case 'beat': return undefined;
      default: return frame satisfies never;
    }
  }

  #onEnded(reason: KickReason): void {
    this.#release();
    this.emit({ type: 'kicked', reason });
    this.#become('disconnected');
  }

  #onLost(): void {
    this.#socket = null;
    this.#become('reconnecting');
    this.#retryLater();
  }

  #retryLater(): void {
    this.#stopRetry = this.#clock.after(backoff(this.#attempt, RETRY), () => void this.#retry());
    this.#attempt += 1;
  }

  /** There is no use in waiting: for the next try, or for a connection that may have died unnoticed. */
  #onWake(): void {
    this.#socket?.doubt();
    if (this.#state !== 'reconnecting') return;
    this.#attempt = 0;
    this.#stopRetry();
    this.#retryLater();
  }

  async #retry(): Promise<void> {
    const { signal } = this.#closing;
    if (!this.#login) return;
    try {
      const socket = await this.#connect(this.#login, CONNECT_MS, signal);
      if (signal.aborted) return socket.close();
      this.#socket = socket;
    } catch (error) {
      if (!signal.aborted) this.#onRetryFailed(CallError.from(error));
      return;
    }
    this.#attempt = 0;
    this.#topics.sayAgain();
    this.#watches.sayAgain();
    this.#become('connected');
  }

  #onRetryFailed({ reason }: CallError): void {
    if (reason === 'kicked-offline') this.#onEnded('other-login');
    else if (reason === 'login-refused') this.#onEnded('by-service');
    else this.#retryLater();
  }

  #release(): void {
    this.#login = null;
    this.#closing.abort();
    this.#stopRetry();
    this.#socket?.close();
    this.#socket = null;
    this.#topics.clear();
    this.#watches.clear();
  }

  #become(state: ConnectionState): void {
    if (this.#state === state) return;
    this.#state = state;
    this.emit({ type: 'connection', state });
  }
}
