import { systemClock, type Clock } from '../../calling/clock.js';
import { CallError } from '../../calling/errors.js';
import type { MediaKind, VideoQuality } from '../../calling/state/call-state.js';
import type { MediaTrack } from '../../calling/tracks.js';
import { Emitter } from '../emitter.js';
import type { Room, RoomEvent } from '../engine.js';
import { TrtcStay, type StayOptions } from './trtc-stay.js';

export interface TrtcRoomOptions extends Pick<StayOptions, 'sdk' | 'credentials' | 'trtcOptions'> {
  readonly clock?: Clock;
}

/** The media room over trtc-js-sdk 4. `sdk` is asked for when a room is joined. */
export const createTrtcRoom = (options: TrtcRoomOptions): Room & { dispose(): Promise<void> } => new TrtcRoom(options);

class TrtcRoom extends Emitter<RoomEvent> implements Room {
  readonly #options: TrtcRoomOptions;
  readonly #tracks = new Map<MediaKind, MediaStreamTrack>();
  readonly #muted = new Set<MediaKind>();
  /** Read by the publisher whenever it brings something out. */
  readonly #wanted: { tracks: Map<MediaKind, MediaStreamTrack>; muted: Set<MediaKind>; quality: VideoQuality } = { tracks: this.#tracks, muted: this.#muted, quality: 'auto' };
  #stay: TrtcStay | null = null;
  /** When nothing of earlier stays is left. */
  #over: Promise<void> = Promise.resolve();
  #disposed = false;

  constructor(options: TrtcRoomOptions) {
    super();
    this.#options = options;
  }

  async join(roomId: number, signal: AbortSignal): Promise<void> {
    if (this.#disposed) throw new CallError('destroyed');
    if (this.#stay) throw new CallError('wrong-state');
    const stay: TrtcStay = new TrtcStay({
      ...this.#options,
      clock: this.#options.clock ?? systemClock,
      wanted: this.#wanted,
      emit: (event) => {
        if (this.#stay === stay) this.emit(event);
      },
      lost: (error) => this.#lost(stay, error),
    });
    this.#stay = stay;
    try {
      await stay.join(roomId, signal, this.#over);
      if (this.#stay !== stay || signal.aborted) throw new CallError('aborted');
    } catch (thrown) {
      if (this.#stay === stay) this.#stay = null;
      void this.#end(stay);
      throw thrown;
    }
  }

  async leave(): Promise<void> {
    const stay = this.#stay;
    this.#stay = null;
    this.#tracks.clear();
    this.#muted.clear();
    if (stay) await this.#end(stay);
  }

  async publish(kind: MediaKind, track: MediaTrack): Promise<void> {
    if (!(track instanceof MediaStreamTrack)) throw new CallError('invalid-argument', { detail: 'The track is not a MediaStreamTrack.' });
    this.#tracks.set(kind, track);
    await this.#stay?.publisher?.update(kind);
  }

  async unpublish(kind: MediaKind): Promise<void> {
    this.#tracks.delete(kind);
    await this.#stay?.publisher?.update(kind);
  }

  setMuted(kind: MediaKind, muted: boolean): void {
    if (this.#muted.has(kind) === muted) return;
    if (muted) this.#muted.add(kind);
    else this.#muted.delete(kind);
    const publisher = this.#stay?.publisher;
    publisher?.mute();
    publisher?.update(kind).catch((thrown: unknown) => {
      if (this.#stay?.publisher === publisher) this.emit({ type: 'error', error: CallError.from(thrown) });
    });
  }

  /** The SDK takes a profile when it begins to publish: it holds from the next time on. */
  setQuality(quality: VideoQuality): void {
    this.#wanted.quality = quality;
  }

  async dispose(): Promise<void> {
    this.#disposed = true;
    await this.leave();
    this.clear();
  }

  #end(stay: TrtcStay): Promise<void> {
    const left = stay.leave();
    this.#over = Promise.all([this.#over, stay.over]).then(() => undefined);
    return left;
  }

  #lost(stay: TrtcStay, error: CallError): void {
    if (this.#stay !== stay) return;
    this.emit({ type: 'error', error });
    this.emit({ type: 'connection', state: 'lost' });
    void this.leave();
  }
}
