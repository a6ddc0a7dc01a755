import type { Participant, ParticipantState } from './call-state.js';
import type { CoreCall } from './core-state.js';
import { copyParticipant } from './copies.js';
import { patch, patchList } from './frozen.js';
import { isExpected, isPresent } from './selectors.js';
import type { Turn } from './turn.js';

/** People who are over (declined, left, …) stay for the screen; the oldest go beyond this number. */
const MAX_GONE = 16;

export const newParticipant = (userId: string, state: ParticipantState, inviteId = ''): Participant => Object.freeze({
  userId, state, inviteId, message: '', audio: false, video: false, screen: false, quality: 0, link: 'connecting',
});

export const findParticipant = (call: CoreCall, userId: string): Participant | undefined =>
  call.participants.find((participant) => participant.userId === userId);

/** Everybody who is in the call or may still come. */
export const presentOthers = (call: CoreCall): readonly Participant[] => call.participants.filter(isPresent);

/** Puts people in, each in place of an older entry of the same user. */
export function addParticipants(turn: Turn, added: readonly Participant[]): void {
  const { call } = turn.state;
  if (!call) return;
  const names = new Set(added.map(({ userId }) => userId));
  const kept = call.participants.filter(({ userId }) => !names.has(userId));
  const surplus = new Set(kept.filter((one) => !isPresent(one)).slice(0, -MAX_GONE));
  turn.patchCall({ participants: Object.freeze([...kept.filter((one) => !surplus.has(one)), ...added]) });
}

export function patchParticipant(turn: Turn, userId: string, changes: Partial<Participant>): void {
  const { call } = turn.state;
  if (!call) return;
  turn.patchCall({ participants: patchList(call.participants, (one) => (one.userId === userId ? patch(one, changes, copyParticipant) : one)) });
}

/** Somebody's invitation is over, whatever the reason; it is forgotten when nobody else can answer it. */
export function closeInvite(turn: Turn, userId: string, state: ParticipantState): void {
  const { call } = turn.state;
  if (!call) return;
  const inviteId = findParticipant(call, userId)?.inviteId;
  if (inviteId === undefined) return;
  patchParticipant(turn, userId, { state, inviteId: '' });
  const stillOpen = turn.state.call?.participants.some((one) => one.inviteId === inviteId && isExpected(one) && one.state !== 'connecting');
  if (inviteId === '' || stillOpen) return;
  turn.run({ type: 'stop-timer', timer: { kind: 'ring', id: inviteId } });
  const outgoing = call.outgoing.find((one) => one.inviteId === inviteId);
  if (outgoing) turn.settle(outgoing.command);
  turn.patchCall({ outgoing: Object.freeze(call.outgoing.filter((one) => one.inviteId !== inviteId)) });
}

/** People of an open invitation of ours who have not answered. */
export const pendingOf = (call: CoreCall, inviteId: string): readonly Participant[] =>
  call.participants.filter((one) => one.inviteId === inviteId && (one.state === 'inviting' || one.state === 'ringing'));
