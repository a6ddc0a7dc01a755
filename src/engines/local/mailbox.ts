import { systemClock, type Clock } from '../../calling/clock.js';
import { randomId } from '../../calling/random.js';
import { Emitter } from '../emitter.js';
import { backoff } from './backoff.js';
import { BoundedSet } from './bounded-set.js';
import { decodeLetter, encodeLetter, type ClientMessage } from './client-messages.js';
import type { Peer, Transport } from './transport.js';

const RESEND = { first: 400, longest: 1600 };
/** Far more than a call of eight ever has under way; the oldest is given up first. */
const MAX_OUTGOING = 512;
const MAX_REMEMBERED = 2048;

export interface Mail {
  readonly from: Peer;
  /** The topic on which it was published; '' when it was for oneself alone. */
  readonly topic: string;
  readonly message: ClientMessage;
}

export interface SendOptions {
  /** Milliseconds for which the message matters; Infinity until it is taken back. */
  readonly lifetime: number;
  readonly onDelivered?: (by: Peer) => void;
}

interface Outgoing {
  readonly to: string;
  /** '' for every session of theirs: then one receipt is enough. */
  readonly session: string;
  readonly write: () => ClientMessage;
  readonly onDelivered: (by: Peer) => void;
  attempt: number;
  stopResending: () => void;
  stopLifetime: () => void;
}

/**
 * Reliable messages over a transport that promises nothing: each has an id, the receiver sends a receipt, the sender
 * repeats it while it matters, and the receiver passes on the first copy only. Whoever logs in late still gets it.
 */
export class Mailbox extends Emitter<Mail> {
  readonly #transport: Transport;
  readonly #clock: Clock;
  readonly #outgoing = new Map<string, Outgoing>();
  readonly #seen = new BoundedSet<string>(MAX_REMEMBERED);
  readonly #stopListening: () => void;

  constructor(transport: Transport, clock: Clock = systemClock) {
    super();
    this.#transport = transport;
    this.#clock = clock;
    this.#stopListening = transport.listen((event) => {
      if (event.type === 'text') this.#receive(event.from, event.topic, event.body);
      else if (event.type === 'connection' && event.state === 'connected') this.#resendAll();
    });
  }

  /** How many messages wait for a receipt. */
  get pending(): number {
    return this.#outgoing.size;
  }

  /**
   * Sends to that session, or to whatever sessions of the user `to` there are or come. The returned function takes the message back as far as it can.
   * @param write is asked for each copy, so that a copy can say how much time is left
   */
  send(to: string | Peer, write: () => ClientMessage, { lifetime, onDelivered = () => {} }: SendOptions): () => void {
    const id = randomId();
    for (const oldest of this.#outgoing.keys()) {
      if (this.#outgoing.size < MAX_OUTGOING) break;
      this.#drop(oldest);
    }
    const stopLifetime = Number.isFinite(lifetime) ? this.#clock.after(lifetime, () => this.#drop(id)) : () => {};
    const { userId, sessionId } = typeof to === 'string' ? { userId: to, sessionId: '' } : to;
    const outgoing: Outgoing = { to: userId, session: sessionId, write, onDelivered, attempt: 0, stopResending: () => {}, stopLifetime };
    this.#outgoing.set(id, outgoing);
    this.#transmit(id, outgoing);
    return () => this.#drop(id);
  }

  /** To everybody in a topic, once, without a receipt. */
  publish(topic: string, message: ClientMessage): void {
    this.#transport.publish(topic, encodeLetter({ id: '', message }));
  }

  close(): void {
    this.#stopListening();
    for (const id of [...this.#outgoing.keys()]) this.#drop(id);
    this.clear();
  }

  #transmit(id: string, outgoing: Outgoing): void {
    outgoing.stopResending();
    // While the transport is away nothing is repeated: it all goes out when it is back.
    if (this.#transport.state !== 'connected') return;
    this.#transport.send(outgoing.to, encodeLetter({ id, message: outgoing.write() }), outgoing.session);
    outgoing.stopResending = this.#clock.after(backoff(outgoing.attempt, RESEND), () => this.#transmit(id, outgoing));
    outgoing.attempt += 1;
  }

  #resendAll(): void {
    for (const [id, outgoing] of [...this.#outgoing]) this.#transmit(id, outgoing);
  }

  #drop(id: string): Outgoing | undefined {
    const outgoing = this.#outgoing.get(id);
    outgoing?.stopResending();
    outgoing?.stopLifetime();
    this.#outgoing.delete(id);
    return outgoing;
  }

  #receive(from: Peer, topic: string, body: string): void {
    const letter = decodeLetter(body);
    if (!letter) return;
    if ('receipt' in letter) {
      const { to, session } = this.#outgoing.get(letter.receipt) ?? {};
      if (to === from.userId && (session === '' || session === from.sessionId)) this.#drop(letter.receipt)?.onDelivered(from);
      return;
    }
    const { id, message } = letter;
    if (id !== '') {
      this.#transport.send(from.userId, encodeLetter({ receipt: id }), from.sessionId);
      if (!this.#seen.add(`${from.userId} ${id}`)) return;
    }
    if (message) this.emit({ from, topic, message });
  }
}
