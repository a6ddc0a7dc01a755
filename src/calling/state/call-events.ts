import type { CallSignal } from '../signal-codec.js';
import type { CallErrorName } from '../errors.js';
import type {
  CallType, CaptureSettings, ConnectionState, DevicePermission, InterruptedCall, KickReason, LinkState, MediaDeviceKindName, MediaKind, NetworkQuality, UserProfile, VideoQuality, VoiceProcessing,
} from './call-state.js';

/** A failure as data. */
export interface Failure {
  readonly reason: CallErrorName;
  readonly code: number;
  readonly desc: string;
}

export type Capture = 'microphone' | 'camera' | 'screen';

/** A timer of the running call. */
export interface Timer {
  /**
   * ring: an invitation of ours is open. incoming: one rings here. connect: somebody answered and is on the way into the
   * room. switch: a wish to change the call's type is open. return: somebody vanished and may come back.
   */
  readonly kind: 'ring' | 'incoming' | 'connect' | 'switch' | 'return';
  /** The inviteId; for connect and return the userId. */
  readonly id: string;
}

/** What somebody here wants. `command` is the number of the waiting promise. Arguments have been validated. */
export type CommandEvent =
  | { readonly type: 'login'; readonly command: number; readonly sdkAppId: number; readonly userId: string; readonly userSig: string }
  | { readonly type: 'logout'; readonly command: number }
  | { readonly type: 'call'; readonly command: number; readonly callId: string; readonly roomId: number; readonly callType: CallType; readonly groupId: string;
      readonly invites: readonly { readonly inviteId: string; readonly userIds: readonly string[] }[] }
  | { readonly type: 'accept'; readonly command: number; readonly camera: boolean; readonly asAudio?: boolean }
  | { readonly type: 'reject'; readonly command: number; readonly message: string }
  | { readonly type: 'hangup' }
  | { readonly type: 'dismiss-ended' }
  | { readonly type: 'return'; readonly command: number; readonly callId: string; readonly camera: boolean }
  | { readonly type: 'forget-call' }
  | { readonly type: 'switch-type'; readonly command: number; readonly inviteId: string; readonly callType: CallType }
  | { readonly type: 'answer-switch'; readonly command: number; readonly agree: boolean; readonly camera: boolean }
  | { readonly type: 'capture'; readonly kind: Capture; readonly on: boolean; readonly command: number; readonly front?: boolean }
  | { readonly type: 'choose-device'; readonly kind: 'microphone' | 'camera'; readonly deviceId: string; readonly command: number }
  | { readonly type: 'preview'; readonly kind: 'microphone' | 'camera'; readonly on: boolean }
  | { readonly type: 'choose-output'; readonly deviceId: string; readonly command: number }
  | { readonly type: 'set-processing'; readonly processing: Partial<VoiceProcessing> }
  | { readonly type: 'set-quality'; readonly quality: VideoQuality }
  | { readonly type: 'mute-microphone'; readonly muted: boolean }
  | { readonly type: 'hands-free'; readonly on: boolean }
  | { readonly type: 'set-profile'; readonly nickname?: string; readonly avatarUrl?: string }
  | { readonly type: 'destroy' };

/** What another client or the signalling service said, its payload decoded. */
export type SignalEvent =
  /** `callId` is for the call that it may become here. `ringMs`: how much longer it rings, 0 where nobody says. */
  | { readonly type: 'invitation'; readonly callId: string; readonly inviteId: string; readonly inviter: string; readonly invitees: readonly string[]; readonly groupId: string; readonly signal: CallSignal; readonly ringMs: number }
  | { readonly type: 'delivered'; readonly inviteId: string; readonly userId: string }
  /** By oneself: on another device of ours, or `nearby`, in another page of this browser. */
  | { readonly type: 'accepted'; readonly inviteId: string; readonly userId: string; readonly nearby?: boolean }
  | { readonly type: 'rejected'; readonly inviteId: string; readonly userId: string; readonly nearby?: boolean; readonly busy: boolean; readonly message: string }
  | { readonly type: 'cancelled'; readonly inviteId: string; readonly userId: string }
  | { readonly type: 'timed-out'; readonly inviteId: string; readonly userIds: readonly string[] }
  | { readonly type: 'vanished'; readonly inviteId: string; readonly userId: string }
  | { readonly type: 'pages'; readonly pages: number; readonly inCall: boolean }
  | { readonly type: 'kicked'; readonly reason: KickReason }
  | { readonly type: 'signature-expiring' }
  | { readonly type: 'connection'; readonly state: ConnectionState }
  | { readonly type: 'profiles'; readonly profiles: readonly UserProfile[] };

/** What happened in the room of call `callId`. */
export type RoomEventOf =
  | { readonly type: 'entered'; readonly callId: string; readonly userId: string }
  | { readonly type: 'left'; readonly callId: string; readonly userId: string; readonly gone: boolean; readonly silence?: number }
  | { readonly type: 'available'; readonly callId: string; readonly userId: string; readonly kind: MediaKind; readonly available: boolean }
  | { readonly type: 'quality'; readonly callId: string; readonly userId: string; readonly quality: NetworkQuality }
  | { readonly type: 'link'; readonly callId: string; readonly userId: string; readonly state: LinkState }
  | { readonly type: 'room-connection'; readonly callId: string; readonly state: 'reconnecting' | 'connected' | 'lost' }
  | { readonly type: 'room-error'; readonly callId: string; readonly failure: Failure };

/** How an effect came out. */
export type ResultEvent =
  | { readonly type: 'login-done'; readonly tag: number }
  | { readonly type: 'login-failed'; readonly tag: number; readonly failure: Failure }
  | { readonly type: 'logout-done'; readonly tag: number }
  | { readonly type: 'invite-sent'; readonly callId: string; readonly inviteId: string }
  | { readonly type: 'invite-failed'; readonly callId: string; readonly inviteId: string; readonly failure: Failure }
  /** Another page of ours is in a call. */
  | { readonly type: 'call-refused'; readonly callId: string }
  | { readonly type: 'answer-failed'; readonly inviteId: string; readonly failure: Failure }
  | { readonly type: 'room-joined'; readonly callId: string }
  | { readonly type: 'room-join-failed'; readonly callId: string; readonly failure: Failure }
  | { readonly type: 'publish-failed'; readonly callId: string; readonly kind: MediaKind; readonly failure: Failure }
  | { readonly type: 'capture-opened'; readonly kind: Capture; readonly deviceId: string; readonly label: string; readonly settings: CaptureSettings; readonly silenced: boolean }
  | { readonly type: 'capture-failed'; readonly kind: Capture; readonly failure: Failure }
  | { readonly type: 'capture-adjusted'; readonly kind: 'microphone' | 'camera'; readonly settings: CaptureSettings }
  /** The picture went through another hand, or through none any more: it is another track. */
  | { readonly type: 'capture-replaced'; readonly kind: 'camera' }
  | { readonly type: 'output-failed'; readonly command: number; readonly failure: Failure }
  | { readonly type: 'output-used'; readonly command: number; readonly deviceId: string }
  /** What the page remembers of a call before its reload. */
  | { readonly type: 'interrupted'; readonly interrupted: InterruptedCall }
  | { readonly type: 'profile-failed'; readonly failure: Failure };

/** What the machine reports of itself. */
export type DeviceEventOf =
  | { readonly type: 'capture-ended'; readonly kind: Capture }
  | { readonly type: 'capture-silenced'; readonly kind: Capture; readonly silenced: boolean }
  | { readonly type: 'permission'; readonly kind: 'microphone' | 'camera'; readonly permission: DevicePermission }
  /** Somebody speaks into the open microphone, or has fallen silent. */
  | { readonly type: 'voice'; readonly speaking: boolean }
  /** `deviceIds`: what is there now; '' for what the page may not know yet. */
  | { readonly type: 'devices-changed'; readonly kind: MediaDeviceKindName; readonly deviceIds: readonly string[] }
  | { readonly type: 'speaker'; readonly deviceId: string; readonly muted: boolean }
  | { readonly type: 'sound-blocked'; readonly blocked: boolean }
  | { readonly type: 'timer'; readonly timer: Timer };

export type CallEventBody = CommandEvent | SignalEvent | RoomEventOf | ResultEvent | DeviceEventOf;

/** Everything that can happen, with the time (ms since the epoch) at which it did. */
export type CallEvent = CallEventBody & { readonly at: number };

/** The event of one type. */
export type EventOf<T extends CallEvent['type']> = Extract<CallEvent, { readonly type: T }>;
