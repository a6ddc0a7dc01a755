/** Quieter than this is not speaking. */
const SPEAKING = 10;
/** How much louder another one must be to take the stage. */
const MARGIN = 8;
/** The stage stays with one person for at least this long, ms. */
const HOLD_MS = 1500;
/** The weight of the newest of the measurements. */
const WEIGHT = 0.3;

/** Who speaks, from many measurements: one cough does not change the stage. */
export class SpeakerPicker {
  readonly #loudness = new Map<string, number>();
  #current = '';
  #since = Number.NEGATIVE_INFINITY;

  /** The one who has the stage; '' before anybody spoke. */
  get current(): string {
    return this.#current;
  }

  /** Takes one measurement, 0 to 100, at `now` in milliseconds. */
  hear(userId: string, volume: number, now: number): void {
    const before = this.#loudness.get(userId) ?? 0;
    const loudness = before + (volume - before) * WEIGHT;
    this.#loudness.set(userId, loudness);
    const isLouder = loudness > SPEAKING && loudness > (this.#loudness.get(this.#current) ?? 0) + MARGIN;
    if (userId === this.#current || !isLouder || now - this.#since < HOLD_MS) return;
    this.#current = userId;
    this.#since = now;
  }

  /** Forgets who is not among `present` any more. */
  keep(present: readonly string[]): void {
    for (const userId of [...this.#loudness.keys()]) if (!present.includes(userId)) this.#loudness.delete(userId);
    if (!present.includes(this.#current)) this.#current = '';
  }
}
