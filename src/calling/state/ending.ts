import { SUCCESS } from '../errors.js';
import type { Failure } from './call-events.js';
import type { EndReason, EndedCall } from './call-state.js';
import type { CoreCall } from './core-state.js';
import { closeCapture } from './captures.js';
import { patch } from './frozen.js';
import { presentOthers } from './participants.js';
import { endSwitch } from './switching.js';
import { failure, type Turn } from './turn.js';

/** Whole seconds of conversation. */
export const durationOf = (call: CoreCall, at: number): number =>
  call.connectedAt === null ? 0 : Math.max(0, Math.floor((at - call.connectedAt) / 1000));

/** The one way out of a call. Everything that it took is given back here. */
export function endCall(turn: Turn, reason: EndReason, failed: Failure | null = null): void {
  const { call } = turn.state;
  if (!call) return;
  turn.run({ type: 'stop-timers' });
  for (const { inviteId, command } of call.outgoing) {
    turn.run({ type: 'answer', inviteId, answer: { kind: 'cancel', type: call.type } });
    turn.settle(command, failed ?? failure('aborted'));
  }
  if (call.glare) turn.run({ type: 'answer', inviteId: call.glare.inviteId, answer: { kind: 'reject', type: call.glare.type, busy: true, switching: false } });
  for (const command of call.acceptCommands) turn.settle(command, failed ?? failure('aborted'));
  endSwitch(turn);
  if (call.phase !== 'ringing') turn.run({ type: 'room-leave' });
  else if (turn.state.config.connectWhileRinging) turn.run({ type: 'room-leave' });
  for (const kind of ['microphone', 'camera', 'screen'] as const) closeCapture(turn, kind);
  turn.patchDevice('microphone', { muted: false, error: 0 });
  turn.patchDevice('camera', { error: 0 });

  const duration = durationOf(call, turn.at);
  turn.patch({ call: null, ended: endedCall(call, reason, turn.at, failed?.code ?? SUCCESS) });
  if (call.phase === 'ringing' && reason === 'missed') turn.emit('onCallingTimeOut', {});
  else if (call.phase === 'ringing' && (reason === 'remote-cancel' || reason === 'connection-lost')) turn.emit('onCallingCancel', {});
  else turn.emit('onCallEnd', { duration, reason });
}

/** Another page or device of ours has it. @param nearby a page of this browser */
export function endElsewhere(turn: Turn, reason: 'answered-elsewhere' | 'rejected-elsewhere', nearby: boolean): void {
  endCall(turn, reason);
  if (turn.state.ended) turn.patch({ ended: patch(turn.state.ended, { elsewhere: nearby ? 'page' : 'device' }) });
}

/** Ends the call when nobody else is in it and nobody may still come. */
export function endIfAlone(turn: Turn, reason: EndReason, failed: Failure | null = null): void {
  const { call } = turn.state;
  if (call && presentOthers(call).length === 0) endCall(turn, reason, failed);
}

function endedCall(call: CoreCall, reason: EndReason, endedAt: number, code: number): EndedCall {
  const { callId, role, type, inviter, roomId, isGroup, startedAt } = call;
  const userIds = Object.freeze(call.participants.map(({ userId }) => userId));
  // Of several who declined, the one whose words came last.
  const message = reason === 'remote-reject' ? call.participants.findLast((one) => one.message !== '')?.message ?? '' : '';
  return Object.freeze({
    callId, reason, role, type, inviter, userIds, roomId, isGroup, startedAt, endedAt, message, code, duration: durationOf(call, endedAt), elsewhere: '',
  });
}
