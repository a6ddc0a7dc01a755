import { onAccepted, onAnswerFailed, onCancelled, onIncomingTimer, onRejected, onTimedOut, onVanished } from './answers.js';
import type { CallEvent, Timer } from './call-events.js';
import { onCaptureFailed, onCaptureOpened, onCaptureSilenced, onPermission } from './capture-results.js';
import { onCaptureReplaced, onChooseDevice, onCommandCapture, onMuteMicrophone } from './captures.js';
import type { CoreState } from './core-state.js';
import { noAnswer, onCommandCall, onConnectTimer, onDelivered, onInviteFailed, onInviteSent } from './dialling.js';
import type { Effect } from './effect.js';
import { onCaptureEnded, onDevicesChanged } from './lost-devices.js';
import { onChooseOutput, onOutputFailed, onOutputUsed } from './outputs.js';
import { onCommandAccept, onCommandReject, onInvitation } from './ringing.js';
import { followUp } from './follow-up.js';
import { onCommandReturn, onInterrupted } from './returning.js';
import { onAvailable, onEntered, onLeft, onLink, onPublishFailed, onQuality, onRoomConnection, onRoomJoined, onRoomJoinFailed, onReturnTimer, onRoomTrouble } from './room.js';
import { leaveCall, onCallRefused, onCommandLogin, onCommandLogout, onCommandProfile, onConnection, onDestroy, onKicked, onLoginDone, onLoginFailed, onLogoutDone, onPages, onProfiles, onSignatureExpiring } from './session.js';
import { onCommandAnswerSwitch, onCommandSwitch, onSwitchFailed, onSwitchTimer } from './switching.js';
import { Turn } from './turn.js';
import { onAdjusted, onPreview, onSetProcessing, onSetQuality, onVoice } from './wishes.js';

export interface Reduction {
  /** The same object when nothing changed. */
  readonly state: CoreState;
  /** To be done in this order. */
  readonly effects: readonly Effect[];
}

/** All the rules of a call: what is true after `event`, and what is to be done about it. Pure. */
export function reduce(state: CoreState, event: CallEvent): Reduction {
  const turn = new Turn(state, event.at);
  handle(turn, event);
  followUp(turn, state);
  return turn;
}

function handle(turn: Turn, event: CallEvent): void {
  switch (event.type) {
    case 'login': return onCommandLogin(turn, event);
    case 'logout': return onCommandLogout(turn, event);
    case 'call': return onCommandCall(turn, event);
    case 'accept': return onCommandAccept(turn, event);
    case 'reject': return onCommandReject(turn, event);
    case 'hangup': return leaveCall(turn, 'local-hangup');
    case 'dismiss-ended': return turn.patch({ ended: null });
    case 'return': return onCommandReturn(turn, event);
    case 'forget-call': return turn.patch({ interrupted: null });
    case 'switch-type': return onCommandSwitch(turn, event);
    case 'answer-switch': return onCommandAnswerSwitch(turn, event);
    case 'capture': return onCommandCapture(turn, event);
    case 'choose-device': return onChooseDevice(turn, event);
    case 'preview': return onPreview(turn, event);
    case 'choose-output': return onChooseOutput(turn, event);
    case 'set-processing': return onSetProcessing(turn, event);
    case 'set-quality': return onSetQuality(turn, event);
    case 'mute-microphone': return onMuteMicrophone(turn, event);
    case 'hands-free': turn.patchDevice('speaker', { handsFree: event.on }); return turn.run({ type: 'hands-free', on: event.on });
    case 'set-profile': return onCommandProfile(turn, event);
    case 'destroy': return onDestroy(turn);

    case 'invitation': return onInvitation(turn, event);
    case 'delivered': return onDelivered(turn, event);
    case 'accepted': return onAccepted(turn, event);
    case 'rejected': return onRejected(turn, event);
    case 'cancelled': return onCancelled(turn, event);
    case 'timed-out': return onTimedOut(turn, event);
    case 'vanished': return onVanished(turn, event);
    case 'pages': return onPages(turn, event);
    case 'kicked': return onKicked(turn, event);
    case 'signature-expiring': return onSignatureExpiring(turn);
    case 'connection': return onConnection(turn, event);
    case 'profiles': return onProfiles(turn, event.profiles);

    case 'entered': return onEntered(turn, event);
    case 'left': return onLeft(turn, event);
    case 'available': return onAvailable(turn, event);
    case 'quality': return onQuality(turn, event);
    case 'link': return onLink(turn, event);
    case 'room-connection': return onRoomConnection(turn, event);
    case 'room-error': return onRoomTrouble(turn, event.callId, event.failure);

    case 'login-done': return onLoginDone(turn, event);
    case 'login-failed': return onLoginFailed(turn, event);
    case 'logout-done': return onLogoutDone(turn, event);
    case 'invite-sent': return onInviteSent(turn, event);
    case 'invite-failed': return void (onSwitchFailed(turn, event) || onInviteFailed(turn, event));
    case 'call-refused': return onCallRefused(turn, event);
    case 'answer-failed': return onAnswerFailed(turn, event);
    case 'room-joined': return onRoomJoined(turn, event);
    case 'room-join-failed': return onRoomJoinFailed(turn, event);
    case 'publish-failed': return onPublishFailed(turn, event);
    case 'capture-opened': return onCaptureOpened(turn, event);
    case 'capture-failed': return onCaptureFailed(turn, event);
    case 'capture-adjusted': return onAdjusted(turn, event);
    case 'capture-replaced': return onCaptureReplaced(turn, event);
    case 'output-used': return onOutputUsed(turn, event);
    case 'output-failed': return onOutputFailed(turn, event);
    case 'interrupted': return onInterrupted(turn, event.interrupted);
    case 'profile-failed': return turn.emit('onWarning', { code: event.failure.code, msg: event.failure.desc });

    case 'capture-ended': return onCaptureEnded(turn, event);
    case 'capture-silenced': return onCaptureSilenced(turn, event);
    case 'permission': return onPermission(turn, event);
    case 'voice': return onVoice(turn, event);
    case 'devices-changed': return onDevicesChanged(turn, event);
    case 'speaker': return turn.patchDevice('speaker', { deviceId: event.deviceId, muted: event.muted });
    case 'sound-blocked': return turn.patchDevice('speaker', { blocked: event.blocked });
    case 'timer': return onTimer(turn, event.timer);
    default: event satisfies never;
  }
}

function onTimer(turn: Turn, { kind, id }: Timer): void {
  switch (kind) {
    case 'ring': return noAnswer(turn, id);
    case 'incoming': return onIncomingTimer(turn, id);
    case 'connect': return onConnectTimer(turn, id);
    case 'switch': return onSwitchTimer(turn, id);
    case 'return': return onReturnTimer(turn, id);
    default: kind satisfies never;
  }
}
