import type { CallType } from '../../src/calling/state/call-state.js';
import { RequestEvent } from './request-event.js';

/** Somebody wants the call to become an audio or a video call; the type that it has takes an open wish back. */
export class TrtcSwitchTypeRequestEvent extends RequestEvent<{ readonly type: CallType }> {
  constructor(type: CallType) { super('trtc-switch-type-request', { type }); }
}

/** Somebody answers the other side's wish to change the call's type. */
export class TrtcSwitchAnswerRequestEvent extends RequestEvent<{ readonly agree: boolean }> {
  constructor(agree: boolean) { super('trtc-switch-answer-request', { agree }); }
}

/** Somebody wants these people in the call, or a call with them. */
export class TrtcInviteRequestEvent extends RequestEvent<{ readonly userIds: readonly string[]; readonly type: CallType }> {
  constructor(userIds: readonly string[], type: CallType) { super('trtc-invite-request', { userIds, type }); }
}

/** Somebody wants to choose people for the call: the picker is about to open. */
export class TrtcPickRequestEvent extends RequestEvent {
  constructor() { super('trtc-pick-request', undefined); }
}

/** Somebody picked one of the people who were talked to before. */
export class TrtcPersonRequestEvent extends RequestEvent<{ readonly userId: string }> {
  constructor(userId: string) { super('trtc-person-request', { userId }); }
}

/** Somebody wants the log of calls emptied. */
export class TrtcClearLogRequestEvent extends RequestEvent {
  constructor() { super('trtc-clear-log-request', undefined); }
}

/** The invitations of a picker are out; it bubbles and leaves shadow roots. */
export class TrtcInviteSentEvent extends CustomEvent<{ readonly userIds: readonly string[] }> {
  constructor(userIds: readonly string[]) { super('trtc-invite-sent', { detail: { userIds }, bubbles: true, composed: true }); }
}

/** The wishes about who is in the call, and of what kind it is. */
export interface FlowRequestEventMap {
  'trtc-switch-type-request': TrtcSwitchTypeRequestEvent;
  'trtc-switch-answer-request': TrtcSwitchAnswerRequestEvent;
  'trtc-invite-request': TrtcInviteRequestEvent;
  'trtc-pick-request': TrtcPickRequestEvent;
  'trtc-person-request': TrtcPersonRequestEvent;
  'trtc-clear-log-request': TrtcClearLogRequestEvent;
  'trtc-invite-sent': TrtcInviteSentEvent;
}
