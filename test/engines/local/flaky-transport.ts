import type { ConnectionState } from '../../../src/calling/state/call-state.js';
import { Emitter } from '../../../src/engines/emitter.js';
import { BroadcastChannelTransport } from '../../../src/engines/local/broadcast-channel-transport.js';
import type { Login, Peer, Transport, TransportEvent } from '../../../src/engines/local/transport.js';

export interface Disturbance {
  /** Shares of texts that are lost and that come twice, 0 to 1. */
  readonly loss: number;
  readonly duplicates: number;
  /** Each text takes up to so many ms: what is said later may come sooner. */
  readonly delay: number;
}

/** A transport that can be disturbed and cut, over one that works. */
export class FlakyTransport extends Emitter<TransportEvent> implements Transport {
  readonly #inner = new BroadcastChannelTransport();
  readonly #random: () => number;
  readonly #watched = new Set<Peer>();
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();
  disturbance: Disturbance = { loss: 0, duplicates: 0, delay: 0 };
  #isCut = false;

  constructor(random: () => number = Math.random) {
    super();
    this.#random = random;
    this.#inner.listen((event) => {
      if (event.type === 'text') this.#disturb(() => this.#isCut || this.emit(event));
      else if (!this.#isCut) this.emit(event);
    });
  }

  get state(): ConnectionState {
    return this.#isCut ? 'reconnecting' : this.#inner.state;
  }

  /** Nothing goes out and nothing comes in, until it is mended. */
  cut(): void {
    this.#isCut = true;
    this.emit({ type: 'connection', state: 'reconnecting' });
  }

  mend(): void {
    this.#isCut = false;
    this.emit({ type: 'connection', state: 'connected' });
  }

  /** What presence says of everybody who is watched, whether it is true or not. */
  sayEverybodyIsGone(): void {
    for (const peer of [...this.#watched]) this.emit({ type: 'gone', peer });
  }

  open(login: Login, signal: AbortSignal): Promise<void> {
    return this.#inner.open(login, signal);
  }

  close(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#inner.close();
  }

  /** The user has logged in on another device. */
  kick(): void {
    this.#inner.close();
    this.emit({ type: 'kicked', reason: 'other-login' });
  }

  send(userId: string, body: string, sessionId?: string): void {
    this.#disturb(() => this.#isCut || this.#inner.send(userId, body, sessionId));
  }

  join(topic: string): Promise<void> {
    return this.#inner.join(topic);
  }

  leave(topic: string): void {
    this.#inner.leave(topic);
  }

  publish(topic: string, body: string): void {
    this.#disturb(() => this.#isCut || this.#inner.publish(topic, body));
  }

  watch(peer: Peer): () => void {
    this.#watched.add(peer);
    const stop = this.#inner.watch(peer);
    return () => {
      this.#watched.delete(peer);
      stop();
    };
  }

  #disturb(carry: () => void): void {
    const { loss, duplicates, delay } = this.disturbance;
    if (this.#random() < loss) return;
    const copies = this.#random() < duplicates ? 2 : 1;
    for (let copy = 0; copy < copies; copy += 1) {
      if (delay === 0) carry();
      else {
        const timer = setTimeout(() => {
          this.#timers.delete(timer);
          carry();
        }, this.#random() * delay);
        this.#timers.add(timer);
      }
    }
  }
}
