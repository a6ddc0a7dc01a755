import type { RoomEvent } from '../engine.js';
import { createLevelMeter, toVolume, type LevelMeter } from '../media/level-meter.js';
import type { LocalMedia } from './local-media.js';
import type { Neighbour } from './neighbour.js';

const INTERVAL_MS = 100;
/** Opening Web Audio costs tens of ms: one's own meter waits until the call stands, in intervals. */
const METER_AFTER = 5;

/** How loud everybody is, ten times a second, with one timer for all. Silent while nobody is to be heard. */
export class RoomVolume {
  readonly #media: LocalMedia;
  readonly #neighbours: () => Iterable<Neighbour>;
  readonly #emit: (event: RoomEvent) => void;
  readonly #timer: ReturnType<typeof setInterval>;
  readonly #stopListening: () => void;
  #meter: LevelMeter | null = null;
  /** Intervals until one's own sound is measured; null: it is, or there is none. */
  #meterIn: number | null = null;
  #wasSilent = true;

  constructor(media: LocalMedia, neighbours: () => Iterable<Neighbour>, emit: (event: RoomEvent) => void) {
    this.#media = media;
    this.#neighbours = neighbours;
    this.#emit = emit;
    this.#stopListening = media.listen((kind) => {
      if (kind === 'audio') this.#meterOwn();
    });
    this.#meterOwn();
    this.#timer = setInterval(() => this.#tell(), INTERVAL_MS);
  }

  close(): void {
    clearInterval(this.#timer);
    this.#stopListening();
    this.#meter?.close();
    this.#meter = null;
  }

  #meterOwn(): void {
    this.#meter?.close();
    this.#meter = null;
    this.#meterIn = this.#media.outgoing('audio') ? METER_AFTER : null;
  }

  #countDown(): void {
    if (this.#meterIn === null) return;
    this.#meterIn -= 1;
    if (this.#meterIn > 0) return;
    this.#meterIn = null;
    const track = this.#media.outgoing('audio');
    if (track) this.#meter = createLevelMeter(track);
  }

  #tell(): void {
    this.#countDown();
    const levels = this.#meter ? [{ userId: '', volume: toVolume(this.#meter.read()) }] : [];
    for (const { userId, hasAudio, link } of this.#neighbours()) {
      if (!hasAudio) continue;
      // The last packets' own loudness (RFC 6464), or what the browser measured instead: linear, 0 to 1.
      const [source] = link.receiver('audio')?.getSynchronizationSources() ?? [];
      levels.push({ userId, volume: toVolume(source?.audioLevel ?? 0) });
    }
    const isSilent = levels.every(({ volume }) => volume === 0);
    // One word when it falls silent, none while it is.
    if (!isSilent || !this.#wasSilent) this.#emit({ type: 'volume', levels });
    this.#wasSilent = isSilent;
  }
}
