import type { EndReason, EndedCall } from '../../src/calling/state/call-state.js';
import type { callWords } from '../locales/en/call.js';
import type { ParamsOf } from '../locales/messages.js';

type Words = typeof callWords;
type SayCall = <K extends keyof Words>(key: K, ...params: ParamsOf<Words[K]>) => string;

/** What happened, in one sentence without blame. `name` is the other person. */
export function endedLine(say: SayCall, { reason, duration, elsewhere }: Pick<EndedCall, 'reason' | 'duration' | 'elsewhere'>, name: string): string {
  const lines: Record<EndReason, () => string> = {
    'local-hangup': () => say('ended'),
    'remote-hangup': () => say('ended'),
    'local-cancel': () => say('localCancel'),
    'remote-cancel': () => say('remoteCancel', { name }),
    'local-reject': () => say('localReject'),
    'remote-reject': () => say('remoteReject', { name }),
    'busy': () => say('busy', { name }),
    'no-answer': () => say('noAnswer', { name }),
    'missed': () => say('missed', { name }),
    'answered-elsewhere': () => say(elsewhere === 'page' ? 'answeredInTab' : 'answeredElsewhere'),
    'rejected-elsewhere': () => say(elsewhere === 'page' ? 'rejectedInTab' : 'rejectedElsewhere'),
    'connection-lost': () => say('connectionLost'),
    'failed': () => say(duration > 0 ? 'ended' : 'callFailed'),
    'kicked': () => say('kickedCall'),
    'logged-out': () => say('loggedOut'),
  };
  return lines[reason]();
}
