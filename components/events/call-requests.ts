import type { CallType } from '../../src/calling/state/call-state.js';
import { RequestEvent } from './request-event.js';

/** Somebody wants to call `userIds`, or to add them to the call. `groupId`: the IM group that it is a call of. */
export class TrtcCallRequestEvent extends RequestEvent<{ readonly userIds: readonly string[]; readonly type: CallType; readonly groupId?: string }> {
  constructor(userIds: readonly string[], type: CallType, groupId = '') { super('trtc-call-request', { userIds, type, ...(groupId !== '' && { groupId }) }); }
}

/** Somebody wants to answer; `camera: false` answers a video call with sound only, `asAudio` makes it an audio call. */
export class TrtcAcceptRequestEvent extends RequestEvent<{ readonly camera: boolean; readonly asAudio?: boolean }> {
  constructor(camera: boolean, asAudio = false) { super('trtc-accept-request', asAudio ? { camera, asAudio } : { camera }); }
}

/** Somebody wants to decline; `message` is what the caller is to read, '' for nothing. */
export class TrtcRejectRequestEvent extends RequestEvent<{ readonly message: string }> {
  constructor(message = '') { super('trtc-reject-request', { message }); }
}

/** Somebody wants to hang up, or to cancel while it rings on the other side. */
export class TrtcHangupRequestEvent extends RequestEvent {
  constructor() { super('trtc-hangup-request', undefined); }
}

/** Somebody wants the screen of the ended call to go; `auto`: its five seconds are over. */
export class TrtcDismissRequestEvent extends RequestEvent<{ readonly auto: boolean }> {
  constructor(auto: boolean) { super('trtc-dismiss-request', { auto }); }
}

/** Somebody wants to go back into the call that a reload broke off (`back`), or to leave it. */
export class TrtcReturnRequestEvent extends RequestEvent<{ readonly back: boolean }> {
  constructor(back: boolean) { super('trtc-return-request', { back }); }
}

/** Somebody who was signed out from outside wants to sign in again. */
export class TrtcLoginRequestEvent extends RequestEvent {
  constructor() { super('trtc-login-request', undefined); }
}

/** Somebody wants the call, or the card of an incoming one, small (`minimised`) or back. */
export class TrtcMinimiseRequestEvent extends RequestEvent<{ readonly minimised: boolean }> {
  constructor(minimised: boolean) { super('trtc-minimise-request', { minimised }); }
}

/** The wishes about the call itself. */
export interface CallRequestEventMap {
  'trtc-call-request': TrtcCallRequestEvent;
  'trtc-accept-request': TrtcAcceptRequestEvent;
  'trtc-reject-request': TrtcRejectRequestEvent;
  'trtc-hangup-request': TrtcHangupRequestEvent;
  'trtc-dismiss-request': TrtcDismissRequestEvent;
  'trtc-return-request': TrtcReturnRequestEvent;
  'trtc-login-request': TrtcLoginRequestEvent;
  'trtc-minimise-request': TrtcMinimiseRequestEvent;
}
