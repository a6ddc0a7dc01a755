import type { VideoQuality } from '../../calling/state/call-state.js';
import type { TrtcClient, TrtcLocalStream, TrtcSdk, TrtcVideoProfile } from './trtc-types.js';

export interface FeedMutes {
  readonly audioMuted: boolean;
  readonly videoMuted: boolean;
}

/** What a feed should send now. */
export interface FeedContent extends FeedMutes {
  readonly audio: MediaStreamTrack | null;
  readonly video: MediaStreamTrack | null;
  /** `auto` unless said. */
  readonly quality?: VideoQuality;
}

/** What somebody chose, for a picture that lies. */
const CHOSEN: Record<Exclude<VideoQuality, 'auto'>, TrtcVideoProfile> = {
  low: { width: 320, height: 180, frameRate: 15, bitrate: 200 },
  standard: { width: 640, height: 360, frameRate: 30, bitrate: 800 },
  high: { width: 1280, height: 720, frameRate: 30, bitrate: 1500 },
  hd: { width: 1920, height: 1080, frameRate: 30, bitrate: 3000 },
};

/**
 * The size and rate a picture is sent with at most. Without it the SDK sends 640 × 480 at 500 kbit/s and shrinks anything
 * larger; it is applied when publishing and never again, so it is not smaller than a camera that may come later.
 */
export function videoProfile(track: MediaStreamTrack | null, auxiliary: boolean, quality: VideoQuality = 'auto'): TrtcVideoProfile {
  const { width = 0, height = 0 } = track?.getSettings() ?? {};
  if (!auxiliary && quality !== 'auto') {
    const chosen = CHOSEN[quality];
    return height > width ? { ...chosen, width: chosen.height, height: chosen.width } : chosen;
  }
  const least = auxiliary ? { width: 1920, height: 1080 } : { width: 1280, height: 720 };
  const upright = height > width;
  const size = { width: Math.max(width, upright ? least.height : least.width), height: Math.max(height, upright ? least.width : least.height) };
  return { ...size, frameRate: auxiliary ? 15 : 30, bitrate: size.width * size.height > 1_000_000 ? 2500 : 1500 };
}

/**
 * One published stream of the SDK with our tracks in it: voice and camera, or the screen. The tracks are lent: whatever
 * happens they go out again neither stopped nor disabled. Calls must not overlap.
 */
export class TrtcFeed {
  readonly #sdk: TrtcSdk;
  readonly #client: TrtcClient;
  readonly #auxiliary: boolean;
  #stream: TrtcLocalStream | null = null;
  /** The stream can be muted: before it is initialized it throws. */
  #ready = false;
  #mutes: FeedMutes = { audioMuted: false, videoMuted: false };
  #audio: MediaStreamTrack | null = null;
  #video: MediaStreamTrack | null = null;

  constructor(sdk: TrtcSdk, client: TrtcClient, auxiliary: boolean) {
    this.#sdk = sdk;
    this.#client = client;
    this.#auxiliary = auxiliary;
  }

  get live(): boolean {
    return this.#stream !== null;
  }

  /** Publishes, adds, replaces, removes or unpublishes until `content` is what is sent. Rejects with what the SDK threw. */
  async bring(wanted: FeedContent): Promise<void> {
    // What is muted from the start stays out: the service would tell of it first and of the muting later.
    const content = { ...wanted, audio: wanted.audioMuted && !this.#audio ? null : wanted.audio, video: wanted.videoMuted && !this.#video ? null : wanted.video };
    const { audio, video } = content;
    if (!audio && !video) return this.#unpublish();
    if (!this.#stream) return this.#publish(content);
    this.mute(content);
    // What comes is put in before what goes is taken out: an empty stream would vanish for the others.
    const stream = this.#stream;
    if (audio) await this.#put(stream, this.#audio, audio, this.#mutes.audioMuted);
    this.#audio = audio ?? this.#audio;
    if (video) await this.#put(stream, this.#video, video, this.#mutes.videoMuted);
    this.#video = video ?? this.#video;
    if (!audio) this.#audio = await this.#takeOut(stream, this.#audio);
    if (!video) this.#video = await this.#takeOut(stream, this.#video);
    this.mute(this.#mutes);
  }

  /** At once where there is something to mute, else as soon as there is. */
  mute(mutes: FeedMutes): void {
    this.#mutes = mutes;
    const stream = this.#stream;
    if (!stream || !this.#ready) return;
    if (this.#audio) stream[mutes.audioMuted ? 'muteAudio' : 'unmuteAudio']();
    if (this.#video) stream[mutes.videoMuted ? 'muteVideo' : 'unmuteVideo']();
  }

  /** Takes our tracks back without a word to the service. The SDK's `close` would stop them: they go out first. */
  async release(): Promise<void> {
    const stream = this.#stream;
    if (!stream) return;
    this.#stream = null;
    for (const track of [this.#audio, this.#video]) {
      if (!track) continue;
      await stream.removeTrack(track).catch(() => undefined);
      track.enabled = true;
    }
    this.#audio = null;
    this.#video = null;
    // A track that would not go out must not be stopped with the stream.
    if (!stream.getAudioTrack() && !stream.getVideoTrack()) stream.close();
  }

  async #publish(content: FeedContent): Promise<void> {
    const { audio, video } = content;
    const stream = this.#sdk.createStream({ ...(audio ? { audioSource: audio } : {}), ...(video ? { videoSource: video } : {}) });
    this.#stream = stream;
    this.#ready = false;
    this.#mutes = content;
    this.#audio = audio;
    this.#video = video;
    try {
      stream.setVideoProfile(videoProfile(video, this.#auxiliary, content.quality));
      await stream.initialize();
      this.#ready = true;
      this.mute(this.#mutes);
      await this.#client.publish(stream, { isAuxiliary: this.#auxiliary });
      // Released meanwhile: leaving closes only what is published by then, and this connection would stay for good.
      if (this.#stream !== stream) await this.#client.unpublish(stream);
    } catch (thrown) {
      await this.#unpublish().catch(() => undefined);
      throw thrown;
    }
  }

  async #unpublish(): Promise<void> {
    const stream = this.#stream;
    if (!stream) return;
    try {
      await this.#client.unpublish(stream);
    } finally {
      await this.release();
    }
  }

  async #put(stream: TrtcLocalStream, present: MediaStreamTrack | null, next: MediaStreamTrack, muted: boolean): Promise<void> {
    if (present === next) return;
    next.enabled = !muted;
    await (present ? stream.replaceTrack(next) : stream.addTrack(next));
    if (present) present.enabled = true;
  }

  async #takeOut(stream: TrtcLocalStream, track: MediaStreamTrack | null): Promise<null> {
    if (!track) return null;
    await stream.removeTrack(track);
    track.enabled = true;
    return null;
  }
}
