import type { Levels } from './calling.js';
import type { DelegateEventMap } from './delegate.js';
import { LOCAL_USER } from './tracks.js';

/** Watched in {@link LevelRegistry}: how loud it is at one's own microphone, muted or not. No user id has a colon. */
export const MICROPHONE = ':microphone';

export interface Level {
  /** {@link LOCAL_USER} is oneself. */
  readonly userId: string;
  /** 0 to 100. */
  readonly volume: number;
}

/** Below this nobody speaks: the noise of a quiet room. */
const SPEAKING = 5;

/** The loudness of everybody. It changes ten times a second, so it goes past the snapshot to whoever watches one person. */
export class LevelRegistry implements Levels {
  readonly #levels = new Map<string, number>();
  readonly #listeners = new Map<string, Set<(volume: number) => void>>();

  get(userId: string): number {
    return this.#levels.get(userId) ?? 0;
  }

  watch(userId: string, listener: (volume: number) => void): () => void {
    const listeners = this.#listeners.get(userId) ?? new Set();
    this.#listeners.set(userId, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.#listeners.get(userId) === listeners) this.#listeners.delete(userId);
    };
  }

  /** Takes a round of measurements; whoever is not in it is silent. */
  update(levels: readonly Level[]): void {
    const silent = new Set(this.#levels.keys());
    for (const { userId, volume } of levels) {
      silent.delete(userId);
      this.set(userId, volume);
    }
    silent.delete(MICROPHONE);
    for (const userId of silent) this.set(userId, 0);
  }

  /** One measurement beside the rounds. */
  set(userId: string, level: number): void {
    const volume = Math.max(0, Math.min(100, Math.round(level)));
    if (this.get(userId) === volume) return;
    if (volume === 0) this.#levels.delete(userId);
    else this.#levels.set(userId, volume);
    for (const listener of [...(this.#listeners.get(userId) ?? [])]) listener(volume);
  }
}

/** What onUserVoiceVolume tells: who speaks, oneself by the real user id, and how loud the others are together. */
export function voiceVolume(levels: readonly Level[], self: string): DelegateEventMap['onUserVoiceVolume'] {
  const rounded = levels.map(({ userId, volume }) => ({ userId: userId === LOCAL_USER ? self : userId, volume: Math.max(0, Math.min(100, Math.round(volume))) }));
  const others = rounded.filter(({ userId }) => userId !== self);
  return {
    userVolumes: rounded.filter(({ volume }) => volume >= SPEAKING),
    totalVolume: Math.min(100, others.reduce((sum, { volume }) => sum + volume, 0)),
  };
}
