import type { MediaKind, VideoQuality } from '../../calling/state/call-state.js';
import { Emitter } from '../emitter.js';
import type { MediaState, Publication } from './room-messages.js';

/** What is published from here, for every peer the same. Emits the kind that changed, or that what it may cost did. */
export class LocalMedia extends Emitter<MediaKind | 'quality'> {
  readonly #tracks = new Map<MediaKind, MediaStreamTrack>();
  readonly #muted = new Set<MediaKind>();
  #revision = 0;
  #quality: VideoQuality = 'auto';

  get state(): MediaState {
    return { audio: this.#publication('audio'), video: this.#publication('video'), screen: this.#publication('screen'), revision: this.#revision };
  }

  /** What a sender of `kind` has to send now: nothing while muted, so that neither silence nor black frames cost anything. */
  outgoing(kind: MediaKind): MediaStreamTrack | null {
    return this.#muted.has(kind) ? null : this.#tracks.get(kind) ?? null;
  }

  publish(kind: MediaKind, track: MediaStreamTrack): void {
    if (this.#tracks.get(kind) === track) return;
    this.#tracks.set(kind, track);
    this.#changed(kind);
  }

  unpublish(kind: MediaKind): void {
    if (this.#tracks.delete(kind)) this.#changed(kind);
  }

  setMuted(kind: MediaKind, muted: boolean): void {
    if (this.#muted.has(kind) === muted) return;
    if (muted) this.#muted.add(kind);
    else this.#muted.delete(kind);
    if (this.#tracks.has(kind)) this.#changed(kind);
  }

  get quality(): VideoQuality {
    return this.#quality;
  }

  setQuality(quality: VideoQuality): void {
    if (this.#quality === quality) return;
    this.#quality = quality;
    this.emit('quality');
  }

  /** The end of a call: the next one begins with nothing published and nothing muted. */
  reset(): void {
    this.#tracks.clear();
    this.#muted.clear();
    this.#revision += 1;
  }

  #publication(kind: MediaKind): Publication {
    if (!this.#tracks.has(kind)) return 'off';
    return this.#muted.has(kind) ? 'muted' : 'on';
  }

  #changed(kind: MediaKind): void {
    this.#revision += 1;
    this.emit(kind);
  }
}
