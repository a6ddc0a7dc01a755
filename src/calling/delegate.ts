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
  readonly onError: { readonly code: number; readonly msg: string };
  /** `message`: what they say, a line of at most 120 characters; left out where they say nothing. */
  readonly onReject: { readonly userId: string; readonly message?: string };
  readonly onNoResp: { readonly userId: string };
  readonly onLineBusy: { readonly userId: string };
  readonly onInvited: { readonly sponsor: string; readonly userIds: readonly string[]; readonly isFromGroup: boolean; readonly type: CallType };
  readonly onCallingCancel: Readonly<Record<never, never>>;
  readonly onCallingTimeOut: Readonly<Record<never, never>>;
  readonly onUserEnter: { readonly userId: string };
  readonly onUserLeave: { readonly userId: string };
  readonly onUserAudioAvailable: { readonly userId: string; readonly available: boolean };
  readonly onUserVideoAvailable: { readonly userId: string; readonly available: boolean };
  readonly onUserVoiceVolume: { readonly userVolumes: readonly UserVolume[]; readonly totalVolume: number };
  /** `duration` in whole seconds since the call was connected, 0 if it never was. */
  readonly onCallEnd: { readonly duration: number; readonly reason: EndReason };
  readonly onKickedOffline: { readonly reason: KickReason };
  readonly onWarning: { readonly code: number; readonly msg: string };
  readonly onGroupCallInviteeListUpdate: { readonly userIds: readonly string[] };
  readonly onCallTypeChanged: { readonly type: CallType };
  readonly onNetworkQuality: { readonly userId: string; readonly quality: NetworkQuality };
  readonly onConnectionStateChange: { readonly state: ConnectionState };
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
