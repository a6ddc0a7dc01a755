import type { Clock } from '../../calling/clock.js';
import { lifeOf } from './user-sig.js';

/** Warned so long before the end, or a tenth of its life, whichever is less, ms. */
const WARN_BEFORE_MS = 600_000;
/** A timer of the browser counts to 2³¹ ms: what is further off is looked at again then. */
const LONGEST_TIMER_MS = 1_000_000_000;

/** Says once that a userSig is about to expire. */
export class SignatureWatch {
  readonly #clock: Clock;
  readonly #warn: () => void;
  #watched = new AbortController();
  #stopTimer = (): void => undefined;

  constructor(clock: Clock, warn: () => void) {
    this.#clock = clock;
    this.#warn = warn;
  }

  /** `offset`: the service's clock less ours, ms. What was watched before is forgotten. */
  async watch(userSig: string, offset: number): Promise<void> {
    this.stop();
    const { signal } = this.#watched;
    const life = await lifeOf(userSig);
    if (!life || signal.aborted) return;
    const at = life.until - Math.min(WARN_BEFORE_MS, (life.until - life.from) / 10) - offset;
    this.#wait(at);
  }

  stop(): void {
    this.#stopTimer();
    this.#watched.abort();
    this.#watched = new AbortController();
  }

  #wait(at: number): void {
    const ms = Math.max(0, at - this.#clock.now());
    this.#stopTimer = this.#clock.after(Math.min(ms, LONGEST_TIMER_MS), () => (ms > LONGEST_TIMER_MS ? this.#wait(at) : this.#warn()));
  }
}
