import { CallError } from '../../calling/errors.js';
import { systemClock, type Clock } from '../../calling/clock.js';
import type { ConnectionState, KickReason } from '../../calling/state/call-state.js';
import { Emitter } from '../emitter.js';
import { backoff } from './backoff.js';
import type { RelayFrame } from './relay-protocol.js';
import { RelaySocket } from './relay-socket.js';
import { peerKey, type Login, type Peer, type Transport, type TransportEvent } from './transport.js';

const CONNECT_MS = 8000;
const RETRY = { first: 150, longest: 4000 };

interface Topic {
  /** Settles the `join` that waits for the relay's word; null when none does. */
  settle: ((error?: CallError) => void) | null;
}

/**
 * Over the relay (src/relay), for pages of different browsers and machines. A lost connection is made again, as the same
 * session, until `close`, and topics and watches are then asked for once more. What is said meanwhile is lost: whoever
 * needs it to arrive uses the mailbox, which waits for the connection.
 */
export class WebSocketTransport extends Emitter<TransportEvent> implements Transport {
  readonly #url: string;
  readonly #connectTimeout: number;
  readonly #clock: Clock;
  #state: ConnectionState = 'disconnected';
  #login: Login | null = null;
  #socket: RelaySocket | null = null;
  readonly #topics = new Map<string, Topic>();
  readonly #watches = new Map<string, { readonly peer: Peer; watchers: number }>();
  #closing = new AbortController();
  #attempt = 0;
  #stopRetry: () => void = () => {};

  constructor(url: string, { connectTimeout = CONNECT_MS, clock = systemClock }: { readonly connectTimeout?: number; readonly clock?: Clock } = {}) {
    super();
    this.#url = url;
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
    addEventListener('online', () => this.#retryNow(), { signal: this.#closing.signal });
    this.#become('connected');
  }

  close(): void {
    this.#socket?.send({ type: 'logout' });
    this.#release();
    this.#become('disconnected');
  }

  send(userId: string, body: string): void {
    this.#socket?.send({ type: 'send', to: userId, body });
  }

  publish(topic: string, body: string): void {
    this.#socket?.send({ type: 'publish', topic, body });
  }

  join(topic: string, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (!this.#login) return reject(new CallError('network'));
      if (signal.aborted) return reject(new CallError('aborted'));
      const settled = new AbortController();
      const entry: Topic = {
        settle: (error) => {
          settled.abort();
          entry.settle = null;
          if (error) reject(error);
          else resolve();
        },
      };
      this.#topics.set(topic, entry);
      signal.addEventListener('abort', () => {
        entry.settle?.(new CallError('aborted'));
        this.leave(topic);
      }, { signal: settled.signal });
      this.#socket?.send({ type: 'join', topic });
    });
  }

  leave(topic: string): void {
    const entry = this.#topics.get(topic);
    if (!entry) return;
    this.#topics.delete(topic);
    entry.settle?.(new CallError('aborted'));
    this.#socket?.send({ type: 'leave', topic });
  }

  watch(peer: Peer): () => void {
    const key = peerKey(peer);
    const watch = this.#watches.get(key) ?? { peer, watchers: 0 };
    if (watch.watchers === 0) this.#socket?.send({ type: 'watch', peer });
    watch.watchers += 1;
    this.#watches.set(key, watch);
    let watching = true;
    return () => {
      if (!watching) return;
      watching = false;
      watch.watchers -= 1;
      if (watch.watchers > 0 || this.#watches.get(key) !== watch) return;
      this.#watches.delete(key);
      this.#socket?.send({ type: 'unwatch', peer });
    };
  }

  #connect(login: Login, timeout: number, signal: AbortSignal): Promise<RelaySocket> {
    const handlers = { onFrame: (frame: RelayFrame) => this.#onFrame(frame), onLost: () => this.#onLost() };
    return RelaySocket.connect(this.#url, login, handlers, { signal, clock: this.#clock, timeout });
  }

  #onFrame(frame: RelayFrame): void {
    switch (frame.type) {
      case 'message': return this.emit({ type: 'text', from: frame.from, topic: '', body: frame.body });
      case 'published': {
        if (this.#topics.has(frame.topic)) this.emit({ type: 'text', from: frame.from, topic: frame.topic, body: frame.body });
        return undefined;
      }
      case 'joined': return this.#topics.get(frame.topic)?.settle?.();
      case 'denied': return this.#onDenied(frame.topic);
      case 'gone': return this.#onGone(frame.peer);
      case 'kicked': return this.#onEnded('other-login');
      case 'refused': return this.#onEnded('by-service');
      case 'hello': case 'welcome': case 'beat': return undefined;
      default: return frame satisfies never;
    }
  }

  #onDenied(topic: string): void {
    const entry = this.#topics.get(topic);
    this.#topics.delete(topic);
    entry?.settle?.(new CallError('room-join-failed', { detail: 'The relay has no place left in this room.' }));
  }

  #onGone(peer: Peer): void {
    if (this.#watches.delete(peerKey(peer))) this.emit({ type: 'gone', peer });
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

  /** The network is back: there is no use in waiting. */
  #retryNow(): void {
    if (this.#state !== 'reconnecting') return;
    this.#attempt = 0;
    this.#stopRetry();
    this.#retryLater();
  }

  async #retry(): Promise<void> {
    const login = this.#login;
    const { signal } = this.#closing;
    if (!login) return;
    try {
      const socket = await this.#connect(login, CONNECT_MS, signal);
      if (signal.aborted) return socket.close();
      this.#socket = socket;
    } catch (error) {
      if (signal.aborted) return;
      const { reason } = CallError.from(error);
      if (reason === 'kicked-offline') this.#onEnded('other-login');
      else if (reason === 'login-refused') this.#onEnded('by-service');
      else this.#retryLater();
      return;
    }
    this.#attempt = 0;
    for (const topic of this.#topics.keys()) this.#socket.send({ type: 'join', topic });
    for (const { peer } of this.#watches.values()) this.#socket.send({ type: 'watch', peer });
    this.#become('connected');
  }

  #release(): void {
    this.#login = null;
    this.#closing.abort();
    this.#stopRetry();
    this.#socket?.close();
    this.#socket = null;
    for (const topic of this.#topics.keys()) this.leave(topic);
    this.#watches.clear();
  }

  #become(state: ConnectionState): void {
    if (this.#state === state) return;
    this.#state = state;
    this.emit({ type: 'connection', state });
  }
}
