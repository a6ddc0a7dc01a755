/** Resolves when `condition` holds. The bound is generous: a loaded machine takes seconds to decode a first frame. */
export async function until(condition: () => boolean, what: () => string, ms = 15_000): Promise<void> {
  const deadline = performance.now() + ms;
  while (!condition()) {
    if (performance.now() > deadline) throw new Error(`Waited ${ms} ms for ${what()}`);
    await new Promise((resolve) => { setTimeout(resolve, 20); });
  }
}

/** A track of a generated device. */
export async function openTrack(kind: 'audio' | 'video'): Promise<MediaStreamTrack> {
  const stream = await navigator.mediaDevices.getUserMedia(kind === 'audio' ? { audio: true } : { video: true });
  const track = kind === 'audio' ? stream.getAudioTracks()[0] : stream.getVideoTracks()[0];
  if (!track) throw new Error(`There is no ${kind} device.`);
  return track;
}

export async function openTracks(): Promise<{ readonly audio: MediaStreamTrack; readonly video: MediaStreamTrack; readonly screen: MediaStreamTrack }> {
  const [audio, video, screen] = await Promise.all([openTrack('audio'), openTrack('video'), openTrack('video')]);
  return { audio, video, screen };
}

/** A received picture or voice, played; it is made to be looked at while it plays. */
export class Picture {
  readonly #player: HTMLMediaElement;

  constructor(track: MediaStreamTrack) {
    this.#player = document.createElement(track.kind === 'audio' ? 'audio' : 'video');
    this.#player.muted = true;
    this.#player.srcObject = new MediaStream([track]);
    document.body.append(this.#player);
    void this.#player.play().catch(() => undefined);
  }

  /** Frames decoded, or seconds of sound played, so far. */
  get progress(): number {
    return this.#player instanceof HTMLVideoElement ? this.#player.getVideoPlaybackQuality().totalVideoFrames : this.#player.currentTime;
  }

  /** Resolves when frames or sound go on coming. */
  async rises(): Promise<void> {
    const before = this.progress;
    const more = this.#player instanceof HTMLVideoElement ? 5 : 0.2;
    await until(() => this.progress > before + more, () => `media to go on; at ${this.progress}`);
  }

  close(): void {
    this.#player.srcObject = null;
    this.#player.remove();
  }
}
