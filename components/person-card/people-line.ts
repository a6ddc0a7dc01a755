import type { callWords } from '../locales/en/call.js';
import type { ParamsOf } from '../locales/messages.js';

type Words = typeof callWords;
type SayCall = <K extends keyof Words>(key: K, ...params: ParamsOf<Words[K]>) => string;

const MAX_NAMED = 2;

/** 'Bob', 'Bob, Carol', 'Bob, Carol and 2 more'. */
export function peopleLine(say: SayCall, names: readonly string[]): string {
  const named = names.slice(0, MAX_NAMED).join(say('nameSeparator'));
  return names.length <= MAX_NAMED ? named : say('namesAndMore', { names: named, count: names.length - MAX_NAMED });
}
