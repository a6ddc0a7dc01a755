import type { CallLogEntry } from '../../src/calling/call-log.js';
import { clockTime } from '../call-timer/seconds.js';
import type { logWords } from '../locales/en/log.js';
import type { ParamsOf } from '../locales/messages.js';

type Words = typeof logWords;
type SayLog = <K extends keyof Words>(key: K, ...params: ParamsOf<Words[K]>) => string;

/** 'Outgoing · 1:05', 'Missed', 'Incoming · Not connected'. */
export function whatOf(say: SayLog, { missed, direction, duration, reason }: CallLogEntry): string {
  if (missed) return say('missedShort');
  if (reason === 'answered-elsewhere') return say('elsewhereShort');
  return `${say(direction)} · ${duration > 0 ? clockTime(duration) : say('notConnected')}`;
}
