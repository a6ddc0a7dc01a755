import type { Clock } from '../../calling/clock.js';
import { createLevelMeter, toVolume, type LevelMeter } from '../media/level-meter.js';

/** Ten times a second, as the contract allows. */
const INTERVAL_MS = 100;

interface Ear {
  readonly track: MediaStreamTrack;
  readonly meter: LevelMeter;
  /** Chromium pulls a received track only for an element that plays it; this one does so in silence. */
  readonly sink: HTMLAudioElement | null;
}

export interface LevelOptions {
  readonly clock: Clock;
  /** Whose voices to measure now; '' is oneself. */
  readonly voices: () => ReadonlyMap<string, MediaStreamTrack>;
  readonly report: (levels: readonly { readonly userId: string; readonly volume: number }[]) => void;
}

/**
 * Measures how loud everybody is. The SDK could do so only for streams that its own player plays; this listens to the
 * tracks by Web Audio (W3C Web Audio API, section 1.8).
 */
export class TrtcLevels {
  readonly #options: LevelOptions;
  readonly #ears = new Map<string, Ear>();
  #stopTimer: () => void = () => {};
  #wasEmpty = true;

  constructor(options: LevelOptions) {
    this.#options = options;
  }

  start(): void {
    this.#stopTimer = this.#options.clock.after(INTERVAL_MS, () => {
      this.start();
      this.#measure();
    });
  }

  stop(): void {
    this.#stopTimer();
    for (const userId of [...this.#ears.keys()]) this.#forget(userId);
  }

  #measure(): void {
    const voices = this.#options.voices();
    for (const [userId, { track }] of [...this.#ears]) if (voices.get(userId) !== track) this.#forget(userId);
    for (const [userId, track] of voices) if (!this.#ears.has(userId)) this.#ears.set(userId, earFor(track, userId !== ''));
    // Once more when nobody is left to be heard, so that nothing stands still at the last value.
    if (voices.size === 0 && this.#wasEmpty) return;
    this.#wasEmpty = voices.size === 0;
    this.#options.report([...this.#ears].map(([userId, { meter }]) => ({ userId, volume: toVolume(meter.read()) })));
  }

  #forget(userId: string): void {
    const ear = this.#ears.get(userId);
    this.#ears.delete(userId);
    ear?.meter.close();
    ear?.sink?.pause();
    if (ear?.sink) ear.sink.srcObject = null;
  }
}

const DEAF: LevelMeter = { read: () => 0, close: () => {} };

/** Some browsers cannot measure some tracks (Firefox: a microphone with a rate of its own). A call does without. */
function meterOf(track: MediaStreamTrack): LevelMeter {
  try {
    return createLevelMeter(track);
  } catch {
    return DEAF;
  }
}

function earFor(track: MediaStreamTrack, received: boolean): Ear {
  const meter = meterOf(track);
  if (!received) return { track, meter, sink: null };
  const sink = new Audio();
  sink.muted = true;
  sink.srcObject = new MediaStream([track]);
  // What is silent may always play; it rejects when it is stopped before it began.
  void sink.play().catch(() => undefined);
  return { track, meter, sink };
}
