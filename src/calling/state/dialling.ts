import type { EventOf } from './call-events.js';
import type { CoreCall, OutgoingInvite } from './core-state.js';
import { VIDEO_CALL } from './call-state.js';
import { openCapture } from './captures.js';
import { endIfAlone } from './ending.js';
import { addParticipants, closeInvite, findParticipant, newParticipant, patchParticipant, pendingOf, presentOthers } from './participants.js';
import { isPresent } from './selectors.js';
import { reviewSwitch } from './switching.js';
import { RING_GRACE_MS } from './timings.js';
import { failure, type Turn } from './turn.js';

export function onCommandCall(turn: Turn, event: EventOf<'call'>): void {
  const { session, call, config } = turn.state;
  const names = event.invites.flatMap(({ userIds }) => userIds);
  if (session.phase !== 'logged-in') return turn.refuse(event.command, 'not-logged-in');
  if (names.includes(session.userId)) return turn.refuse(event.command, 'own-user-id');
  if (call?.phase === 'ringing') return turn.refuse(event.command, 'busy');
  if (session.busyElsewhere) return turn.refuse(event.command, 'in-another-page');
  const present = new Set(call ? presentOthers(call).map(({ userId }) => userId) : []);
  if (names.every((userId) => present.has(userId))) return turn.refuse(event.command, 'already-invited');
  const invites = event.invites
    .map(({ inviteId, userIds }) => ({ inviteId, userIds: userIds.filter((userId) => !present.has(userId)) }))
    .filter(({ userIds }) => userIds.length > 0);
  if (present.size + invites.reduce((sum, { userIds }) => sum + userIds.length, 0) > config.maxOthers) return turn.refuse(event.command, 'call-full');
  if (!call) startCall(turn, event, names.length > 1);
  sendInvites(turn, { ...event, invites });
}

function startCall(turn: Turn, event: EventOf<'call'>, isGroup: boolean): void {
  const { callId, roomId, callType, groupId, at } = event;
  const call: CoreCall = Object.freeze({
    callId, roomId, groupId, phase: 'dialling', role: 'inviter', type: callType, inviter: turn.state.session.userId,
    isGroup: isGroup || groupId !== '', participants: Object.freeze([]), startedAt: at, connectedAt: null, inRoom: false, reconnecting: false, reconnectingSince: null, quality: 0,
    outgoing: Object.freeze([]), incoming: Object.freeze([]), glare: null, acceptCommands: Object.freeze([]), switching: null, asAudio: false, talkingSince: null,
  });
  turn.patch({ call, ended: null, interrupted: null });
  turn.run({ type: 'room-join', callId, roomId });
}

function sendInvites(turn: Turn, event: EventOf<'call'>): void {
  const { call, config } = turn.state;
  if (!call) return;
  const outgoing: OutgoingInvite[] = event.invites.map(({ inviteId, userIds }) => Object.freeze({ inviteId, userIds, command: event.command }));
  addParticipants(turn, outgoing.flatMap(({ inviteId, userIds }) => userIds.map((userId) => newParticipant(userId, 'inviting', inviteId))));
  const everybody = outgoing.flatMap(({ userIds }) => userIds);
  const isGroup = call.isGroup || presentOthers(turn.state.call ?? call).length > 1;
  turn.patchCall({ outgoing: Object.freeze([...call.outgoing, ...outgoing]), isGroup });
  reviewSwitch(turn);
  for (const { inviteId, userIds } of outgoing) {
    const invitation = { kind: 'call', type: event.callType, roomId: call.roomId, userIds: everybody } as const;
    turn.run({ type: 'invite', callId: call.callId, inviteId, userIds, groupId: event.groupId || call.groupId, timeout: config.ringTimeout, invitation });
    turn.run({ type: 'start-timer', timer: { kind: 'ring', id: inviteId }, ms: config.ringTimeout * 1000 + RING_GRACE_MS });
  }
  turn.run({ type: 'fetch-profiles', userIds: everybody });
  openCapture(turn, 'microphone');
  if (call.participants.length === 0 && event.callType === VIDEO_CALL) openCapture(turn, 'camera');
  if (isGroup) announceInvitees(turn);
}

export function announceInvitees(turn: Turn): void {
  const { call } = turn.state;
  if (call) turn.emit('onGroupCallInviteeListUpdate', { userIds: call.participants.filter(isPresent).map(({ userId }) => userId) });
}

export function onInviteSent(turn: Turn, { callId, inviteId }: EventOf<'invite-sent'>): void {
  const { call } = turn.state;
  if (call?.callId !== callId) return;
  const outgoing = call.outgoing.map((one) => {
    if (one.inviteId !== inviteId) return one;
    turn.settle(one.command);
    return Object.freeze({ ...one, command: 0 });
  });
  turn.patchCall({ outgoing: Object.freeze(outgoing) });
}

export function onInviteFailed(turn: Turn, { callId, inviteId, failure: failed }: EventOf<'invite-failed'>): void {
  const { call } = turn.state;
  const lost = call?.outgoing.find((one) => one.inviteId === inviteId);
  if (call?.callId !== callId || !lost) return;
  // One command may have sent several invitations: it failed only when all of them did.
  const shared = call.outgoing.some((one) => one.command === lost.command && one !== lost);
  if (!shared) turn.settle(lost.command, failed);
  turn.patchCall({ outgoing: Object.freeze(call.outgoing.map((one) => (one === lost ? Object.freeze({ ...one, command: 0 }) : one))) });
  turn.emit('onError', { code: failed.code, msg: failed.desc });
  for (const { userId } of pendingOf(call, inviteId)) closeInvite(turn, userId, 'failed');
  endIfAlone(turn, 'failed', failed);
}

export function onDelivered(turn: Turn, { inviteId, userId }: EventOf<'delivered'>): void {
  const { call } = turn.state;
  const one = call && findParticipant(call, userId);
  if (one?.inviteId === inviteId && one.state === 'inviting') patchParticipant(turn, userId, { state: 'ringing' });
}

/** Our own timer, or the word of the service: these people did not answer. */
export function noAnswer(turn: Turn, inviteId: string, userIds?: readonly string[]): void {
  const { call } = turn.state;
  if (!call?.outgoing.some((one) => one.inviteId === inviteId)) return;
  const silent = pendingOf(call, inviteId).filter(({ userId }) => !userIds || userIds.includes(userId));
  if (silent.length === 0) return;
  // Also stops a device whose own timer slept.
  if (!userIds) turn.run({ type: 'answer', inviteId, answer: { kind: 'cancel', type: call.type } });
  for (const { userId } of silent) {
    closeInvite(turn, userId, 'no-answer');
    turn.emit('onNoResp', { userId });
  }
  endIfAlone(turn, 'no-answer');
}

/** Answered, but never came into the room. */
export function onConnectTimer(turn: Turn, userId: string): void {
  const { call } = turn.state;
  if (!call || findParticipant(call, userId)?.state !== 'connecting') return;
  const failed = failure('peer-unreachable');
  closeInvite(turn, userId, 'failed');
  turn.emit('onError', { code: failed.code, msg: `${failed.desc} (${userId})` });
  updatePhase(turn);
  endIfAlone(turn, 'connection-lost', failed);
}

/** dialling ⇄ connecting → in-call, told from who is where. */
export function updatePhase(turn: Turn): void {
  const { call } = turn.state;
  if (!call || call.phase === 'ringing') return;
  if (call.connectedAt !== null) return turn.patchCall({ phase: 'in-call' });
  const answered = call.role === 'invitee' || call.participants.some(({ state }) => state === 'connecting');
  turn.patchCall({ phase: answered ? 'connecting' : 'dialling' });
}
