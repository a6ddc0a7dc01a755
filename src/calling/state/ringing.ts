import type { EventOf } from './call-events.js';
import { VIDEO_CALL } from './call-state.js';
import { closeCapture, openCapture, publishOpen } from './captures.js';
import type { CoreCall, IncomingInvite } from './core-state.js';
import { endCall } from './ending.js';
import { onGlare } from './glare.js';
import { addParticipants, findParticipant, newParticipant, patchParticipant, presentOthers } from './participants.js';
import { onSwitchAsked } from './switching.js';
import { CONNECT_MS, MAX_RING_MS } from './timings.js';
import type { Turn } from './turn.js';

/** So many people of one room may make one call ring, as many as a call can hold; whoever floods fills no memory. */
const MAX_INCOMING = 32;

/** Sorts an invitation before anything rings: a call, the word that one is over, or a wish to change its type. */
export function onInvitation(turn: Turn, event: EventOf<'invitation'>): void {
  const { session, call } = turn.state;
  if (session.phase !== 'logged-in' || event.inviter === session.userId) return;
  const { signal } = event;
  if (signal.kind === 'hangup') return onHangupSignal(turn, event.inviter, signal.roomId);
  // The page that is in the call answers, also that it is busy.
  if (!call && session.busyElsewhere) return undefined;
  if (signal.kind === 'switch') return onSwitchAsked(turn, event.inviteId, event.inviter, signal);
  const invite: IncomingInvite = Object.freeze({ inviteId: event.inviteId, inviter: event.inviter, roomId: signal.roomId, type: signal.type });
  if (!call) return ring(turn, event, invite);
  if (call.incoming.some((one) => one.inviteId === invite.inviteId)) return;
  if (call.roomId === invite.roomId && call.incoming.length < MAX_INCOMING) return joinInvitations(turn, call, invite, event.ringMs);
  if (onGlare(turn, call, invite, event.callId)) return;
  if (call.phase === 'ringing' && call.incoming.every((one) => one.inviter === invite.inviter)) {
    // One person has one call: a second invitation of theirs means that the first is over (a reload, a crash).
    endCall(turn, 'remote-cancel');
    return ring(turn, event, invite);
  }
  turn.run({ type: 'answer', inviteId: invite.inviteId, answer: { kind: 'reject', type: invite.type, busy: true, switching: false } });
}

function ring(turn: Turn, event: EventOf<'invitation'>, invite: IncomingInvite): void {
  const { session } = turn.state;
  const named = event.signal.kind === 'call' ? [...event.signal.userIds, ...event.invitees] : event.invitees;
  const userIds = [...new Set(named)].filter((userId) => userId !== session.userId && userId !== invite.inviter);
  const isGroup = userIds.length > 0 || event.groupId !== '';
  const call: CoreCall = Object.freeze({
    callId: event.callId, phase: 'ringing', role: 'invitee', type: invite.type, roomId: invite.roomId, inviter: invite.inviter,
    groupId: event.groupId, isGroup, participants: Object.freeze([newParticipant(invite.inviter, 'connecting')]), startedAt: event.at,
    connectedAt: null, inRoom: false, reconnecting: false, reconnectingSince: null, quality: 0, outgoing: Object.freeze([]), incoming: Object.freeze([invite]), glare: null,
    acceptCommands: Object.freeze([]), switching: null, asAudio: false, talkingSince: null,
  });
  turn.patch({ call, ended: null, interrupted: null });
  startRinging(turn, invite, event.ringMs);
  if (turn.state.config.connectWhileRinging) turn.run({ type: 'room-prepare', roomId: invite.roomId });
  turn.run({ type: 'fetch-profiles', userIds: [invite.inviter, ...userIds] });
  turn.emit('onInvited', { sponsor: invite.inviter, userIds, isFromGroup: isGroup, type: invite.type });
}

/** A second person of the same room invites: one answer goes to both. In the room already, the answer is yes. */
function joinInvitations(turn: Turn, call: CoreCall, invite: IncomingInvite, ringMs: number): void {
  if (call.phase !== 'ringing') {
    turn.run({ type: 'answer', inviteId: invite.inviteId, answer: { kind: 'accept', type: invite.type, switching: false } });
    return;
  }
  turn.patchCall({ incoming: Object.freeze([...call.incoming, invite]) });
  addParticipants(turn, [newParticipant(invite.inviter, 'connecting')]);
  startRinging(turn, invite, ringMs);
}

/** For as long as the inviter waits; where nobody says, for as long as one would wait oneself. */
function startRinging(turn: Turn, { inviteId }: IncomingInvite, ringMs: number): void {
  const ms = ringMs > 0 ? Math.min(ringMs, MAX_RING_MS) : turn.state.config.ringTimeout * 1000;
  turn.run({ type: 'start-timer', timer: { kind: 'incoming', id: inviteId }, ms });
}

export function onCommandAccept(turn: Turn, { command, camera, asAudio = false }: EventOf<'accept'>): void {
  const { call, devices } = turn.state;
  if (!call || call.role !== 'invitee') return turn.refuse(command, 'wrong-state');
  if (call.phase !== 'ringing') {
    // A second click on "answer" gets the first one's outcome.
    if (call.inRoom) return turn.settle(command);
    return turn.patchCall({ acceptCommands: Object.freeze([...call.acceptCommands, command]) });
  }
  turn.patchCall({ phase: 'connecting', acceptCommands: Object.freeze([command]), asAudio: asAudio && call.type === VIDEO_CALL });
  turn.run({ type: 'stop-timers' });
  for (const { inviteId, type } of call.incoming) turn.run({ type: 'answer', inviteId, answer: { kind: 'accept', type, switching: false } });
  turn.run({ type: 'room-join', callId: call.callId, roomId: call.roomId });
  publishOpen(turn);
  for (const { userId } of call.participants) turn.run({ type: 'start-timer', timer: { kind: 'connect', id: userId }, ms: CONNECT_MS });
  openCapture(turn, 'microphone');
  if (call.type === VIDEO_CALL && camera && !asAudio) openCapture(turn, 'camera');
  else if (devices.camera.on || devices.camera.pending) closeCapture(turn, 'camera');
}

export function onCommandReject(turn: Turn, { command, message }: EventOf<'reject'>): void {
  const { call } = turn.state;
  if (call?.phase !== 'ringing') return turn.refuse(command, 'wrong-state');
  for (const { inviteId, type } of call.incoming) {
    turn.run({ type: 'answer', inviteId, answer: { kind: 'reject', type, busy: false, switching: false, message } });
  }
  endCall(turn, 'local-reject');
  turn.settle(command);
}

/** "The call is over", from the last one who was left. It counts only from somebody who shares this call. */
function onHangupSignal(turn: Turn, inviter: string, roomId: number): void {
  const { call } = turn.state;
  if (!call || (roomId !== 0 && roomId !== call.roomId)) return;
  const one = findParticipant(call, inviter);
  if (call.phase === 'ringing') {
    if (call.inviter === inviter) endCall(turn, 'remote-cancel');
    return;
  }
  if (one?.state !== 'joined' && one?.state !== 'connecting') return;
  // With others in the call the room itself tells who left.
  if (presentOthers(call).length > 1) return;
  patchParticipant(turn, inviter, { state: 'left', audio: false, video: false, screen: false });
  if (one.state === 'joined') turn.emit('onUserLeave', { userId: inviter });
  endCall(turn, 'remote-hangup');
}
