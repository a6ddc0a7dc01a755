import type { DelegateEvent, DelegateEventMap } from '../../src/calling/delegate.js';
import {
  TrtcErrorEvent, TrtcRejectEvent, TrtcNoRespEvent, TrtcLineBusyEvent, TrtcInvitedEvent, TrtcCallingCancelEvent, TrtcCallingTimeOutEvent,
  TrtcUserEnterEvent, TrtcUserLeaveEvent, TrtcUserAudioAvailableEvent, TrtcUserVideoAvailableEvent, TrtcUserVoiceVolumeEvent, TrtcCallEndEvent,
} from './document-events.js';
import {
  TrtcKickedOfflineEvent, TrtcWarningEvent, TrtcGroupCallInviteeListUpdateEvent, TrtcCallTypeChangedEvent,
  TrtcNetworkQualityEvent, TrtcConnectionStateChangeEvent, TrtcDeviceChangeEvent,
} from './further-events.js';

type EventClasses = { readonly [K in DelegateEvent]: new (detail: DelegateEventMap[K]) => CustomEvent<DelegateEventMap[K]> };

/** The event class of each delegate callback. */
const EVENT_CLASSES: EventClasses = {
  onError: TrtcErrorEvent,
  onReject: TrtcRejectEvent,
  onNoResp: TrtcNoRespEvent,
  onLineBusy: TrtcLineBusyEvent,
  onInvited: TrtcInvitedEvent,
  onCallingCancel: TrtcCallingCancelEvent,
  onCallingTimeOut: TrtcCallingTimeOutEvent,
  onUserEnter: TrtcUserEnterEvent,
  onUserLeave: TrtcUserLeaveEvent,
  onUserAudioAvailable: TrtcUserAudioAvailableEvent,
  onUserVideoAvailable: TrtcUserVideoAvailableEvent,
  onUserVoiceVolume: TrtcUserVoiceVolumeEvent,
  onCallEnd: TrtcCallEndEvent,
  onKickedOffline: TrtcKickedOfflineEvent,
  onWarning: TrtcWarningEvent,
  onGroupCallInviteeListUpdate: TrtcGroupCallInviteeListUpdateEvent,
  onCallTypeChanged: TrtcCallTypeChangedEvent,
  onNetworkQuality: TrtcNetworkQualityEvent,
  onConnectionStateChange: TrtcConnectionStateChangeEvent,
  onDeviceChange: TrtcDeviceChangeEvent,
};

/** The DOM event that carries one callback. */
export function eventFor<K extends DelegateEvent>(type: K, params: DelegateEventMap[K]): CustomEvent<DelegateEventMap[K]> {
  return new EVENT_CLASSES[type](params);
}
