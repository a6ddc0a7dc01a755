import type { VideoQuality } from '../../calling/state/call-state.js';
import { videoProfile } from './trtc-profile.js';
import type { TrtcClient, TrtcLocalStream, TrtcSdk } from './trtc-types.js';

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

  /** Takes our tracks back without a word to the service. */
  async release(): Promise<void> {
    const stream = this.#stream;
    if (!stream) return;
    const tracks = [this.#audio, this.#video];
    this.#stream = null;
    this.#audio = null;
    this.#video = null;
    await this.#empty(stream, tracks);
    for (const track of tracks) if (track) track.enabled = true;
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
    } catch (thrown) {
      await (this.#stream === stream ? this.#unpublish() : this.#empty(stream, [audio, video])).catch(() => undefined);
      throw thrown;
    }
    if (this.#stream === stream) return;
    // Released meanwhile: leaving closes only what is published by then, and this connection would stay for good.
    await this.#client.unpublish(stream).catch(() => undefined);
    await this.#empty(stream, [audio, video]);
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

  /** The SDK's `close` would stop our tracks: they go out first. While it publishes it keeps them, and the stream is not closed yet. */
  async #empty(stream: TrtcLocalStream, tracks: readonly (MediaStreamTrack | null)[]): Promise<void> {
    for (const track of tracks) if (track) await stream.removeTrack(track).catch(() => undefined);
    if (!stream.getAudioTrack() && !stream.getVideoTrack()) stream.close();
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
