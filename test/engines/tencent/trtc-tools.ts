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

/** How many frames of a received picture have been decoded and played since it was asked for. */
export class Picture {
  readonly #video = document.createElement('video');

  constructor(track: MediaStreamTrack) {
    this.#video.muted = true;
    this.#video.srcObject = new MediaStream([track]);
    document.body.append(this.#video);
    void this.#video.play().catch(() => undefined);
  }

  get frames(): number {
    return this.#video.getVideoPlaybackQuality().totalVideoFrames;
  }

  get width(): number {
    return this.#video.videoWidth;
  }

  /** Resolves when frames go on coming. */
  async rises(): Promise<void> {
    const before = this.frames;
    await until(() => this.frames > before + 5, () => `frames to rise; ${this.frames} so far`);
  }

  close(): void {
    this.#video.srcObject = null;
    this.#video.remove();
  }
}
