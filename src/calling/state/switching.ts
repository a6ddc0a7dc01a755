import type { EventOf } from './call-events.js';
import { AUDIO_CALL, VIDEO_CALL, type CallType, type SwitchWish } from './call-state.js';
import { closeCapture, openCapture } from './captures.js';
import type { CoreCall, SwitchRequest } from './core-state.js';
import { presentOthers } from './participants.js';
import { REFUSAL_MS, SWITCH_MS } from './timings.js';
import { failure, type Turn } from './turn.js';

/**
 * Two people change between an audio and a video call by consent of both. Dropping video is agreed to at once, by every
 * client; of adding it the person is asked, unless their own camera is on already. Two who wish the same at the same time
 * have agreed; of two opposite wishes neither is granted, so that both sides stay with what they have.
 */
export function onCommandSwitch(turn: Turn, { command, inviteId, callType }: EventOf<'switch-type'>): void {
  const { call } = turn.state;
  const other = onlyOther(turn);
  if (call?.phase !== 'in-call' || other === undefined) return turn.refuse(command, 'wrong-state');
  const wish = call.switching;
  if (wish?.state === 'asked' && wish.type === callType) return agree(turn, wish, command, callType === VIDEO_CALL);
  if (call.type === callType) {
    if (wish?.state === 'asking') takeBack(turn, wish);
    return turn.settle(command);
  }
  if (wish?.state === 'asking') return turn.refuse(command, 'already-invited');
  ask(turn, call, { state: 'asking', inviteId, type: callType, userId: other, command });
}

/** Whoever answered a video call as an audio call asks for one, now that the other is there. In a group everybody keeps what they have. */
export function askForAudio(turn: Turn): void {
  const { call } = turn.state;
  const other = onlyOther(turn);
  turn.patchCall({ asAudio: false });
  if (call && other !== undefined && call.type === VIDEO_CALL && !call.switching) {
    ask(turn, call, { state: 'asking', inviteId: `${call.callId}-audio`, type: AUDIO_CALL, userId: other, command: 0 });
  }
}

function ask(turn: Turn, { callId, roomId }: CoreCall, wish: SwitchRequest): void {
  setWish(turn, wish, SWITCH_MS);
  turn.run({
    type: 'invite', callId, inviteId: wish.inviteId, userIds: [wish.userId], groupId: '', timeout: SWITCH_MS / 1000,
    invitation: { kind: 'switch', type: wish.type, roomId },
  });
}

/** Our answer to their wish. */
export function onCommandAnswerSwitch(turn: Turn, { command, agree: yes, camera }: EventOf<'answer-switch'>): void {
  const wish = turn.state.call?.switching;
  if (wish?.state !== 'asked') return turn.refuse(command, 'wrong-state');
  if (yes) return agree(turn, wish, command, camera);
  clearWish(turn, wish);
  answer(turn, wish, 'reject');
  turn.settle(command);
}

/** @returns whether the answer belonged to a wish of ours */
export function onSwitchAnswered(turn: Turn, inviteId: string, userId: string, agreed: boolean): boolean {
  const { call } = turn.state;
  const wish = call?.switching;
  if (!call || wish?.inviteId !== inviteId || wish.state !== 'asking') return false;
  if (!presentOthers(call).some((one) => one.userId === userId)) return true;
  if (!agreed) {
    refused(turn, wish, 'refused');
    return true;
  }
  clearWish(turn, wish);
  changeType(turn, wish.type);
  if (wish.type === VIDEO_CALL) openCapture(turn, 'camera');
  turn.settle(wish.command);
  return true;
}

/** The time of a wish, or of the news that it was refused, is over. */
export function onSwitchTimer(turn: Turn, inviteId: string): void {
  const wish = turn.state.call?.switching;
  if (wish?.inviteId !== inviteId) return;
  if (wish.state !== 'asking') return clearWish(turn, wish);
  // Also for a device whose own timer slept: nobody is asked any more.
  turn.run({ type: 'answer', inviteId, answer: { kind: 'cancel', type: wish.type } });
  refused(turn, wish, 'unanswered');
}

export function onSwitchFailed(turn: Turn, event: EventOf<'invite-failed'>): boolean {
  const wish = turn.state.call?.switching;
  if (wish?.inviteId !== event.inviteId) return false;
  clearWish(turn, wish);
  turn.settle(wish.command, event.failure);
  return true;
}

/** The other side asks. Nobody's camera opens by somebody else's wish. */
export function onSwitchAsked(turn: Turn, inviteId: string, inviter: string, { type, roomId }: { readonly type: CallType; readonly roomId: number }): void {
  const { call, devices } = turn.state;
  const theirs: SwitchRequest = { state: 'asked', inviteId, type, userId: inviter, command: 0 };
  const sameRoom = roomId === 0 || roomId === call?.roomId;
  // Who answered as an audio call may be heard saying so before they are seen in the room.
  const isOn = call !== null && (type === AUDIO_CALL ? call.phase !== 'ringing' : call.phase === 'in-call');
  if (!isOn || !sameRoom || onlyOther(turn) !== inviter) return answer(turn, theirs, 'reject');
  const wish = call.switching;
  if (wish?.inviteId === inviteId) return;
  if (wish?.state === 'asking') {
    if (wish.type !== type) return answer(turn, theirs, 'reject');
    answer(turn, theirs, 'accept');
    return void onSwitchAnswered(turn, wish.inviteId, inviter, true);
  }
  if (wish) clearWish(turn, wish);
  if (type === AUDIO_CALL || call.type === type || devices.camera.on) return agree(turn, theirs, 0, false);
  setWish(turn, theirs, SWITCH_MS);
}

/** They took their wish back. @returns whether it was one */
export function onSwitchWithdrawn(turn: Turn, inviteId: string, userId: string): boolean {
  const wish = turn.state.call?.switching;
  if (wish?.state !== 'asked' || wish.inviteId !== inviteId || wish.userId !== userId) return false;
  clearWish(turn, wish);
  return true;
}

/** With a third person in the call nobody is asked any more: what was agreed between two does not hold for three. */
export function reviewSwitch(turn: Turn): void {
  const wish = turn.state.call?.switching;
  if (wish && onlyOther(turn) !== wish.userId) endSwitch(turn);
}

/** Whatever the wish is, it is over; the other side hears so. */
export function endSwitch(turn: Turn): void {
  const wish = turn.state.call?.switching;
  if (!wish) return;
  if (wish.state === 'asking') return takeBack(turn, wish);
  if (wish.state === 'asked') answer(turn, wish, 'reject');
  clearWish(turn, wish);
}

function agree(turn: Turn, wish: SwitchRequest, command: number, camera: boolean): void {
  clearWish(turn, wish);
  answer(turn, wish, 'accept');
  changeType(turn, wish.type);
  if (camera && wish.type === VIDEO_CALL) openCapture(turn, 'camera');
  turn.settle(command);
}

function takeBack(turn: Turn, wish: SwitchRequest): void {
  clearWish(turn, wish);
  turn.run({ type: 'answer', inviteId: wish.inviteId, answer: { kind: 'cancel', type: wish.type } });
  turn.refuse(wish.command, 'aborted');
}

function refused(turn: Turn, wish: SwitchRequest, state: SwitchWish['state']): void {
  setWish(turn, { ...wish, state, command: 0 }, REFUSAL_MS);
  turn.settle(wish.command, failure(wish.type === AUDIO_CALL ? 'switch-to-audio-failed' : 'switch-to-video-failed'));
}

function setWish(turn: Turn, wish: SwitchRequest, ms: number): void {
  turn.patchCall({ switching: Object.freeze(wish) });
  turn.run({ type: 'start-timer', timer: { kind: 'switch', id: wish.inviteId }, ms });
}

function clearWish(turn: Turn, { inviteId }: SwitchRequest): void {
  turn.patchCall({ switching: null });
  turn.run({ type: 'stop-timer', timer: { kind: 'switch', id: inviteId } });
}

function answer(turn: Turn, { inviteId, type }: SwitchRequest, kind: 'accept' | 'reject'): void {
  turn.run({ type: 'answer', inviteId, answer: kind === 'accept' ? { kind, type, switching: true } : { kind, type, busy: false, switching: true } });
}

function changeType(turn: Turn, type: CallType): void {
  if (turn.state.call?.type === type) return;
  turn.patchCall({ type });
  if (type === AUDIO_CALL) closeCapture(turn, 'camera');
  turn.emit('onCallTypeChanged', { type });
}

/** The other of a call of two. */
function onlyOther(turn: Turn): string | undefined {
  const { call } = turn.state;
  const others = call ? presentOthers(call) : [];
  return others.length === 1 ? others[0]?.userId : undefined;
}
