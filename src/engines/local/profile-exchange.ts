import type { UserProfile } from '../../calling/state/call-state.js';
import type { Clock } from '../../calling/clock.js';
import { BoundedSet } from './bounded-set.js';
import type { ProfileCard, ProfileMessage } from './client-messages.js';
import type { LocalSession } from './session.js';
import type { Peer } from './transport.js';

/** Somebody who is here answers within a round trip; nobody waits longer for somebody who is not. */
const LOOK_UP_MS = 1500;
const CARD_MS = 5000;
const MAX_CONTACTS = 64;

/** How people want to be shown: there is no directory, so the clients ask each other. */
export class ProfileExchange {
  readonly #session: LocalSession;
  readonly #onProfile: (profile: UserProfile) => void;
  readonly #clock: Clock;
  readonly #waiting = new Map<string, Set<(card: ProfileCard) => void>>();
  /** Who asked for the own card, and so is told when it changes. */
  readonly #contacts = new BoundedSet<string>(MAX_CONTACTS);
  #card: ProfileCard;

  constructor(session: LocalSession, card: ProfileCard, onProfile: (profile: UserProfile) => void, clock: Clock) {
    this.#session = session;
    this.#card = card;
    this.#onProfile = onProfile;
    this.#clock = clock;
  }

  set(card: ProfileCard): void {
    this.#card = card;
    for (const userId of this.#contacts) this.#sendCard(userId);
  }

  /** Settles after a round trip, or 1.5 s for whoever does not answer: then with an empty card. */
  async ask(userIds: readonly string[], signal: AbortSignal): Promise<readonly UserProfile[]> {
    return Promise.all(userIds.map(async (userId) => ({ userId, ...await this.#askOne(userId, signal) })));
  }

  onMessage(from: Peer, message: ProfileMessage): void {
    if (message.type === 'profile-wanted') {
      this.#contacts.add(from.userId);
      this.#sendCard(from.userId);
      return;
    }
    for (const settle of [...(this.#waiting.get(from.userId) ?? [])]) settle(message.card);
    this.#onProfile({ userId: from.userId, ...message.card });
  }

  #askOne(userId: string, signal: AbortSignal): Promise<ProfileCard> {
    if (userId === this.#session.self.userId) return Promise.resolve(this.#card);
    return new Promise((resolve) => {
      const done = new AbortController();
      const waiting = this.#waiting.get(userId) ?? new Set();
      const settle = (card: ProfileCard): void => {
        done.abort();
        stopSending();
        stopTimer();
        waiting.delete(settle);
        if (waiting.size === 0) this.#waiting.delete(userId);
        resolve(card);
      };
      this.#waiting.set(userId, waiting.add(settle));
      const giveUp = (): void => settle({ nickname: '', avatarUrl: '' });
      const stopSending = this.#session.mailbox.send(userId, () => ({ type: 'profile-wanted' }), { lifetime: LOOK_UP_MS });
      const stopTimer = this.#clock.after(LOOK_UP_MS, giveUp);
      for (const end of [signal, this.#session.ended]) end.addEventListener('abort', giveUp, { signal: done.signal });
    });
  }

  #sendCard(userId: string): void {
    this.#session.mailbox.send(userId, () => ({ type: 'profile', card: this.#card }), { lifetime: CARD_MS });
  }
}
