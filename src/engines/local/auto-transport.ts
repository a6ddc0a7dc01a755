import { CallError } from '../../calling/errors.js';
import type { ConnectionState } from '../../calling/state/call-state.js';
import { Emitter } from '../emitter.js';
import { BroadcastChannelTransport } from './broadcast-channel-transport.js';
import type { Login, Peer, Transport, TransportEvent } from './transport.js';
import { WebSocketTransport } from './websocket-transport.js';

/** A relay that is there says hello within a round trip or two; without one, the login should not be felt. */
const PROBE_MS = 1500;

/** The relay where one answers, else the pages of this browser. Decided at each login. */
export class AutoTransport extends Emitter<TransportEvent> implements Transport {
  readonly #relayUrl: string;
  readonly #relayToken: string;
  #chosen: Transport | null = null;

  /** `relayUrl`: '' where the page has no address to derive one from. */
  constructor(relayUrl: string, relayToken = '') {
    super();
    this.#relayUrl = relayUrl;
    this.#relayToken = relayToken;
  }

  get state(): ConnectionState {
    return this.#chosen?.state ?? 'disconnected';
  }

  async open(login: Login, signal: AbortSignal): Promise<void> {
    if (this.#relayUrl !== '' && await this.#tryRelay(login, signal)) return;
    await this.#use(new BroadcastChannelTransport(), login, signal);
  }

  close(): void {
    this.#chosen?.close();
  }

  send(userId: string, body: string, sessionId?: string): void {
    this.#chosen?.send(userId, body, sessionId);
  }

  async join(topic: string, signal: AbortSignal): Promise<void> {
    if (!this.#chosen) throw new CallError('network');
    await this.#chosen.join(topic, signal);
  }

  leave(topic: string): void {
    this.#chosen?.leave(topic);
  }

  publish(topic: string, body: string): void {
    this.#chosen?.publish(topic, body);
  }

  watch(peer: Peer): () => void {
    return this.#chosen?.watch(peer) ?? (() => {});
  }

  /** false: nobody answered there. A relay that answers and refuses is an answer. */
  async #tryRelay(login: Login, signal: AbortSignal): Promise<boolean> {
    try {
      await this.#use(new WebSocketTransport(this.#relayUrl, { token: this.#relayToken, connectTimeout: PROBE_MS }), login, signal);
      return true;
    } catch (error) {
      const { reason } = CallError.from(error);
      if (reason === 'network' || reason === 'timed-out') return false;
      throw error;
    }
  }

  async #use(transport: Transport, login: Login, signal: AbortSignal): Promise<void> {
    const stopListening = transport.listen((event) => this.emit(event));
    this.#chosen = transport;
    try {
      await transport.open(login, signal);
    } catch (error) {
      stopListening();
      this.#chosen = null;
      throw error;
    }
  }
}
