import type { Clock } from '../../calling/clock.js';
import type { OutgoingInvitation, SignalingEvent } from '../engine.js';
import type { SignalMessage } from './client-messages.js';
import type { LocalSession } from './session.js';
import type { Peer } from './transport.js';

/** How long a message that only informs, or takes back, is repeated to somebody who gives no receipt. */
export const NOTICE_MS = 10_000;
/** An answer may still be on its way when the ring time is over. */
const LATE_ANSWER_MS = 10_000;
/** Of somebody with several pages open, another one gives its receipt in less. */
const OTHER_PAGE_MS = 400;
/** Between the answer and the room; from there on the room knows who is there. */
export const SETTLING_MS = 60_000;

/** One invitation of one user. */
interface Open {
  readonly invitation: OutgoingInvitation;
  readonly userId: string;
  readonly endsAt: number;
  answered: boolean;
  stopSending: () => void;
  stopWatching: () => void;
  stopForgetting: () => void;
}

/**
 * The invitations that went out from here. Each is repeated to each invitee until their client has it, so that it also
 * reaches somebody who logs in or reloads the page while it rings. Only who was invited can answer, and only once.
 */
export class OutgoingInvitations {
  readonly #session: LocalSession;
  readonly #emit: (event: SignalingEvent) => void;
  readonly #clock: Clock;
  readonly #open = new Map<string, Open>();

  constructor(session: LocalSession, emit: (event: SignalingEvent) => void, clock: Clock) {
    this.#session = session;
    this.#emit = emit;
    this.#clock = clock;
  }

  has(inviteId: string): boolean {
    return this.#of(inviteId).length > 0;
  }

  send(invitation: OutgoingInvitation): void {
    const { inviteId, invitees, groupId, data, timeout } = invitation;
    for (const userId of invitees) {
      if (timeout === 0) {
        this.#notify(userId, { type: 'invite', inviteId, invitees, groupId, data, ringMs: 0 });
        continue;
      }
      const ringMs = timeout * 1000;
      const stopForgetting = this.#clock.after(ringMs + LATE_ANSWER_MS, () => this.#forget(open));
      const open: Open = { invitation, userId, endsAt: this.#clock.now() + ringMs, answered: false, stopSending: () => {}, stopWatching: () => {}, stopForgetting };
      this.#open.set(keyOf(inviteId, userId), open);
      this.#deliver(open);
    }
  }

  onAnswer(from: Peer, { type, inviteId, data }: { readonly type: 'accept' | 'reject'; readonly inviteId: string; readonly data: string }): void {
    const open = this.#open.get(keyOf(inviteId, from.userId));
    if (!open || open.answered) return;
    open.answered = true;
    open.stopSending();
    open.stopForgetting();
    if (type === 'reject') this.#forget(open);
    else {
      open.stopForgetting = this.#clock.after(SETTLING_MS, () => this.#forget(open));
      this.#watch(open, from);
    }
    this.#emit({ type: type === 'accept' ? 'accepted' : 'rejected', inviteId, userId: from.userId, data });
  }

  /** Tells everybody who has not answered. */
  cancel(inviteId: string, data: string): void {
    for (const open of this.#of(inviteId)) {
      this.#forget(open);
      if (!open.answered) this.#notify(open.userId, { type: 'cancel', inviteId, data });
    }
  }

  /** `userId` is in the room: whether they live is the room's business now. */
  met(userId: string): void {
    for (const open of [...this.#open.values()]) {
      if (open.userId === userId && open.answered) this.#forget(open);
    }
  }

  close(): void {
    for (const open of [...this.#open.values()]) this.#forget(open);
  }

  #of(inviteId: string): Open[] {
    return [...this.#open.values()].filter(({ invitation }) => invitation.inviteId === inviteId);
  }

  #deliver(open: Open): void {
    const { invitation: { inviteId, invitees, groupId, data, timeout }, userId, endsAt } = open;
    const ringMs = (): number => Math.max(1, Math.min(timeout * 1000, Math.round(endsAt - this.#clock.now())));
    open.stopSending = this.#session.mailbox.send(userId, () => ({ type: 'invite', inviteId, invitees, groupId, data, ringMs: ringMs() }), {
      lifetime: ringMs(),
      onDelivered: (by) => {
        if (open.answered) return;
        this.#watch(open, by);
        this.#emit({ type: 'delivered', inviteId, userId });
      },
    });
  }

  #watch(open: Open, peer: Peer): void {
    open.stopWatching();
    open.stopWatching = this.#session.watch(peer, () => {
      const vanish = (): void => this.#emit({ type: 'vanished', inviteId: open.invitation.inviteId, userId: open.userId });
      if (open.answered) return vanish();
      // They may have another page, or be back in a moment: a reload is another session. A receipt takes the timer back.
      open.stopWatching = this.#clock.after(OTHER_PAGE_MS, vanish);
      return this.#deliver(open);
    });
  }

  #notify(userId: string, message: SignalMessage): void {
    this.#session.mailbox.send(userId, () => message, { lifetime: NOTICE_MS });
  }

  #forget(open: Open): void {
    open.stopSending();
    open.stopWatching();
    open.stopForgetting();
    this.#open.delete(keyOf(open.invitation.inviteId, open.userId));
  }
}

const keyOf = (inviteId: string, userId: string): string => `${inviteId} ${userId}`;
