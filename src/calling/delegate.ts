import type { CallType, ConnectionState, EndReason, KickReason, MediaDeviceKindName, NetworkQuality } from './state/call-state.js';

/** One speaker's loudness, 0 to 100. */
export interface UserVolume {
  readonly userId: string;
  readonly volume: number;
}

/**
 * The delegate callbacks and their parameters, as the TRTCCalling document names them; those after `onCallEnd` go
 * beyond the document in the same form.
 */
export interface DelegateEventMap {
  /** A command or a device failed; `code` is one of ERRORS, or the number that an SDK gave. */
  readonly onError: { readonly code: number; readonly msg: string };
  /** Somebody who was called from here declined. `message`: what they say, a line of at most 120 characters; left out where they say nothing. */
  readonly onReject: { readonly userId: string; readonly message?: string };
  /** Somebody who was called from here did not answer in the ring time. */
  readonly onNoResp: { readonly userId: string };
  /** Somebody who was called from here is in another call. */
  readonly onLineBusy: { readonly userId: string };
  /** Somebody calls. `userIds` are the others who were called with us. */
  readonly onInvited: { readonly sponsor: string; readonly userIds: readonly string[]; readonly isFromGroup: boolean; readonly type: CallType };
  /** The inviter took the invitation back before it was answered. */
  readonly onCallingCancel: Readonly<Record<never, never>>;
  /** The invitation that rang here ran out unanswered. */
  readonly onCallingTimeOut: Readonly<Record<never, never>>;
  /** Somebody came into the room. */
  readonly onUserEnter: { readonly userId: string };
  /** Somebody left the room, or vanished for good. */
  readonly onUserLeave: { readonly userId: string };
  /** Somebody's microphone went on or off. */
  readonly onUserAudioAvailable: { readonly userId: string; readonly available: boolean };
  /** Somebody's camera went on or off. */
  readonly onUserVideoAvailable: { readonly userId: string; readonly available: boolean };
  /** How loud everybody is, 0 to 100. `userVolumes` holds who speaks, oneself by one's user id; `totalVolume` is of the others. */
  readonly onUserVoiceVolume: { readonly userVolumes: readonly UserVolume[]; readonly totalVolume: number };
  /** The call is over. `duration` in whole seconds since it was connected, 0 if it never was. */
  readonly onCallEnd: { readonly duration: number; readonly reason: EndReason };
  /** The service ended the session. */
  readonly onKickedOffline: { readonly reason: KickReason };
  /** Something is not as wished, and the call goes on. */
  readonly onWarning: { readonly code: number; readonly msg: string };
  /** Who is in the call or being called changed. */
  readonly onGroupCallInviteeListUpdate: { readonly userIds: readonly string[] };
  /** The call became an audio or a video call. */
  readonly onCallTypeChanged: { readonly type: CallType };
  /** Somebody's network quality changed; `userId` is '' for oneself. */
  readonly onNetworkQuality: { readonly userId: string; readonly quality: NetworkQuality };
  /** The connection to the signalling service changed. */
  readonly onConnectionStateChange: { readonly state: ConnectionState };
  /** A device of that kind was plugged in or out, or another one took its place. */
  readonly onDeviceChange: { readonly kind: MediaDeviceKindName };
}

/** The name of a delegate callback. */
export type DelegateEvent = keyof DelegateEventMap;

/** One callback as data: its name and its parameters. */
export type DelegateCall = { readonly [K in DelegateEvent]: { readonly type: K; readonly params: DelegateEventMap[K] } }[DelegateEvent];

type ListenerArguments = { [K in DelegateEvent]: [type: K, params: DelegateEventMap[K]] }[DelegateEvent];

/** What `registerListener` takes: `type` discriminates `params`. */
export type DelegateListener = (...args: ListenerArguments) => void;

/** The DOM event that carries a callback: 'onUserEnter' → 'trtc-user-enter'. The same as {@link DOM_EVENT_NAMES}, by rule and not by list. */
export const domEventName = (callback: DelegateEvent): string =>
  callback.replace('TimeOut', 'Timeout').replace('on', 'trtc').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The DOM event that carries each callback, in its `detail`. */
export const DOM_EVENT_NAMES = {
  onError: 'trtc-error',
  onReject: 'trtc-reject',
  onNoResp: 'trtc-no-resp',
  onLineBusy: 'trtc-line-busy',
  onInvited: 'trtc-invited',
  onCallingCancel: 'trtc-calling-cancel',
  onCallingTimeOut: 'trtc-calling-timeout',
  onUserEnter: 'trtc-user-enter',
  onUserLeave: 'trtc-user-leave',
  onUserAudioAvailable: 'trtc-user-audio-available',
  onUserVideoAvailable: 'trtc-user-video-available',
  onUserVoiceVolume: 'trtc-user-voice-volume',
  onCallEnd: 'trtc-call-end',
  onKickedOffline: 'trtc-kicked-offline',
  onWarning: 'trtc-warning',
  onGroupCallInviteeListUpdate: 'trtc-group-call-invitee-list-update',
  onCallTypeChanged: 'trtc-call-type-changed',
  onNetworkQuality: 'trtc-network-quality',
  onConnectionStateChange: 'trtc-connection-state-change',
  onDeviceChange: 'trtc-device-change',
} as const satisfies Record<DelegateEvent, `trtc-${string}`>;
