import type { DelegateEventMap } from '../../src/calling/delegate.js';
import { CallingEvent } from './delegate-event.js';

/** The service ended the session. */
export class TrtcKickedOfflineEvent extends CallingEvent<'onKickedOffline'> {
  constructor(detail: DelegateEventMap['onKickedOffline']) { super('onKickedOffline', detail); }
}

/** Something is not as wished, and the call goes on. */
export class TrtcWarningEvent extends CallingEvent<'onWarning'> {
  constructor(detail: DelegateEventMap['onWarning']) { super('onWarning', detail); }
}

/** The invited people of a group call changed. */
export class TrtcGroupCallInviteeListUpdateEvent extends CallingEvent<'onGroupCallInviteeListUpdate'> {
  constructor(detail: DelegateEventMap['onGroupCallInviteeListUpdate']) { super('onGroupCallInviteeListUpdate', detail); }
}

/** The call became an audio or a video call. */
export class TrtcCallTypeChangedEvent extends CallingEvent<'onCallTypeChanged'> {
  constructor(detail: DelegateEventMap['onCallTypeChanged']) { super('onCallTypeChanged', detail); }
}

/** Somebody’s network quality changed; 0 unknown, 1 excellent to 6 down. */
export class TrtcNetworkQualityEvent extends CallingEvent<'onNetworkQuality'> {
  constructor(detail: DelegateEventMap['onNetworkQuality']) { super('onNetworkQuality', detail); }
}

/** The connection to the signalling service changed. */
export class TrtcConnectionStateChangeEvent extends CallingEvent<'onConnectionStateChange'> {
  constructor(detail: DelegateEventMap['onConnectionStateChange']) { super('onConnectionStateChange', detail); }
}

/** A device was plugged in or out. */
export class TrtcDeviceChangeEvent extends CallingEvent<'onDeviceChange'> {
  constructor(detail: DelegateEventMap['onDeviceChange']) { super('onDeviceChange', detail); }
}

/** The callbacks beyond the document. */
export interface FurtherEventMap {
  'trtc-kicked-offline': TrtcKickedOfflineEvent;
  'trtc-warning': TrtcWarningEvent;
  'trtc-group-call-invitee-list-update': TrtcGroupCallInviteeListUpdateEvent;
  'trtc-call-type-changed': TrtcCallTypeChangedEvent;
  'trtc-network-quality': TrtcNetworkQualityEvent;
  'trtc-connection-state-change': TrtcConnectionStateChangeEvent;
  'trtc-device-change': TrtcDeviceChangeEvent;
}
