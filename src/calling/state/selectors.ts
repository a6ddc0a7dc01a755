import type { ActiveCall, CallPhase, CallSnapshot, Participant, UserProfile } from './call-state.js';

/** Where the call is, `idle` included. */
export const selectPhase = (snapshot: CallSnapshot): CallPhase => snapshot.call?.phase ?? 'idle';

/** Everybody who is in the room, the first who came first. */
export const selectJoined = (call: ActiveCall): readonly Participant[] =>
  call.participants.filter((participant) => participant.state === 'joined');

/** An invitation to them is open, or they answered and are on their way. */
export const isExpected = ({ state }: Participant): boolean =>
  state === 'inviting' || state === 'ringing' || state === 'connecting';

/** They take part or may still. */
export const isPresent = (participant: Participant): boolean => participant.state === 'joined' || isExpected(participant);

/**
 * Whose shared screen has the stage: the first of the others who shares; '' where nobody does. One's own screen is never
 * shown to oneself: it would show itself showing itself.
 */
export const selectMainStage = ({ call }: CallSnapshot): string =>
  call?.participants.find((participant) => participant.screen && isPresent(participant))?.userId ?? '';

export const selectParticipant = (snapshot: CallSnapshot, userId: string): Participant | undefined =>
  snapshot.call?.participants.find((participant) => participant.userId === userId);

/** The nickname, or the user id where none is known. */
export const selectDisplayName = (snapshot: CallSnapshot, userId: string): string =>
  selectProfile(snapshot, userId)?.nickname || userId;

export const selectProfile = (snapshot: CallSnapshot, userId: string): UserProfile | undefined =>
  Object.hasOwn(snapshot.profiles, userId) ? snapshot.profiles[userId] : undefined;
