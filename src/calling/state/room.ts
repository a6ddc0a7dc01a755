import type { EventOf } from './call-events.js';
import type { Participant } from './call-state.js';
import { updatePhase } from './dialling.js';
import { durationOf, endCall, endIfAlone } from './ending.js';
import type { CoreCall } from './core-state.js';
import { addParticipants, closeInvite, findParticipant, newParticipant, patchParticipant, presentOthers } from './participants.js';
import { askForAudio, reviewSwitch } from './switching.js';
import { RETURN_AFTER_SILENCE_MS, RETURN_MS } from './timings.js';
import { failure, type Turn } from './turn.js';

/** The call that a room event belongs to, if it is still on and not ringing. */
const callOf = (turn: Turn, callId: string): CoreCall | null => {
  const { call } = turn.state;
  return call?.callId === callId && call.phase !== 'ringing' ? call : null;
};

export function onRoomJoined(turn: Turn, { callId }: EventOf<'room-joined'>): void {
  const call = callOf(turn, callId);
  if (!call) return;
  turn.patchCall({ inRoom: true, acceptCommands: Object.freeze([]) });
  for (const command of call.acceptCommands) turn.settle(command);
}

export function onRoomJoinFailed(turn: Turn, { callId, failure: failed }: EventOf<'room-join-failed'>): void {
  const call = callOf(turn, callId);
  if (!call) return;
  turn.emit('onError', { code: failed.code, msg: failed.desc });
  tellItIsOver(turn, call);
  endCall(turn, 'failed', failed);
}

/** Being in the room is the proof of an answer, also when the answer itself was lost on the way. */
export function onEntered(turn: Turn, { callId, userId, at }: EventOf<'entered' | 'available'>): void {
  const call = callOf(turn, callId);
  if (!call || userId === turn.state.session.userId) return;
  const known = findParticipant(call, userId);
  if (known?.state === 'joined') return onReturned(turn, known);
  turn.run({ type: 'stop-timer', timer: { kind: 'connect', id: userId } });
  if (known && known.inviteId !== '') closeInvite(turn, userId, 'joined');
  addParticipants(turn, [{ ...newParticipant(userId, 'joined') }]);
  turn.patchCall({ connectedAt: call.connectedAt ?? call.talkingSince ?? at, glare: null });
  if (presentOthers(turn.state.call ?? call).length > 1) turn.patchCall({ isGroup: true });
  reviewSwitch(turn);
  updatePhase(turn);
  turn.run({ type: 'fetch-profiles', userIds: [userId] });
  turn.emit('onUserEnter', { userId });
  if (call.asAudio) askForAudio(turn);
}

/** Somebody who vanished is given a while to come back: a reload is no goodbye. */
export function onLeft(turn: Turn, { callId, userId, gone, silence }: EventOf<'left'>): void {
  const call = callOf(turn, callId);
  const one = call && findParticipant(call, userId);
  if (!call || one?.state !== 'joined') return;
  if (!gone) return leave(turn, call, userId, false);
  if (one.audio) turn.emit('onUserAudioAvailable', { userId, available: false });
  if (one.video) turn.emit('onUserVideoAvailable', { userId, available: false });
  patchParticipant(turn, userId, { audio: false, video: false, screen: false, quality: 6, link: 'reconnecting' });
  turn.run({ type: 'start-timer', timer: { kind: 'return', id: userId }, ms: returnTime(silence) });
}

/** Whoever was noticed sooner has more time left. */
const returnTime = (silence = RETURN_AFTER_SILENCE_MS): number =>
  Math.min(RETURN_AFTER_SILENCE_MS, Math.max(RETURN_MS, RETURN_AFTER_SILENCE_MS - silence));

function onReturned(turn: Turn, { userId, link }: Participant): void {
  turn.run({ type: 'stop-timer', timer: { kind: 'return', id: userId } });
  if (link === 'reconnecting') patchParticipant(turn, userId, { link: 'connecting', quality: 0 });
}

export function onReturnTimer(turn: Turn, userId: string): void {
  const { call } = turn.state;
  if (call && findParticipant(call, userId)?.state === 'joined') leave(turn, call, userId, true);
}

function leave(turn: Turn, call: CoreCall, userId: string, gone: boolean): void {
  const { callId } = call;
  turn.run({ type: 'stop-timer', timer: { kind: 'return', id: userId } });
  patchParticipant(turn, userId, { state: 'left', audio: false, video: false, screen: false, quality: 0 });
  turn.emit('onUserLeave', { userId });
  if (presentOthers(turn.state.call ?? call).length > 0) return reviewSwitch(turn);
  // The last one left tells the other that the call is over: clients that miss the room's own word rely on it.
  turn.run({
    type: 'invite', callId, inviteId: `${callId}-end`, userIds: [userId], groupId: call.groupId, timeout: 0,
    invitation: { kind: 'hangup', type: call.type, roomId: call.roomId, duration: durationOf(call, turn.at) },
  });
  endIfAlone(turn, gone ? 'connection-lost' : 'remote-hangup');
}

export function onAvailable(turn: Turn, event: EventOf<'available'>): void {
  const { callId, userId, kind, available } = event;
  // Whoever can be heard or seen is there, even if the word of it comes later.
  if (available) onEntered(turn, event);
  const call = callOf(turn, callId);
  const one = call && findParticipant(call, userId);
  if (!one || one.state !== 'joined' || one[kind] === available) return;
  patchParticipant(turn, userId, { [kind]: available });
  if (kind === 'audio') turn.emit('onUserAudioAvailable', { userId, available });
  else if (kind === 'video') turn.emit('onUserVideoAvailable', { userId, available });
}

export function onQuality(turn: Turn, { callId, userId, quality }: EventOf<'quality'>): void {
  const call = callOf(turn, callId);
  if (!call) return;
  if (userId === '') turn.patchCall({ quality });
  else if (findParticipant(call, userId)?.state === 'joined') patchParticipant(turn, userId, { quality });
  else return;
  turn.emit('onNetworkQuality', { userId, quality });
}

export function onLink(turn: Turn, { callId, userId, state }: EventOf<'link'>): void {
  if (callOf(turn, callId)) patchParticipant(turn, userId, { link: state });
}

export function onRoomConnection(turn: Turn, { callId, state }: EventOf<'room-connection'>): void {
  const call = callOf(turn, callId);
  if (!call) return;
  if (state !== 'lost') {
    const reconnecting = state === 'reconnecting';
    return turn.patchCall({ reconnecting, reconnectingSince: reconnecting ? call.reconnectingSince ?? turn.at : null });
  }
  const failed = failure('network');
  turn.emit('onError', { code: failed.code, msg: failed.desc });
  endCall(turn, 'connection-lost', failed);
}

export function onRoomTrouble(turn: Turn, callId: string, { code, desc }: { readonly code: number; readonly desc: string }): void {
  if (callOf(turn, callId)) turn.emit('onWarning', { code, msg: desc });
}

/** What the browser cannot encode will not be sent by trying again: the device says so. */
export function onPublishFailed(turn: Turn, { callId, kind, failure: failed }: EventOf<'publish-failed'>): void {
  onRoomTrouble(turn, callId, failed);
  if (callOf(turn, callId) && failed.reason === 'no-h264') turn.patchDevice(kind === 'audio' ? 'microphone' : kind === 'video' ? 'camera' : 'screen', { error: failed.code });
}

/** Whoever waits for us in the room after we answered should not wait for a timer. */
export function tellItIsOver(turn: Turn, call: CoreCall): void {
  const waiting = call.role === 'invitee' && call.phase === 'connecting' ? call.participants.filter(({ state }) => state === 'connecting') : [];
  const userIds = waiting.map(({ userId }) => userId);
  if (userIds.length === 0) return;
  turn.run({
    type: 'invite', callId: call.callId, inviteId: `${call.callId}-end`, userIds, groupId: '', timeout: 0,
    invitation: { kind: 'hangup', type: call.type, roomId: call.roomId, duration: 0 },
  });
}
