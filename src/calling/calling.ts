import type { DeviceInfo } from '../engines/engine.js';
import type { ActionCallback } from './errors.js';
import type { DelegateListener } from './delegate.js';
import type { CallLog } from './call-log.js';
import type { ProfileResolver } from './profile-book.js';
import type { CallSnapshot, CallType, MediaDeviceKindName, UserProfile, VideoQuality, VoiceProcessing } from './state/call-state.js';
import type { MediaTrack, Tracks } from './tracks.js';
import type { CameraTrack, VideoProcessor } from './video-processor.js';

/** 0 the camera's large picture, 1 its small one, 2 the shared screen. */
export type StreamType = 0 | 1 | 2;

/** An element of the page as far as the core cares. */
export interface ViewElement {
  readonly nodeType: number;
  readonly localName: string;
}

/** Where to show a picture: the `viewId` of a `<trtc-video-view>`, an element's id, or the element. */
export type ViewId = number | string | ViewElement;

/** How loud everybody is, outside of the snapshot: it changes ten times a second. */
export interface Levels {
  /** 0 to 100; '' is oneself. */
  get(userId: string): number;
  /** Calls `listener` with each new volume of `userId` until the returned function is called. */
  watch(userId: string, listener: (volume: number) => void): () => void;
}

export interface SubscribeOptions<T> {
  /** Tell only when the answer of this question changes (compared with Object.is). */
  readonly selector?: (snapshot: CallSnapshot) => T;
  readonly signal?: AbortSignal;
}

/**
 * What elements and applications hold: commands in, snapshots and delegate callbacks out. `CallController` is the real
 * one. Every method with an {@link ActionCallback} resolves with a code of the error table and never rejects, except with
 * `destroyed` after `destroy()`.
 */
export interface Calling {
  /** All that is true now, frozen; the same object as long as nothing changed. */
  readonly state: CallSnapshot;
  /** The live media tracks, to be attached to a player of your own. */
  readonly tracks: Tracks;
  /** How loud everybody is, ten times a second. */
  readonly levels: Levels;
  /** After `destroy()`: every method rejects with `destroyed`. */
  readonly destroyed: boolean;
  /** The calls that were, as this browser remembers them. */
  readonly callLog: CallLog;
  /**
   * Gives names and pictures before the engine does: `(userIds) => profiles`. Set, it is asked at once for everybody known
   * so far. A failure or 5 s of silence is an `onWarning`, and the engine's names are shown.
   */
  profileResolver: ProfileResolver | null;

  /** Tells `listener` once per microtask in which something changed; not at once. */
  subscribe<T = CallSnapshot>(listener: (value: T, snapshot: CallSnapshot) => void, options?: SubscribeOptions<T>): () => void;
  /** Adds a listener of the delegate callbacks; one that throws stops no other. */
  registerListener(listener: DelegateListener): void;
  /** Takes that listener away again. */
  unRegisterListener(listener: DelegateListener): void;

  /** `userId`: [A-Za-z0-9_-]{1,32}. The same user again is a success that does nothing; another one is `already-logged-in`. */
  login(sdkAppId: number, userId: string, userSig: string): Promise<ActionCallback>;
  /** Hangs up, declines or cancels first, and turns off every device that is not looked at besides ({@link preview}). */
  logout(): Promise<ActionCallback>;
  /** Ends a call in progress, logs out and frees all media. The instance is of no use afterwards. */
  destroy(): void;

  /** While in a call, invites one more person into it. Settles when the invitation is out. */
  call(userId: string, type: CallType): Promise<ActionCallback>;
  /** Calls up to eight people into one room, or invites them into the call there is. `groupId`: the IM group it belongs to. */
  groupCall(userIds: readonly string[], type: CallType, groupId?: string): Promise<ActionCallback>;
  /**
   * `camera: false` answers a video call without opening the camera; it can be turned on later. `asAudio: true` makes it an
   * audio call: both cameras are off as soon as both are in.
   */
  accept(options?: { readonly camera?: boolean; readonly asAudio?: boolean }): Promise<ActionCallback>;
  /** `message`: a line of at most 120 characters that the inviter reads. */
  reject(options?: { readonly message?: string }): Promise<ActionCallback>;
  /** Ends whatever there is: cancels every pending invitation while dialling, declines while ringing. Resolves when all is released. */
  hangup(): Promise<void>;
  /** Goes back into `state.interrupted`, the call that a reload of this page broke off. Settles when the room is joined. */
  returnToCall(options?: { readonly camera?: boolean }): Promise<ActionCallback>;
  /** Forgets that call instead. */
  forgetCall(): void;
  /** Forgets the ended call, so that its screen goes. */
  dismissEnded(): void;

  /** Shows somebody's picture in a view, as soon as there is one. A wrong argument arrives as onError. */
  startRemoteView(userId: string, streamType: StreamType, viewId: ViewId): Promise<void>;
  /** Takes that picture out of its view. */
  stopRemoteView(userId: string, streamType: StreamType): Promise<void>;
  /** Without `viewId` the picture is only published. Failures arrive as onError and in `state.devices.camera.error`. */
  openCamera(isFrontCamera: boolean, viewId?: ViewId): Promise<void>;
  /** Closes the camera: its light is off when this resolves. */
  closeCamera(): Promise<void>;
  /** Changes to the front or the back camera; while it is closed, for the next time. */
  switchCamera(isFrontCamera: boolean): Promise<void>;
  /** Sends silence, the device stays open; the others hear of it as onUserAudioAvailable. */
  setMicMute(isMute: boolean): void;
  /** The loudspeaker, or the earpiece where the browser lists one; where it lists none, false mutes the voices of the others. */
  setHandsFree(isHandsFree: boolean): Promise<void>;
  /** After `state.devices.speaker.blocked`: call it from a click. */
  resumePlayback(): Promise<void>;

  /**
   * During a call of two: asks the other side to drop video, to which every client agrees at once, or to add it, of which a
   * person is asked. Settles with their answer; `state.call.switching` shows the wish meanwhile. Asking for the type that
   * the call has takes an open wish back, which then settles with `aborted`.
   */
  switchToAudioCall(): Promise<ActionCallback>;
  /** The same towards a video call. */
  switchToVideoCall(): Promise<ActionCallback>;
  /** Agrees to the other side's wish (`state.call.switching` is `asked`) and opens the camera, unless `camera` is false. */
  acceptSwitch(options?: { readonly camera?: boolean }): Promise<ActionCallback>;
  /** Does not agree to it; the call stays as it is. */
  rejectSwitch(): Promise<ActionCallback>;
  /** Asks for a screen or window and shows it to the others. Resolves with `permission-denied` when the person chose none. */
  startScreenShare(): Promise<ActionCallback>;
  /** Ends that; sharing also ends with the call and from the browser's own bar. */
  stopScreenShare(): Promise<ActionCallback>;
  /** Empty where devices cannot be listed. */
  getDevices(kind: MediaDeviceKindName): Promise<readonly DeviceInfo[]>;
  /** Changes to a device of {@link getDevices}; the running call goes on with it. */
  switchDevice(kind: MediaDeviceKindName, deviceId: string): Promise<ActionCallback>;
  /**
   * Opens a device to look at or listen to, until `signal` aborts; nothing of it goes out. A call that begins meanwhile takes
   * it over, and one that ends leaves it. The picture is `tracks.get('', 'video')`, the loudness `levels.get(MICROPHONE)`.
   */
  preview(kind: 'microphone' | 'camera', options: { readonly signal: AbortSignal }): void;
  /** Kept from visit to visit. `state.devices.microphone.settings` says what became of it. */
  setVoiceProcessing(processing: Partial<VoiceProcessing>): void;
  /** Kept from visit to visit. */
  setVideoQuality(quality: VideoQuality): void;
  /** Puts the camera's picture through the application's own hand, from now on; null ends that. */
  setVideoProcessor<T extends MediaTrack = CameraTrack>(processor: VideoProcessor<T> | null): Promise<ActionCallback>;
  /** How oneself is shown to the others: at most 64 characters, and an http(s), blob or data:image address. */
  setSelfProfile(profile: { readonly nickname?: string; readonly avatarUrl?: string }): Promise<ActionCallback>;
  /** Looks profiles up at the service, at most 100; they are in `state.profiles` afterwards. Empty on failure, which arrives as onError. */
  getUserProfiles(userIds: readonly string[]): Promise<readonly UserProfile[]>;
}

