import type { TrtcHandler, TrtcLocalStream, TrtcRemoteStream, TrtcVideoProfile } from '../../../src/engines/tencent/trtc-types.js';

/** What the SDK throws. */
export class FakeRtcError extends Error {
  readonly #code: number;
  readonly #extraCode: number;

  constructor(code: number, extraCode = 0) {
    super(`wss://somewhere?userSig=secret <${code}>`);
    this.name = 'RtcError';
    this.#code = code;
    this.#extraCode = extraCode;
  }

  getCode(): number {
    return this.#code;
  }

  getExtraCode(): number {
    return this.#extraCode;
  }
}

/** Handlers by event. As in the SDK, one that throws is not heard of. */
export class FakeEvents {
  readonly #handlers = new Map<string, TrtcHandler[]>();

  on(eventName: string, handler: TrtcHandler): void {
    this.#handlers.set(eventName, [...(this.#handlers.get(eventName) ?? []), handler]);
  }

  off(_all: '*'): void {
    this.#handlers.clear();
  }

  get count(): number {
    return [...this.#handlers.values()].flat().length;
  }

  emit(eventName: string, payload?: unknown): void {
    for (const handler of this.#handlers.get(eventName) ?? []) handler(payload);
  }
}

/** Keeps the SDK's rules: nothing before `initialize()`, one track of each kind, `close()` stops what is in it. */
export class FakeLocalStream extends FakeEvents implements TrtcLocalStream {
  readonly calls: string[] = [];
  readonly muted = { audio: false, video: false };
  readonly tracks: { audio: MediaStreamTrack | null; video: MediaStreamTrack | null };
  profile: TrtcVideoProfile | null = null;
  closed = false;
  /** It keeps its tracks meanwhile. */
  publishing = false;
  /** Told when what it holds or mutes has changed. */
  changed: () => void = () => {};
  #initialized = false;

  constructor({ audioSource = null, videoSource = null }: { readonly audioSource?: MediaStreamTrack | null; readonly videoSource?: MediaStreamTrack | null }) {
    super();
    this.tracks = { audio: audioSource, video: videoSource };
  }

  getUserId = (): string => '';
  hasAudio = (): boolean => this.tracks.audio !== null;
  hasVideo = (): boolean => this.tracks.video !== null;
  getAudioTrack = (): MediaStreamTrack | null => this.tracks.audio;
  getVideoTrack = (): MediaStreamTrack | null => this.tracks.video;
  muteAudio = (): boolean => this.#mute('audio', true);
  unmuteAudio = (): boolean => this.#mute('audio', false);
  muteVideo = (): boolean => this.#mute('video', true);
  unmuteVideo = (): boolean => this.#mute('video', false);

  async initialize(): Promise<void> {
    await Promise.resolve();
    this.#initialized = true;
  }

  setVideoProfile(profile: TrtcVideoProfile): void {
    this.profile = profile;
  }

  async addTrack(track: MediaStreamTrack): Promise<void> {
    this.calls.push(`add ${track.kind}`);
    if (this.tracks[kindOf(track)]) throw new FakeRtcError(0x1001);
    this.#set(track, track);
  }

  async removeTrack(track: MediaStreamTrack): Promise<void> {
    this.calls.push(`remove ${track.kind}`);
    if (this.publishing) throw new FakeRtcError(0x1001);
    if (this.tracks[kindOf(track)] !== track) throw new FakeRtcError(0x1000);
    this.#set(track, null);
  }

  async replaceTrack(track: MediaStreamTrack): Promise<void> {
    this.calls.push(`replace ${track.kind}`);
    if (!this.tracks[kindOf(track)]) throw new FakeRtcError(0x1001);
    track.enabled = !this.muted[kindOf(track)];
    // The others notice nothing.
    this.tracks[kindOf(track)] = track;
  }

  close(): void {
    this.closed = true;
    for (const track of [this.tracks.audio, this.tracks.video]) track?.stop();
  }

  #set(of: MediaStreamTrack, track: MediaStreamTrack | null): void {
    this.tracks[kindOf(of)] = track;
    this.changed();
  }

  #mute(kind: 'audio' | 'video', muted: boolean): boolean {
    if (!this.#initialized) throw new TypeError('Cannot read properties of null');
    const track = this.tracks[kind];
    if (!track) return false;
    track.enabled = !muted;
    if (this.muted[kind] === muted) return true;
    this.muted[kind] = muted;
    this.changed();
    return true;
  }
}

/** Somebody's stream as another client sees it. */
export class FakeRemoteStream extends FakeEvents implements TrtcRemoteStream {
  subscribed = false;
  has = { audio: false, video: false };
  readonly #userId: string;
  readonly #type: string;
  readonly #source: () => FakeLocalStream | null;

  constructor(userId: string, type: string, source: () => FakeLocalStream | null) {
    super();
    this.#userId = userId;
    this.#type = type;
    this.#source = source;
  }

  getUserId = (): string => this.#userId;
  getType = (): string => this.#type;
  hasAudio = (): boolean => this.has.audio;
  hasVideo = (): boolean => this.has.video;
  getAudioTrack = (): MediaStreamTrack | null => (this.subscribed && this.has.audio ? this.#source()?.tracks.audio ?? null : null);
  /** A screen's track is there before it is subscribed. */
  getVideoTrack = (): MediaStreamTrack | null => ((this.subscribed || this.#type === 'auxiliary') && this.has.video ? this.#source()?.tracks.video ?? null : null);
  close(): void {
    this.subscribed = false;
  }
}

const kindOf = (track: MediaStreamTrack): 'audio' | 'video' => (track.kind === 'audio' ? 'audio' : 'video');
