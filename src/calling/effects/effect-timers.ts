import type { Clock } from '../clock.js';
import type { Timer } from '../state/call-events.js';

const keyOf = ({ kind, id }: Timer): string => `${kind} ${id}`;

/** The timers of the call: one of each name, started again by a second start. */
export class EffectTimers {
  readonly #clock: Clock;
  readonly #over: (timer: Timer) => void;
  readonly #stops = new Map<string, () => void>();

  constructor(clock: Clock, over: (timer: Timer) => void) {
    this.#clock = clock;
    this.#over = over;
  }

  start(timer: Timer, ms: number): void {
    this.stop(timer);
    const key = keyOf(timer);
    this.#stops.set(key, this.#clock.after(ms, () => {
      this.#stops.delete(key);
      this.#over(timer);
    }));
  }

  stop(timer: Timer): void {
    const key = keyOf(timer);
    this.#stops.get(key)?.();
    this.#stops.delete(key);
  }

  stopAll(): void {
    for (const stop of this.#stops.values()) stop();
    this.#stops.clear();
  }
}
