import type { EventOf } from './call-events.js';
import { AUDIO_CALL, VIDEO_CALL, type CallType } from './call-state.js';
import { closeCapture, openCapture } from './captures.js';
import { presentOthers } from './participants.js';
import { SWITCH_MS } from './timings.js';
import { failure, type Turn } from './turn.js';

/** Asks the other one of two to drop video or to add it. The change happens when they agree. */
export function onCommandSwitch(turn: Turn, { command, inviteId, callType }: EventOf<'switch-type'>): void {
  const { call } = turn.state;
  const others = call ? presentOthers(call) : [];
  const [other] = others;
  if (call?.phase !== 'in-call' || others.length !== 1 || !other) return turn.refuse(command, 'wrong-state');
  if (call.type === callType) return turn.settle(command);
  if (call.switching) return turn.refuse(command, 'already-invited');
  turn.patchCall({ switching: Object.freeze({ inviteId, type: callType, command }) });
  turn.run({
    type: 'invite', callId: call.callId, inviteId, userIds: [other.userId], groupId: '', timeout: SWITCH_MS / 1000,
    invitation: { kind: 'switch', type: callType, roomId: call.roomId },
  });
  turn.run({ type: 'start-timer', timer: { kind: 'switch', id: inviteId }, ms: SWITCH_MS });
}

/** @returns whether the answer belonged to a wish of ours */
export function onSwitchAnswered(turn: Turn, inviteId: string, userId: string, agreed: boolean): boolean {
  const { call } = turn.state;
  const request = call?.switching;
  if (!call || request?.inviteId !== inviteId) return false;
  if (!presentOthers(call).some((one) => one.userId === userId)) return true;
  turn.patchCall({ switching: null });
  turn.run({ type: 'stop-timer', timer: { kind: 'switch', id: inviteId } });
  if (agreed) {
    changeType(turn, request.type);
    if (request.type === VIDEO_CALL) openCapture(turn, 'camera');
  }
  turn.settle(request.command, agreed ? null : refusal(request.type));
  return true;
}

export function onSwitchTimer(turn: Turn, inviteId: string): void {
  const request = turn.state.call?.switching;
  if (request?.inviteId !== inviteId) return;
  turn.patchCall({ switching: null });
  turn.settle(request.command, refusal(request.type));
}

export function onSwitchFailed(turn: Turn, event: EventOf<'invite-failed'>): boolean {
  const request = turn.state.call?.switching;
  if (request?.inviteId !== event.inviteId) return false;
  turn.patchCall({ switching: null });
  turn.run({ type: 'stop-timer', timer: { kind: 'switch', id: event.inviteId } });
  turn.settle(request.command, event.failure);
  return true;
}

/**
 * The other side asks. Dropping video is agreed at once; adding it too, but nobody's camera opens by somebody else's wish:
 * here it stays off until it is turned on here.
 */
export function onSwitchAsked(turn: Turn, inviteId: string, inviter: string, { type, roomId }: { readonly type: CallType; readonly roomId: number }): void {
  const { call } = turn.state;
  const others = call ? presentOthers(call) : [];
  const sameRoom = roomId === 0 || roomId === call?.roomId;
  const agreed = call?.phase === 'in-call' && sameRoom && others.length === 1 && others[0]?.userId === inviter;
  if (!agreed) {
    turn.run({ type: 'answer', inviteId, answer: { kind: 'reject', type, busy: false, switching: true } });
    return;
  }
  turn.run({ type: 'answer', inviteId, answer: { kind: 'accept', type, switching: true } });
  changeType(turn, type);
}

function changeType(turn: Turn, type: CallType): void {
  if (turn.state.call?.type === type) return;
  turn.patchCall({ type });
  if (type === AUDIO_CALL) closeCapture(turn, 'camera');
  turn.emit('onCallTypeChanged', { type });
}

const refusal = (type: CallType) => failure(type === AUDIO_CALL ? 'switch-to-audio-failed' : 'switch-to-video-failed');
