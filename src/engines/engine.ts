/**
 * The contract between the call and what carries it. An engine moves bytes and opens devices; it decides nothing about
 * a call: busy, time-out, who ends it are the core's.
 *
 * Every method settles in bounded time, rejects with a {@link CallError} (the reasons are listed at each), and gives up
 * with reason `aborted` when its signal aborts. Events may come at any time after `login`, also before the promise of the
 * method that caused them settles. The suite in test/contract runs against every engine.
 */
import type { CallError } from '../calling/errors.js';
import type {
  CaptureSettings, ConnectionState, DevicePermission, KickReason, LinkState, MediaDeviceKindName, MediaKind, NetworkQuality, UserProfile, VideoQuality, VoiceProcessing,
} from '../calling/state/call-state.js';
import type { MediaTrack } from '../calling/tracks.js';

export interface Engine {
  readonly name: string;
  readonly signaling: Signaling;
  readonly room: Room;
  readonly devices: Devices;
  /** Gives back everything: sockets, connections, tracks, timers. Idempotent, never throws. */
  dispose(): Promise<void>;
}

/** An event stream of one part of an engine. `listen` returns the function that ends it. */
export interface EventSource<E> {
  listen(listener: (event: E) => void): () => void;
}

// —— signalling ———————————————————————————————————————————————————————————————————————————————————————————————

export interface Credentials {
  readonly sdkAppId: number;
  readonly userId: string;
  readonly userSig: string;
}

export interface OutgoingInvitation {
  /** Made by the core, unique; the engine maps it to its own id where it must. */
  readonly inviteId: string;
  readonly invitees: readonly string[];
  /** An IM group to invite in; '' for none. */
  readonly groupId: string;
  /** The payload of signal-codec.ts, a JSON string. */
  readonly data: string;
  /** Seconds that the invitation may ring; 0 = it only informs and must not be answered. */
  readonly timeout: number;
}

export interface Signaling extends EventSource<SignalingEvent> {
  /**
   * Pages of one browser may be logged in as the same user beside each other: an invitation reaches them all, the first
   * answer wins. A login of that user on another device ends the others (`kicked`, other-login).
   * Rejects: login-refused, network, timed-out, engine-unavailable, aborted.
   */
  login(credentials: Credentials, signal: AbortSignal): Promise<void>;
  /**
   * A fresh signature for the user who is logged in: for the next room, and for going on when the service finds the first
   * one expired. Nothing is interrupted. For engines that have signatures.
   */
  renew?(credentials: Credentials): void;
  /** Also ends a login that is under way. Never rejects for a session that is gone already. */
  logout(): Promise<void>;
  /** Resolves when the service has taken it (not when it was delivered). Rejects: invitation-failed, network, timed-out, not-logged-in. */
  invite(invitation: OutgoingInvitation, signal: AbortSignal): Promise<void>;
  /** `accept`, `reject` and `cancel` of an invitation that is not known any more resolve: the answer has no receiver. */
  accept(inviteId: string, data: string, signal: AbortSignal): Promise<void>;
  reject(inviteId: string, data: string, signal: AbortSignal): Promise<void>;
  cancel(inviteId: string, data: string, signal: AbortSignal): Promise<void>;
  /**
   * Says that this page is in a call, dialling included and ringing not, or is not any more. The user's other pages hear
   * of it. Of pages that say so at the same time one gets true: false means that another page is in a call. Never rejects.
   */
  setInCall(inCall: boolean): Promise<boolean>;
  setProfile(profile: { readonly nickname: string; readonly avatarUrl: string }, signal: AbortSignal): Promise<void>;
  /** Unknown ids come back with an empty nickname. */
  getProfiles(userIds: readonly string[], signal: AbortSignal): Promise<readonly UserProfile[]>;
}

export type SignalingEvent =
  /** `ringMs`: how much longer it rings; left out where the service does not say. */
  | { readonly type: 'invitation'; readonly inviteId: string; readonly inviter: string; readonly invitees: readonly string[]; readonly groupId: string; readonly data: string; readonly ringMs?: number }
  /** The invitation reached a device of `userId`. */
  | { readonly type: 'delivered'; readonly inviteId: string; readonly userId: string }
  /** By oneself: another page or device of the user answered it, or was faster. `nearby`: a page of this browser. */
  | { readonly type: 'accepted'; readonly inviteId: string; readonly userId: string; readonly data: string; readonly nearby?: boolean }
  | { readonly type: 'rejected'; readonly inviteId: string; readonly userId: string; readonly data: string; readonly nearby?: boolean }
  | { readonly type: 'cancelled'; readonly inviteId: string; readonly userId: string; readonly data: string }
  /** The service or the other client says that `userIds` did not answer in time. */
  | { readonly type: 'timed-out'; readonly inviteId: string; readonly userIds: readonly string[] }
  /** The last device of `userId` that took part in this invitation has vanished. */
  | { readonly type: 'vanished'; readonly inviteId: string; readonly userId: string }
  /** So many other pages of this browser the user is logged in on, and whether one of them is in a call. */
  | { readonly type: 'pages'; readonly pages: number; readonly inCall: boolean }
  | { readonly type: 'kicked'; readonly reason: KickReason }
  /** The signature of the login will not be good for much longer. */
  | { readonly type: 'signature-expiring' }
  | { readonly type: 'connection'; readonly state: ConnectionState }
  | { readonly type: 'profile'; readonly profile: UserProfile };

// —— room —————————————————————————————————————————————————————————————————————————————————————————————————————

export interface Room extends EventSource<RoomEvent> {
  /** Rejects: room-join-failed, network, timed-out, webrtc-unsupported, aborted. Joining again while joined is an error of the core. */
  join(roomId: number, signal: AbortSignal): Promise<void>;
  /**
   * While it still rings: makes the way into the room ready. Connections may be up, but nothing is sent or played, nobody is told
   * of an entrance, and no event comes before `join` of the same room, which goes on from here. `leave` gives it up. An engine that
   * cannot has no such method. Rejects like `join`; the core then joins as if it had not asked.
   */
  prepare?(roomId: number, signal: AbortSignal): Promise<void>;
  /** Idempotent; also ends a join under way. Tracks given to `publish` are not stopped. */
  leave(): Promise<void>;
  /** Allowed before and while joining: then it takes effect on joining. Replaces the kind's present track. */
  publish(kind: MediaKind, track: MediaTrack): Promise<void>;
  unpublish(kind: MediaKind): Promise<void>;
  /** Keeps the track and sends silence or no picture; the others see the kind as not available. */
  setMuted(kind: MediaKind, muted: boolean): void;
  /** What one's camera picture may cost from now on, in this room and the next. */
  setQuality(quality: VideoQuality): void;
}

export type RoomEvent =
  | { readonly type: 'entered'; readonly userId: string }
  /** `gone`: vanished without saying so. `silence`: ms since their last sign of life, where that is known. */
  | { readonly type: 'left'; readonly userId: string; readonly gone: boolean; readonly silence?: number }
  | { readonly type: 'available'; readonly userId: string; readonly kind: MediaKind; readonly available: boolean }
  /** The track to play; it may come before or after `available`. null: it is no more. */
  | { readonly type: 'track'; readonly userId: string; readonly kind: MediaKind; readonly track: MediaTrack | null }
  /** 0 to 100 for everybody in the room who publishes audio, oneself as ''. At most 10 times a second. */
  | { readonly type: 'volume'; readonly levels: readonly { readonly userId: string; readonly volume: number }[] }
  /** Oneself as ''. */
  | { readonly type: 'quality'; readonly userId: string; readonly quality: NetworkQuality }
  | { readonly type: 'link'; readonly userId: string; readonly state: LinkState }
  /** One's own way into the room. After 'lost' the engine has given up and left. */
  | { readonly type: 'connection'; readonly state: 'reconnecting' | 'connected' | 'lost' }
  | { readonly type: 'error'; readonly error: CallError };

// —— devices ——————————————————————————————————————————————————————————————————————————————————————————————————

export type CaptureKind = 'microphone' | 'camera' | 'screen';

export interface DeviceInfo {
  readonly deviceId: string;
  readonly kind: MediaDeviceKindName;
  /** '' until the page has permission. */
  readonly label: string;
  /** Known for cameras on phones only. */
  readonly facing: 'front' | 'back' | '';
}

export interface OpenedDevice {
  readonly track: MediaTrack;
  readonly deviceId: string;
  readonly label: string;
  /** What the track really does. */
  readonly settings: CaptureSettings;
  /** It gives nothing from the start: see `silenced` below. */
  readonly silenced: boolean;
}

/** What is wished of a track; what is left out is as before. Never a reason to refuse. */
export interface CaptureWishes {
  readonly processing?: VoiceProcessing;
  readonly quality?: VideoQuality;
}

export interface OpenOptions extends CaptureWishes {
  readonly deviceId?: string;
  readonly front?: boolean;
}

export interface Devices extends EventSource<DeviceEvent> {
  /** undefined when calls are possible here, else why not: webrtc-unsupported or insecure-context. */
  readonly unsupported: CallError | undefined;
  list(kind: MediaDeviceKindName, signal: AbortSignal): Promise<readonly DeviceInfo[]>;
  /**
   * Opens, or changes to another device while open: the promise has the new track, and the old one is stopped by then.
   * Without `deviceId`, the one used last or the default. A result that comes after the abort is stopped by the engine.
   * Rejects: no-microphone, no-camera, permission-denied, device-in-use, no-such-device, insecure-context, webrtc-unsupported, not-supported, aborted.
   */
  open(kind: CaptureKind, options: OpenOptions, signal: AbortSignal): Promise<OpenedDevice>;
  /** Changes the open track as far as it can be changed; resolves with what it really does then. Rejects: aborted when it is not open. */
  adjust(kind: 'microphone' | 'camera', wishes: CaptureWishes): Promise<CaptureSettings>;
  /** Stops the track: the light goes off. Idempotent. */
  close(kind: CaptureKind): void;
  /** true: `level` comes for as long as the microphone is open. It holds for later openings too. */
  measure(on: boolean): void;
}

export type DeviceEvent =
  /** The list of that kind changed. `deviceIds`: what is there now; '' for what the page may not know yet. */
  | { readonly type: 'changed'; readonly kind: MediaDeviceKindName; readonly deviceIds: readonly string[] }
  /** An open device gives nothing for now, or something again. */
  | { readonly type: 'silenced'; readonly kind: CaptureKind; readonly silenced: boolean }
  /** Told once after `listen` where the browser tells it, and with every change. */
  | { readonly type: 'permission'; readonly kind: 'microphone' | 'camera'; readonly permission: DevicePermission }
  /** How loud it is at the microphone itself, 0 to 100, muted or not. At most 10 times a second. */
  | { readonly type: 'level'; readonly volume: number }
  /** An open device ended by itself: unplugged, revoked, or sharing stopped by the browser's own button. */
  | { readonly type: 'ended'; readonly kind: CaptureKind };

// —— what the page supplies ———————————————————————————————————————————————————————————————————————————————————

/** Plays the voices of the others. One per TRTCCalling; the same for every engine. */
export interface Playback extends EventSource<{ readonly type: 'blocked'; readonly blocked: boolean }> {
  /** null stops that user's sound. */
  play(userId: string, track: MediaTrack | null): void;
  /**
   * true: loudspeaker or the chosen output; false: earpiece or communications output, or silence where none can be chosen.
   * Resolves with what is true then.
   */
  setHandsFree(handsFree: boolean): Promise<{ readonly deviceId: string; readonly muted: boolean }>;
  /** Rejects: not-supported, no-such-device. */
  setOutput(deviceId: string): Promise<void>;
  /** To be called from a gesture after `blocked`. */
  resume(): Promise<void>;
  dispose(): void;
}
