import type { CallSnapshot } from '../../src/calling/state/call-state.js';
import { selectDisplayName } from '../../src/calling/state/selectors.js';
import type { callWords } from '../locales/en/call.js';
import type { ParamsOf } from '../locales/messages.js';
import { incomingWord } from './status.js';

type Words = typeof callWords;
type SayCall = <K extends keyof Words>(key: K, ...params: ParamsOf<Words[K]>) => string;

/** Who calls, and to what, in one sentence for whoever does not see the screen; '' while it does not ring here. */
export function ringLine(say: SayCall, snapshot: CallSnapshot | undefined): string {
  if (snapshot?.call?.phase !== 'ringing') return '';
  const { call } = snapshot;
  const name = selectDisplayName(snapshot, call.inviter);
  const kind = say(incomingWord(call), { name });
  // An invitation to a group names the one who calls by itself.
  return call.isGroup ? kind : say('incomingFrom', { kind, name });
}
