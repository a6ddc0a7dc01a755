import { AUDIO_CALL } from './call-state.js';
import { closeCapture, publishOpen } from './captures.js';
import type { CoreCall, IncomingInvite } from './core-state.js';
import { newParticipant, presentOthers } from './participants.js';
import { CONNECT_MS } from './timings.js';
import type { Turn } from './turn.js';

/**
 * Two people who dial each other at the same time get one call. The rule: the invitation of the smaller user id (by
 * code unit) stands, the other side takes its own back and answers. Both settle on audio unless both dialled video.
 *
 * Against a client that does not know the rule: the one who stands keeps the other's invitation in `glare` and answers it
 * should its own come back as busy, so whatever such a client does there is one call or a reason.
 *
 * Only two people who dial nobody else come together this way; otherwise the ordinary busy rule holds.
 *
 * @returns whether the invitation was dealt with
 */
export function onGlare(turn: Turn, call: CoreCall, invite: IncomingInvite, callId: string): boolean {
  const others = presentOthers(call);
  const dialled = call.outgoing.some(({ userIds }) => userIds.includes(invite.inviter));
  if (!dialled || others.length !== 1 || call.connectedAt !== null || call.groupId !== '') return false;
  const held = Object.freeze({ ...invite, type: call.type === AUDIO_CALL ? AUDIO_CALL : invite.type });
  if (turn.state.session.userId > invite.inviter) {
    yieldTo(turn, held, callId);
    return true;
  }
  turn.patchCall({ glare: held, type: held.type });
  if (held.type === AUDIO_CALL) closeCapture(turn, 'camera');
  return true;
}

/** Leaves one's own room for theirs. The caller of `call()` notices nothing but that somebody answered. */
export function yieldTo(turn: Turn, invite: IncomingInvite, callId = `${turn.state.call?.callId ?? ''}+`): void {
  const { call } = turn.state;
  if (!call) return;
  turn.run({ type: 'stop-timers' });
  for (const { inviteId, command } of call.outgoing) {
    turn.run({ type: 'answer', inviteId, answer: { kind: 'cancel', type: call.type } });
    turn.settle(command);
  }
  turn.run({ type: 'room-leave' });
  turn.patchCall({
    callId, phase: 'connecting', role: 'invitee', type: invite.type, roomId: invite.roomId, inviter: invite.inviter, inRoom: false,
    participants: Object.freeze([newParticipant(invite.inviter, 'connecting')]), outgoing: Object.freeze([]), incoming: Object.freeze([invite]), glare: null,
  });
  if (invite.type === AUDIO_CALL) closeCapture(turn, 'camera');
  turn.run({ type: 'answer', inviteId: invite.inviteId, answer: { kind: 'accept', type: invite.type, switching: false } });
  turn.run({ type: 'room-join', callId, roomId: invite.roomId });
  publishOpen(turn);
  turn.run({ type: 'start-timer', timer: { kind: 'connect', id: invite.inviter }, ms: CONNECT_MS });
}
