import type { MediaKind } from './state/call-state.js';

/**
 * A media track as the core sees it: something with an id to be handed from an engine to whoever shows it. In the
 * browser engines it is a `MediaStreamTrack` (W3C Media Capture and Streams, section 4.3); the memory engine's is not.
 */
export interface MediaTrack {
  readonly id: string;
  readonly kind: string;
}

/** Names oneself where a user id is asked for. */
export const LOCAL_USER = '';

export type TrackListener = (track: MediaTrack | null) => void;

/** The live tracks, kept outside of the snapshot: state names media, this holds it. */
export interface Tracks {
  /** The track of `userId` ({@link LOCAL_USER} for oneself) or null. */
  get(userId: string, kind: MediaKind): MediaTrack | null;
  /** Calls at once with the present track, then on every change; the returned function ends it. */
  watch(userId: string, kind: MediaKind, listener: TrackListener): () => void;
}

/** The side that the effect runner writes. */
export class TrackRegistry implements Tracks {
  readonly #tracks = new Map<string, MediaTrack>();
  readonly #listeners = new Map<string, Set<TrackListener>>();

  get(userId: string, kind: MediaKind): MediaTrack | null {
    return this.#tracks.get(key(userId, kind)) ?? null;
  }

  set(userId: string, kind: MediaKind, track: MediaTrack | null): void {
    const at = key(userId, kind);
    if ((this.#tracks.get(at) ?? null) === track) return;
    if (track) this.#tracks.set(at, track);
    else this.#tracks.delete(at);
    for (const listener of [...(this.#listeners.get(at) ?? [])]) listener(track);
  }

  watch(userId: string, kind: MediaKind, listener: TrackListener): () => void {
    const at = key(userId, kind);
    const listeners = this.#listeners.get(at) ?? new Set<TrackListener>();
    this.#listeners.set(at, listeners.add(listener));
    listener(this.get(userId, kind));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.#listeners.get(at) === listeners) this.#listeners.delete(at);
    };
  }

  /** Forgets the tracks of everybody else. */
  clearRemote(): void {
    for (const at of [...this.#tracks.keys()]) {
      const [userId = '', kind = ''] = at.split(' ');
      if (userId !== LOCAL_USER) this.set(userId, kind as MediaKind, null);
    }
  }
}

const key = (userId: string, kind: MediaKind): string => `${String(userId)} ${String(kind)}`;
