import { WORD_MS } from './room-post.js';

/** So many are remembered; the oldest go beyond it. */
const LIMIT = 64;

/**
 * Stays that were given up without a word of goodbye: a network that was away for long. Who is heard again is asked to come
 * in anew, because the connection that there was is over on this side.
 */
export class LostStays {
  /** When each was asked last; -Infinity while it was not. */
  readonly #asked = new Map<string, number>();

  add(stay: string): void {
    this.#asked.set(stay, -Infinity);
    for (const oldest of this.#asked.keys()) {
      if (this.#asked.size <= LIMIT) return;
      this.#asked.delete(oldest);
    }
  }

  has(stay: string): boolean {
    return this.#asked.has(stay);
  }

  /** They are back. */
  forget(stay: string): void {
    this.#asked.delete(stay);
  }

  /** Whether to ask now: once for as long as the question may be on its way, since each one is obeyed. */
  isToAsk(stay: string, now: number): boolean {
    const asked = this.#asked.get(stay);
    if (asked === undefined || now - asked <= WORD_MS) return false;
    this.#asked.set(stay, now);
    return true;
  }
}
