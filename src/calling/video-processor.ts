import { CallError } from './errors.js';
import type { MediaTrack } from './tracks.js';

/** The camera's track as a program for pages knows it; the core, which knows no page, sees a {@link MediaTrack}. */
export type CameraTrack = typeof globalThis extends { readonly MediaStreamTrack: { readonly prototype: infer T extends MediaTrack } } ? T : MediaTrack;

/** What a processor made of a picture; `stop` gives back what it took. The camera's own track is not its to stop. */
export interface ProcessedPicture<T extends MediaTrack = CameraTrack> {
  readonly track: T;
  stop?(): void;
}

/**
 * An application's own hand on the camera's picture, for a blurred background or a filter: takes the camera's track, gives
 * the one to be sent and shown. It is asked anew for every track that the camera opens.
 */
export type VideoProcessor<T extends MediaTrack = CameraTrack> = (track: T) => Promise<T | ProcessedPicture<T>> | T | ProcessedPicture<T>;

/** Inside, a picture is only handed on. */
type AnyProcessor = VideoProcessor<MediaTrack>;
type AnyPicture = ProcessedPicture<MediaTrack>;

const isTrack = (value: MediaTrack | AnyPicture): value is MediaTrack => 'id' in value && 'kind' in value;

/** One camera's picture on its way through a processor. The later of two tracks, or of two processors, wins. */
export class PictureProcessing {
  #processor: AnyProcessor | null = null;
  #raw: MediaTrack | null = null;
  #stop: () => void = () => {};
  #turn = 0;

  /** Resolves with the track to be shown. Rejects: internal, with what the processor threw. */
  async start(raw: MediaTrack): Promise<MediaTrack> {
    this.end();
    this.#raw = raw;
    const turn = ++this.#turn;
    if (!this.#processor) return raw;
    const made = await ask(this.#processor, raw);
    const stop = (): void => {
      if (isTrack(made)) stopTrack(made, raw);
      else made.stop?.();
    };
    if (turn !== this.#turn) stop();
    else this.#stop = stop;
    return isTrack(made) ? made : made.track;
  }

  /** From now on. A picture that runs is handed over by `replace`; where the new processor fails, as the camera gives it. */
  async use(processor: AnyProcessor | null, replace: (track: MediaTrack) => void): Promise<void> {
    this.#processor = processor;
    const raw = this.#raw;
    if (!raw) return;
    const before = this.#stop;
    this.#stop = () => {};
    const started = this.start(raw);
    const turn = this.#turn;
    try {
      const track = await started;
      if (turn === this.#turn) replace(track);
    } catch (thrown) {
      if (turn === this.#turn) replace(raw);
      throw thrown;
    } finally {
      before();
    }
  }

  end(): void {
    this.#turn += 1;
    this.#raw = null;
    this.#stop();
    this.#stop = () => {};
  }
}

async function ask(processor: AnyProcessor, raw: MediaTrack): Promise<MediaTrack | AnyPicture> {
  try {
    const made = await processor(raw);
    if (typeof made === 'object' && made !== null && (isTrack(made) || isTrack(made.track))) return made;
  } catch (cause) {
    throw new CallError('internal', { detail: 'The video processor failed.', cause });
  }
  throw new CallError('internal', { detail: 'The video processor gave no track.' });
}

const stopTrack = (track: MediaTrack, raw: MediaTrack): void => {
  if (track !== raw && 'stop' in track && typeof track.stop === 'function') track.stop();
};
