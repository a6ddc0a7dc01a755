/**
 * The parts of trtc-js-sdk 4 that this engine uses, as structure: the real one fits, and so does a test's. What its events
 * carry is `unknown` on purpose, because it comes from a service.
 */

export type TrtcHandler = (payload: unknown) => void;

/** What every stream of theirs can do. */
export interface TrtcStream {
  getUserId(): string;
  hasAudio(): boolean;
  hasVideo(): boolean;
  getAudioTrack(): MediaStreamTrack | null;
  getVideoTrack(): MediaStreamTrack | null;
  on(eventName: string, handler: TrtcHandler): void;
  off(eventName: '*'): void;
  close(): void;
}

export interface TrtcRemoteStream extends TrtcStream {
  /** `main`: voice and camera. `auxiliary`: a shared screen. */
  getType(): string;
}

/** Our tracks on their way out. Its mute methods throw before `initialize()`; `close()` stops whatever tracks it holds. */
export interface TrtcLocalStream extends TrtcStream {
  initialize(): Promise<void>;
  setVideoProfile(profile: TrtcVideoProfile): void;
  addTrack(track: MediaStreamTrack): Promise<void>;
  removeTrack(track: MediaStreamTrack): Promise<void>;
  replaceTrack(track: MediaStreamTrack): Promise<void>;
  muteAudio(): boolean;
  unmuteAudio(): boolean;
  muteVideo(): boolean;
  unmuteVideo(): boolean;
}

/** The picture is never sent larger, nor at more kbit/s, than this. */
export interface TrtcVideoProfile {
  readonly width: number;
  readonly height: number;
  readonly frameRate: number;
  /** kbit/s */
  readonly bitrate: number;
}

export interface TrtcMutedState {
  readonly userId: string;
  readonly audioMuted: boolean;
  readonly videoMuted: boolean;
}

export interface TrtcClient {
  join(options: { readonly roomId: number }): Promise<void>;
  leave(): Promise<void>;
  destroy(): void;
  publish(stream: TrtcLocalStream, options?: { readonly isAuxiliary: boolean }): Promise<void>;
  unpublish(stream: TrtcLocalStream): Promise<void>;
  subscribe(stream: TrtcRemoteStream, options?: { readonly audio: boolean; readonly video: boolean }): Promise<void>;
  getRemoteMutedState(): readonly TrtcMutedState[];
  on(eventName: string, handler: TrtcHandler): void;
  off(eventName: '*'): void;
  setProxyServer(proxy: unknown): void;
  setTurnServer(turn: unknown): void;
}

export interface TrtcClientConfig {
  readonly sdkAppId: number;
  readonly userId: string;
  readonly userSig: string;
  readonly mode: 'rtc';
  readonly autoSubscribe: boolean;
  readonly enableAutoPlayDialog: boolean;
}

/** The `TRTC` object. */
export interface TrtcSdk {
  createClient(config: TrtcClientConfig): TrtcClient;
  createStream(config: { readonly audioSource?: MediaStreamTrack; readonly videoSource?: MediaStreamTrack }): TrtcLocalStream;
  readonly Logger: {
    setLogLevel(level: number): void;
    disableUploadLog(): void;
  };
}
