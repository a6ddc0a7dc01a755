import { createLevelMeter, toVolume, type LevelMeter } from './level-meter.js';

const INTERVAL_MS = 100;

/**
 * How loud it is at the open microphone, ten times a second while somebody asks. It listens to a copy of the track, so that
 * whoever silences the track itself (a room that mutes) does not silence the measurement.
 */
export class MicrophoneLevel {
  readonly #tell: (volume: number) => void;
  #isWanted = false;
  #track: MediaStreamTrack | null = null;
  #stop: () => void = () => {};

  constructor(tell: (volume: number) => void) {
    this.#tell = tell;
  }

  measure(on: boolean): void {
    this.#isWanted = on;
    this.#begin();
  }

  /** The open microphone; null when it is closed. */
  follow(track: MediaStreamTrack | null): void {
    this.#track = track;
    this.#begin();
  }

  #begin(): void {
    this.#stop();
    this.#stop = () => {};
    if (!this.#isWanted || !this.#track) return;
    const ear = this.#track.clone();
    ear.enabled = true;
    const meter = meterOf(ear);
    const timer = meter && setInterval(() => this.#tell(toVolume(meter.read())), INTERVAL_MS);
    this.#stop = () => {
      if (timer) clearInterval(timer);
      meter?.close();
      ear.stop();
      this.#tell(0);
    };
  }
}

/** Some browsers cannot measure some tracks (Firefox: a microphone with a rate of its own). A call does without. */
function meterOf(track: MediaStreamTrack): LevelMeter | undefined {
  try {
    return createLevelMeter(track);
  } catch {
    return undefined;
  }
}
