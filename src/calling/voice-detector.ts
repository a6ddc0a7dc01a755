/** So loud is speech at a microphone, 0 to 100; a quiet room and a keyboard stay below most of the time. */
const SPEECH = 35;
/** Between the two lies what neither begins nor ends speech. */
const QUIET = 20;
/** A cough is no speech, ms. */
const BEGINS_MS = 400;
/** A breath is no silence, ms. */
const ENDS_MS = 4000;

/** Tells speech from noise by loudness and patience. */
export class VoiceDetector {
  #speaking = false;
  #loudSince: number | null = null;
  #lastLoud = 0;

  get speaking(): boolean {
    return this.#speaking;
  }

  /** Takes one measurement (0 to 100) at `now` (ms). */
  hear(volume: number, now: number): boolean {
    if (volume >= SPEECH) {
      this.#loudSince ??= now;
      this.#lastLoud = now;
    } else if (volume < QUIET && now - this.#lastLoud > BEGINS_MS) {
      this.#loudSince = null;
    }
    if (this.#loudSince !== null && now - this.#loudSince >= BEGINS_MS) this.#speaking = true;
    if (now - this.#lastLoud >= ENDS_MS) this.#speaking = false;
    return this.#speaking;
  }

  reset(): void {
    this.#speaking = false;
    this.#loudSince = null;
  }
}
