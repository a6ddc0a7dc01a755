import type { Envelope } from './im-envelope.js';

/** So many invitations are remembered, the oldest go beyond it: a call lasts, its invitation is soon of no interest. */
const MAX_REMEMBERED = 200;

/** One invitation as the service knows it. */
export interface Remembered {
  /** The core's id; tsignaling's own for an invitation from elsewhere. */
  readonly inviteId: string;
  readonly sdkId: string;
  readonly inviter: string;
  readonly invitees: readonly string[];
}

/**
 * Who has been invited by whom, and who has not answered yet. An invitation of the core to three people is three for the
 * service, unless it goes into a group.
 */
export class InvitationBook {
  readonly #me: string;
  readonly #bySdkId = new Map<string, { readonly about: Remembered; readonly open: Set<string> }>();

  /** When those from elsewhere have rung out, by our clock. */
  readonly #endsAt = new Map<string, number>();

  constructor(me: string) {
    this.#me = me;
  }

  /** @returns false when it is known already: the service delivers some things twice */
  add(about: Remembered): boolean {
    if (this.#bySdkId.has(about.sdkId)) return false;
    this.#bySdkId.set(about.sdkId, { about, open: new Set(about.invitees) });
    const [oldest] = this.#bySdkId.keys();
    if (this.#bySdkId.size > MAX_REMEMBERED && oldest !== undefined) this.#bySdkId.delete(oldest);
    return true;
  }

  /** The first word counts: the same invitation may come again. 0: it does not ring. */
  noteRinging(sdkId: string, endsAt: number): void {
    if (endsAt === 0 || this.#endsAt.has(sdkId)) return;
    this.#endsAt.set(sdkId, endsAt);
    const [oldest] = this.#endsAt.keys();
    if (this.#endsAt.size > MAX_REMEMBERED && oldest !== undefined) this.#endsAt.delete(oldest);
  }

  endOfRinging(sdkId: string): number | undefined {
    return this.#endsAt.get(sdkId);
  }

  get(sdkId: string): Remembered | undefined {
    return this.#bySdkId.get(sdkId)?.about;
  }

  /** The service's invitations of one of our own that somebody still may answer. */
  openOf(inviteId: string): readonly Remembered[] {
    const mine = [...this.#bySdkId.values()].filter(({ about }) => about.inviteId === inviteId && about.inviter === this.#me);
    return mine.filter(({ open }) => open.size > 0).map(({ about }) => about);
  }

  has(inviteId: string): boolean {
    return [...this.#bySdkId.values()].some(({ about }) => about.inviteId === inviteId);
  }

  /** Their answer is in. @returns those of `userIds` of whom it was still awaited */
  close(sdkId: string, userIds: readonly string[]): readonly string[] {
    const open = this.#bySdkId.get(sdkId)?.open;
    return userIds.filter((userId) => open?.delete(userId));
  }

  /** The answer of `userId` did not go out. */
  reopen(sdkId: string, userId: string): void {
    this.#bySdkId.get(sdkId)?.open.add(userId);
  }

  /** Whether a signal has anything to say here. It is asked before tsignaling, which would act on it and never ask. */
  admits({ action, inviteId, inviter, invitees, sender }: Envelope): boolean {
    const known = this.#bySdkId.get(inviteId);
    // Invitations by oneself come from another device: that one waits for the answers.
    if (action === 'invite') return !known && inviter !== this.#me;
    if (!known || known.about.inviter !== inviter) return false;
    if (action === 'cancel') return inviter !== this.#me;
    if (action === 'timeout') return invitees.some((userId) => known.open.has(userId));
    return known.open.has(sender);
  }
}
