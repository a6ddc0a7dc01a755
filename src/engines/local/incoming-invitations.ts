import type { Clock } from '../../calling/clock.js';
import type { SignalingEvent } from '../engine.js';
import { BoundedSet } from './bounded-set.js';
import type { SignalMessage } from './client-messages.js';
import { SETTLING_MS } from './outgoing-invitations.js';
import type { PageMessage } from './page-messages.js';
import type { LocalSession } from './session.js';
import type { Peer } from './transport.js';

/** Answers are repeated so long to an inviter who gives no receipt. */
const ANSWER_MS = 15_000;
/** The inviter's last words may be on their way while the end of their session is known already. */
const LAST_WORDS_MS = 250;
/** Another page was faster: its word of how it answered comes in less, or that page is gone. */
const WORD_MS = 500;
/** A flood of invitations pushes out the oldest. */
const MAX_OPEN = 64;
const MAX_REMEMBERED = 512;

type Invite = Extract<SignalMessage, { type: 'invite' }>;
type Kind = 'accept' | 'reject';

interface Open {
  readonly invite: Invite;
  readonly inviter: Peer;
  readonly endsAt: number;
  answered: boolean;
  /** Settles what waits for the word of the page that was faster. */
  onToldElsewhere: () => void;
  stopWatching: () => void;
  stopTimer: () => void;
}

/** The invitations that came here: each is told once, only its inviter can take it back, and one page of the user answers. */
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

  onInvite(from: Peer, invite: Invite): void {
    if (!this.#take(from, invite)) return;
    // Whoever is just making their connection anew has missed it.
    if (invite.ringMs > 0) this.#session.siblings?.tell({ type: 'rings', inviter: from, invite });
  }

  onCancel({ userId }: Peer, { inviteId, data }: { readonly inviteId: string; readonly data: string }): void {
    if (this.#withdraw(userId, inviteId, data)) this.#session.siblings?.tell({ type: 'cancelled', inviter: userId, inviteId, data });
  }

  /** Another page of the user, in this browser, speaks. */
  onSibling(message: PageMessage & { readonly from: string }): void {
    switch (message.type) {
      case 'here': return message.asks ? this.#tellOpen(message.from) : undefined;
      case 'rings': return void this.#take(message.inviter, message.invite);
      case 'cancelled': return void this.#withdraw(message.inviter, message.inviteId, message.data);
      case 'answered': return this.#onAnswered(message);
      default: return message satisfies never;
    }
  }

  /** Nobody waits for the answer to an invitation that is not known any more. Settles when it is clear who answers. */
  answer(type: Kind, inviteId: string, data: string): Promise<void> {
    const open = this.#open.get(inviteId);
    if (!open || open.answered) return Promise.resolve();
    const answering = this.#answer(open, type, data);
    this.#session.answering = answering;
    return answering;
  }

  /** `userId` is in the room: whether they live is the room's business now. */
  met(userId: string): void {
    for (const open of [...this.#open.values()]) {
      if (open.inviter.userId !== userId) continue;
      // What is answered has nothing left to be taken back.
      if (open.answered) this.#forget(open);
      else open.stopWatching();
    }
  }

  close(): void {
    for (const open of [...this.#open.values()]) this.#forget(open);
  }

  async #answer(open: Open, type: Kind, data: string): Promise<void> {
    const { invite: { inviteId }, inviter } = open;
    const { siblings, mailbox, self } = this.#session;
    if (siblings && !await siblings.claim(`${inviter.userId} ${inviteId}`)) {
      await this.#toldElsewhere(open);
      if (this.#isOpen(open)) this.#end(open, { type: 'accepted', inviteId, userId: self.userId, data: '', nearby: true });
      return;
    }
    if (!this.#isOpen(open)) return;
    open.answered = true;
    mailbox.send(inviter, () => ({ type, inviteId, data }), { lifetime: ANSWER_MS });
    siblings?.tell({ type: 'answered', how: type, inviter: inviter.userId, inviteId, data });
    if (type === 'reject') return this.#forget(open);
    open.stopTimer();
    open.stopTimer = this.#clock.after(SETTLING_MS, () => this.#forget(open));
  }

  #toldElsewhere(open: Open): Promise<void> {
    return new Promise((resolve) => {
      const stop = this.#clock.after(WORD_MS, resolve);
      open.onToldElsewhere = () => {
        stop();
        resolve();
      };
      if (!this.#isOpen(open)) open.onToldElsewhere();
    });
  }

  #onAnswered({ how, inviter, inviteId, data }: Extract<PageMessage, { type: 'answered' }>): void {
    this.#known.add(`${inviter} ${inviteId}`);
    const open = this.#open.get(inviteId);
    if (open?.inviter.userId !== inviter || open.answered) return;
    this.#end(open, { type: how === 'accept' ? 'accepted' : 'rejected', inviteId, userId: this.#session.self.userId, data, nearby: true });
  }

  #tellOpen(to: string): void {
    for (const { invite, inviter, endsAt, answered } of this.#open.values()) {
      const ringMs = Math.round(endsAt - this.#clock.now());
      if (!answered && ringMs > 0) this.#session.siblings?.tell({ type: 'rings', inviter, invite: { ...invite, ringMs } }, to);
    }
  }

  /** @returns whether it is news */
  #take(from: Peer, invite: Invite): boolean {
    const { inviteId, invitees, groupId, data, ringMs } = invite;
    if (!invitees.includes(this.#session.self.userId) || this.#open.has(inviteId)) return false;
    if (!this.#known.add(`${from.userId} ${inviteId}`)) return false;
    if (ringMs > 0) this.#track(from, invite);
    this.#emit({ type: 'invitation', inviteId, inviter: from.userId, invitees, groupId, data, ringMs });
    return true;
  }

  /** @returns whether it is news */
  #withdraw(inviter: string, inviteId: string, data: string): boolean {
    const open = this.#open.get(inviteId);
    if (open?.inviter.userId !== inviter) return this.#known.add(`${inviter} ${inviteId}`);
    this.#end(open, { type: 'cancelled', inviteId, userId: inviter, data });
    return true;
  }

  #track(inviter: Peer, invite: Invite): void {
    for (const oldest of [...this.#open.values()].slice(0, this.#open.size - MAX_OPEN + 1)) this.#forget(oldest);
    const { inviteId, ringMs } = invite;
    const open: Open = {
      invite, inviter, endsAt: this.#clock.now() + ringMs, answered: false, onToldElsewhere: () => {},
      stopWatching: this.#session.watch(inviter, () => {
        open.stopTimer();
        open.stopTimer = this.#clock.after(LAST_WORDS_MS, () => this.#end(open, { type: 'vanished', inviteId, userId: inviter.userId }));
      }),
      stopTimer: this.#clock.after(ringMs + SETTLING_MS, () => this.#forget(open)),
    };
    this.#open.set(inviteId, open);
  }

  #isOpen(open: Open): boolean {
    return this.#open.get(open.invite.inviteId) === open;
  }

  #end(open: Open, event: SignalingEvent): void {
    this.#forget(open);
    this.#emit(event);
  }

  #forget(open: Open): void {
    open.stopWatching();
    open.stopTimer();
    this.#open.delete(open.invite.inviteId);
    open.onToldElsewhere();
  }
}
