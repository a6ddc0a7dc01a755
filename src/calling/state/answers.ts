import type { EventOf } from './call-events.js';
import type { CoreCall, IncomingInvite } from './core-state.js';
import { noAnswer, updatePhase } from './dialling.js';
import { endCall, endElsewhere, endIfAlone } from './ending.js';
import { yieldTo } from './glare.js';
import { closeInvite, findParticipant, patchParticipant, pendingOf } from './participants.js';
import { onSwitchAnswered, onSwitchTimer, onSwitchWithdrawn } from './switching.js';
import { CONNECT_MS } from './timings.js';
import { failure, type Turn } from './turn.js';

/** What came back on an invitation. Anything from somebody who was not invited falls through. */
export function onAccepted(turn: Turn, event: EventOf<'accepted'>): void {
  const { call, session } = turn.state;
  if (!call) return;
  if (onSwitchAnswered(turn, event.inviteId, event.userId, true)) return;
  if (event.userId === session.userId) return onAnsweredElsewhere(turn, event, 'answered-elsewhere');
  if (!pendingOf(call, event.inviteId).some(({ userId }) => userId === event.userId)) return;
  closeInvite(turn, event.userId, 'connecting');
  turn.patchCall({ glare: null });
  turn.run({ type: 'start-timer', timer: { kind: 'connect', id: event.userId }, ms: CONNECT_MS });
  updatePhase(turn);
}

export function onRejected(turn: Turn, event: EventOf<'rejected'>): void {
  const { call, session } = turn.state;
  if (!call) return;
  if (onSwitchAnswered(turn, event.inviteId, event.userId, false)) return;
  if (event.userId === session.userId) return onAnsweredElsewhere(turn, event, 'rejected-elsewhere');
  if (!pendingOf(call, event.inviteId).some(({ userId }) => userId === event.userId)) return;
  if (event.busy && call.glare?.inviter === event.userId) return yieldTo(turn, call.glare);
  closeInvite(turn, event.userId, event.busy ? 'busy' : 'declined');
  if (event.busy) turn.emit('onLineBusy', { userId: event.userId });
  else onDeclined(turn, event.userId, event.message);
  endIfAlone(turn, event.busy ? 'busy' : 'remote-reject');
}

function onDeclined(turn: Turn, userId: string, message: string): void {
  patchParticipant(turn, userId, { message });
  turn.emit('onReject', message === '' ? { userId } : { userId, message });
}

export function onTimedOut(turn: Turn, { inviteId, userIds }: EventOf<'timed-out'>): void {
  if (turn.state.call?.switching?.inviteId === inviteId) return onSwitchTimer(turn, inviteId);
  noAnswer(turn, inviteId, userIds);
  if (turn.state.call && userIds.includes(turn.state.session.userId)) onIncomingTimer(turn, inviteId);
}

/** The inviter takes the invitation back. Also after we answered, as long as nobody came. */
export function onCancelled(turn: Turn, { inviteId, userId }: EventOf<'cancelled'>): void {
  withdraw(turn, inviteId, userId, 'remote-cancel');
}

/** A person of an open invitation is gone with all their devices. */
export function onVanished(turn: Turn, { inviteId, userId }: EventOf<'vanished'>): void {
  const { call } = turn.state;
  const one = call && findParticipant(call, userId);
  if (one?.inviteId === inviteId && one.state === 'ringing') return patchParticipant(turn, userId, { state: 'inviting' });
  withdraw(turn, inviteId, userId, 'connection-lost');
}

function withdraw(turn: Turn, inviteId: string, userId: string, reason: 'remote-cancel' | 'connection-lost'): void {
  const { call } = turn.state;
  if (!call || onSwitchWithdrawn(turn, inviteId, userId)) return;
  if (call.glare?.inviteId === inviteId && call.glare.inviter === userId) return turn.patchCall({ glare: null });
  const invite = call.incoming.find((one) => one.inviteId === inviteId && one.inviter === userId);
  if (!invite || call.connectedAt !== null) return;
  if (!dropIncoming(turn, call, invite)) endCall(turn, reason);
}

/** Takes one of several invitations away. @returns false when it was the last: then the call is over */
function dropIncoming(turn: Turn, call: CoreCall, gone: IncomingInvite): boolean {
  const incoming = call.incoming.filter((one) => one !== gone);
  const [first] = incoming;
  if (!first) return false;
  const stillInvites = incoming.some(({ inviter }) => inviter === gone.inviter);
  turn.patchCall({
    incoming: Object.freeze(incoming),
    inviter: stillInvites ? call.inviter : first.inviter,
    participants: stillInvites ? call.participants : Object.freeze(call.participants.filter(({ userId }) => userId !== gone.inviter)),
  });
  return true;
}

/** Another page or device of ours answered this invitation, or was faster than the answer here: this one is over. */
function onAnsweredElsewhere(turn: Turn, { inviteId, nearby = false }: { readonly inviteId: string; readonly nearby?: boolean }, reason: 'answered-elsewhere' | 'rejected-elsewhere'): void {
  const { call } = turn.state;
  const isOpen = call?.phase === 'ringing' || (call?.role === 'invitee' && call.phase === 'connecting');
  if (isOpen && call.incoming.some((one) => one.inviteId === inviteId)) endElsewhere(turn, reason, nearby);
}

export function onIncomingTimer(turn: Turn, inviteId: string): void {
  const { call } = turn.state;
  const invite = call?.incoming.find((one) => one.inviteId === inviteId);
  if (call?.phase === 'ringing' && invite && !dropIncoming(turn, call, invite)) endCall(turn, 'missed');
}

/** An answer of ours did not go out. The call goes on: the room is what joins people, and a timer bounds the wait. */
export function onAnswerFailed(turn: Turn, { failure: failed }: EventOf<'answer-failed'>): void {
  if (turn.state.session.phase !== 'logged-in' || failed.reason === 'aborted') return;
  const { code, desc } = failed.reason === 'internal' ? failure('network') : failed;
  turn.emit('onWarning', { code, msg: desc });
}
