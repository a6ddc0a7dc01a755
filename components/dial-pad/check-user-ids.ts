import type { dialerWords } from '../locales/en/dialer.js';
import type { ParamsOf } from '../locales/messages.js';

type Words = typeof dialerWords;
type SayDialer = <K extends keyof Words>(key: K, ...params: ParamsOf<Words[K]>) => string;

/** As many others as a call can hold. */
export const MOST_OTHERS = 8;

/** What is wrong with the user ids, in words; '' when nothing is. */
export function checkUserIds(say: SayDialer, userIds: readonly string[], self: string): string {
  if (userIds.some((userId) => !/^[\w-]{1,32}$/.test(userId))) return say('invalidUserId');
  if (userIds.includes(self)) return say('cannotCallSelf');
  if (userIds.length > MOST_OTHERS) return say('tooMany', { count: MOST_OTHERS });
  return '';
}
