import { randomId } from '../../calling/random.js';
import type { LocalMedia } from './local-media.js';
import type { MemberMessage } from './room-messages.js';
import type { LocalSession } from './session.js';
import type { Peer } from './transport.js';

/** How long a word that needs no link is repeated to somebody who gives no receipt. */
export const WORD_MS = 5000;

/** Whom a word is for: a session, and the stay of theirs that is meant. */
export interface Addressee extends Peer {
  readonly member: string;
}

/** What one member of a room says to the others by signalling. */
export class RoomPost {
  /** One's own stay: who comes back is another member. */
  readonly member = randomId();
  readonly roomId: number;
  readonly topic: string;
  readonly #session: LocalSession;

  constructor(session: LocalSession, roomId: number, topic: string) {
    this.#session = session;
    this.roomId = roomId;
    this.topic = topic;
  }

  /** To everybody, once, without a receipt. */
  sayHello(media: LocalMedia): void {
    this.#session.mailbox.publish(this.topic, { type: 'room', roomId: this.roomId, member: this.member, to: '', message: { type: 'hello', media: media.state } });
  }

  /** To everybody, once, without a receipt: before one comes in. */
  knock(): void {
    this.#session.mailbox.publish(this.topic, { type: 'room', roomId: this.roomId, member: this.member, to: '', message: { type: 'knock' } });
  }

  /** To one, until it is received. The returned function takes it back. */
  say({ userId, sessionId, member: to }: Addressee, message: MemberMessage, lifetime: number = WORD_MS, onDelivered: () => void = () => {}): () => void {
    const { roomId, member } = this;
    return this.#session.mailbox.send({ userId, sessionId }, () => ({ type: 'room', roomId, member, to, message }), { lifetime, onDelivered });
  }
}

/** A hello has no receipt, so it is repeated: after 1, 3, 7, 15, 31 … seconds, as somebody may have missed it. */
export const isHelloDue = (seconds: number): boolean => (seconds & (seconds + 1)) === 0;
