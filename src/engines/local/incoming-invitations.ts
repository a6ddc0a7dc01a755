import type { Clock } from '../../calling/clock.js';
import type { SignalingEvent } from '../engine.js';
import { BoundedSet } from './bounded-set.js';
import type { SignalMessage } from './client-messages.js';
import { SETTLING_MS } from './outgoing-invitations.js';
import type { LocalSession } from './session.js';
import type { Peer } from './transport.js';

/** Answers are repeated so long to an inviter who gives no receipt. */
const ANSWER_MS = 15_000;
/** The inviter's last words may be on their way while the end of their session is known already. */
const LAST_WORDS_MS = 250;
/** A flood of invitations pushes out the oldest. */
const MAX_OPEN = 64;
const MAX_REMEMBERED = 512;

type Invite = Extract<SignalMessage, { type: 'invite' }>;

interface Open {
  readonly inviteId: string;
  readonly inviter: string;
  stopWatching: () => void;
  stopTimer: () => void;
}

/** The invitations that came here: each is told once, and only its inviter can take it back. */
export class IncomingInvitations {
  readonly #session: LocalSession;
  readonly #emit: (event: SignalingEvent) => void;
  readonly #clock: Clock;
  readonly #open = new Map<string, Open>();
  /** `inviter inviteId` of what was told or taken back: a late copy is not a new invitation. */
  readonly #known = new BoundedSet<string>(MAX_REMEMBERED);

  constructor(session: LocalSession, emit: (event: SignalingEvent) => void, clock: Clock) {
    this.#session = session;
    this.#emit = emit;
    this.#clock = clock;
  }

  onInvite(from: Peer, { inviteId, invitees, groupId, data, ringMs }: Invite): void {
    if (!invitees.includes(this.#session.self.userId) || this.#open.has(inviteId)) return;
    if (!this.#known.add(`${from.userId} ${inviteId}`)) return;
    if (ringMs > 0) this.#track(from, inviteId, ringMs);
    this.#emit({ type: 'invitation', inviteId, inviter: from.userId, invitees, groupId, data, ringMs });
  }

  onCancel(from: Peer, { inviteId, data }: { readonly inviteId: string; readonly data: string }): void {
    const open = this.#open.get(inviteId);
    if (open?.inviter === from.userId) {
      this.#forget(open);
      this.#emit({ type: 'cancelled', inviteId, userId: from.userId, data });
    } else this.#known.add(`${from.userId} ${inviteId}`);
  }

  /** Nobody waits for the answer to an invitation that is not known any more. */
  answer(type: 'accept' | 'reject', inviteId: string, data: string): void {
    const open = this.#open.get(inviteId);
    if (!open) return;
    this.#session.mailbox.send(open.inviter, () => ({ type, inviteId, data }), { lifetime: ANSWER_MS });
    if (type === 'reject') return this.#forget(open);
    open.stopTimer();
    open.stopTimer = this.#clock.after(SETTLING_MS, () => this.#forget(open));
  }

  /** `userId` is in the room: whether they live is the room's business now. */
  met(userId: string): void {
    for (const open of [...this.#open.values()]) if (open.inviter === userId) open.stopWatching();
  }

  close(): void {
    for (const open of [...this.#open.values()]) this.#forget(open);
  }

  #track(from: Peer, inviteId: string, ringMs: number): void {
    for (const oldest of [...this.#open.values()].slice(0, this.#open.size - MAX_OPEN + 1)) this.#forget(oldest);
    const open: Open = {
      inviteId, inviter: from.userId,
      stopWatching: this.#session.watch(from, () => {
        open.stopTimer();
        open.stopTimer = this.#clock.after(LAST_WORDS_MS, () => {
          this.#forget(open);
          this.#emit({ type: 'vanished', inviteId, userId: from.userId });
        });
      }),
      stopTimer: this.#clock.after(ringMs + SETTLING_MS, () => this.#forget(open)),
    };
    this.#open.set(inviteId, open);
  }

  #forget(open: Open): void {
    open.stopWatching();
    open.stopTimer();
    this.#open.delete(open.inviteId);
  }
}
