import type { DelegateEventMap } from '../../src/calling/delegate.js';
import { CallingEvent } from './delegate-event.js';

/** Something failed: `code` and `msg` are in the table of error codes. */
export class TrtcErrorEvent extends CallingEvent<'onError'> {
  constructor(detail: DelegateEventMap['onError']) { super('onError', detail); }
}

/** An invitee declined. */
export class TrtcRejectEvent extends CallingEvent<'onReject'> {
  constructor(detail: DelegateEventMap['onReject']) { super('onReject', detail); }
}

/** An invitee did not answer in time. */
export class TrtcNoRespEvent extends CallingEvent<'onNoResp'> {
  constructor(detail: DelegateEventMap['onNoResp']) { super('onNoResp', detail); }
}

/** An invitee is in another call. */
export class TrtcLineBusyEvent extends CallingEvent<'onLineBusy'> {
  constructor(detail: DelegateEventMap['onLineBusy']) { super('onLineBusy', detail); }
}

/** Somebody calls. Cancelable: `preventDefault()` stops the built-in incoming screens. */
export class TrtcInvitedEvent extends CallingEvent<'onInvited'> {
  constructor(detail: DelegateEventMap['onInvited']) { super('onInvited', detail, true); }
}

/** The inviter cancelled before an answer. */
export class TrtcCallingCancelEvent extends CallingEvent<'onCallingCancel'> {
  constructor(detail: DelegateEventMap['onCallingCancel']) { super('onCallingCancel', detail); }
}

/** The invitation here ran out. */
export class TrtcCallingTimeOutEvent extends CallingEvent<'onCallingTimeOut'> {
  constructor(detail: DelegateEventMap['onCallingTimeOut']) { super('onCallingTimeOut', detail); }
}

/** Somebody came into the call. */
export class TrtcUserEnterEvent extends CallingEvent<'onUserEnter'> {
  constructor(detail: DelegateEventMap['onUserEnter']) { super('onUserEnter', detail); }
}

/** Somebody left the call. */
export class TrtcUserLeaveEvent extends CallingEvent<'onUserLeave'> {
  constructor(detail: DelegateEventMap['onUserLeave']) { super('onUserLeave', detail); }
}

/** Somebody turned their microphone on or off. */
export class TrtcUserAudioAvailableEvent extends CallingEvent<'onUserAudioAvailable'> {
  constructor(detail: DelegateEventMap['onUserAudioAvailable']) { super('onUserAudioAvailable', detail); }
}

/** Somebody turned their camera on or off. */
export class TrtcUserVideoAvailableEvent extends CallingEvent<'onUserVideoAvailable'> {
  constructor(detail: DelegateEventMap['onUserVideoAvailable']) { super('onUserVideoAvailable', detail); }
}

/** How loud everybody is, 0 to 100, several times a second. */
export class TrtcUserVoiceVolumeEvent extends CallingEvent<'onUserVoiceVolume'> {
  constructor(detail: DelegateEventMap['onUserVoiceVolume']) { super('onUserVoiceVolume', detail); }
}

/** The call is over, with its duration in seconds and its reason. */
export class TrtcCallEndEvent extends CallingEvent<'onCallEnd'> {
  constructor(detail: DelegateEventMap['onCallEnd']) { super('onCallEnd', detail); }
}

/** The callbacks that the TRTCCalling document names. */
export interface DocumentedEventMap {
  'trtc-error': TrtcErrorEvent;
  'trtc-reject': TrtcRejectEvent;
  'trtc-no-resp': TrtcNoRespEvent;
  'trtc-line-busy': TrtcLineBusyEvent;
  'trtc-invited': TrtcInvitedEvent;
  'trtc-calling-cancel': TrtcCallingCancelEvent;
  'trtc-calling-timeout': TrtcCallingTimeOutEvent;
  'trtc-user-enter': TrtcUserEnterEvent;
  'trtc-user-leave': TrtcUserLeaveEvent;
  'trtc-user-audio-available': TrtcUserAudioAvailableEvent;
  'trtc-user-video-available': TrtcUserVideoAvailableEvent;
  'trtc-user-voice-volume': TrtcUserVoiceVolumeEvent;
  'trtc-call-end': TrtcCallEndEvent;
}
