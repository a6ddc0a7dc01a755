import { VIDEO_CALL, type ActiveCall, type CallSnapshot, type EndedCall } from '../../src/calling/state/call-state.js';
import { selectDisplayName } from '../../src/calling/state/selectors.js';

/** The name of the sentence for the phase; '' says nothing. */
export type StatusWord =
  | '' | 'calling' | 'ringing' | 'connecting' | 'reconnecting' | 'connected'
  | 'incomingAudio' | 'incomingVideo' | 'incomingGroupAudio' | 'incomingGroupVideo';

export interface Status {
  readonly what: StatusWord;
  /** Whom it is about: the inviter, or the other of a call of two. */
  readonly name: string;
  readonly ended: EndedCall | null;
  /** The connection of this side is lost, not that of the others. */
  readonly isOwn: boolean;
}

export function selectStatus(snapshot: CallSnapshot): Status {
  const { call, ended } = snapshot;
  if (call) return { what: statusWord(call), name: selectDisplayName(snapshot, call.inviter), ended: null, isOwn: call.reconnecting };
  return { what: '', name: ended ? selectDisplayName(snapshot, otherOf(ended)) : '', ended, isOwn: false };
}

/** The one that an ended call is named after: who called, or the first who was called. */
export const otherOf = ({ role, inviter, userIds }: EndedCall): string => (role === 'invitee' ? inviter : userIds[0] ?? inviter);

function statusWord(call: ActiveCall): StatusWord {
  if (call.reconnecting) return 'reconnecting';
  switch (call.phase) {
    case 'dialling': return call.participants.some(({ state }) => state === 'ringing') ? 'ringing' : 'calling';
    case 'ringing': return incomingWord(call);
    case 'connecting': return 'connecting';
    case 'in-call': return isCutOff(call) ? 'reconnecting' : 'connected';
    default: return call.phase satisfies never;
  }
}

/** Nobody who is in the call can be reached at the moment. */
const isCutOff = ({ participants }: ActiveCall): boolean => {
  const joined = participants.filter(({ state }) => state === 'joined');
  return joined.length > 0 && joined.every(({ link }) => link === 'reconnecting');
};

export function incomingWord({ type, isGroup }: Pick<ActiveCall, 'type' | 'isGroup'>): 'incomingGroupVideo' | 'incomingVideo' | 'incomingGroupAudio' | 'incomingAudio' {
  if (type === VIDEO_CALL) return isGroup ? 'incomingGroupVideo' : 'incomingVideo';
  return isGroup ? 'incomingGroupAudio' : 'incomingAudio';
}
