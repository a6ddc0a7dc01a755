import type { Playback } from '../engine.js';
import { Emitter } from '../emitter.js';

/** A Playback for places without a loudspeaker. `playing` tells whose voice would be heard. */
export class SilentPlayback extends Emitter<{ readonly type: 'blocked'; readonly blocked: boolean }> implements Playback {
  readonly #playing = new Set<string>();

  get playing(): readonly string[] {
    return [...this.#playing];
  }

  play(userId: string, track: Parameters<Playback['play']>[1]): void {
    if (track) this.#playing.add(userId);
    else this.#playing.delete(userId);
  }

  async setHandsFree(handsFree: boolean): Promise<{ readonly deviceId: string; readonly muted: boolean }> {
    return { deviceId: '', muted: !handsFree };
  }

  async setOutput(): Promise<void> {}

  async resume(): Promise<void> {
    this.emit({ type: 'blocked', blocked: false });
  }

  dispose(): void {
    this.#playing.clear();
    this.clear();
  }
}
