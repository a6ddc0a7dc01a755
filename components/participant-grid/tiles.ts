import type { CallSnapshot } from '../../src/calling/state/call-state.js';
import { isPresent } from '../../src/calling/state/selectors.js';

/** One's own tile. */
export const SELF = 'self';

/** 'joined bob', 'ringing carol', …: one text per tile, so that a change of one is seen as one. */
export const selectTiles = ({ call }: CallSnapshot): readonly string[] =>
  (call?.participants ?? []).filter((person) => isPresent(person) || isRefusal(person.state)).map(({ userId, state }) => `${state} ${userId}`);

const STATE_WORDS = {
  inviting: 'calling', ringing: 'ringing', connecting: 'connecting',
  declined: 'declinedShort', busy: 'busyShort', 'no-answer': 'noAnswerShort', failed: 'failedShort',
} as const;

type StateWord = (typeof STATE_WORDS)[keyof typeof STATE_WORDS];

const hasWord = (state: string): state is keyof typeof STATE_WORDS => Object.hasOwn(STATE_WORDS, state);

/** What is said of somebody who is not in the call yet, or will not come. */
export const stateWordOf = (state: string): StateWord | undefined => (hasWord(state) ? STATE_WORDS[state] : undefined);

export const isRefusal = (state: string): boolean =>
  state === 'declined' || state === 'busy' || state === 'no-answer' || state === 'failed';

export const stateOf = (tile: string): string => tile.slice(0, tile.indexOf(' '));
export const userIdOf = (tile: string): string => tile.slice(tile.indexOf(' ') + 1);

/** The others in their order; oneself last, or at the end of the first of several pages. */
export function withSelf(others: readonly string[], pageSize: number): readonly string[] {
  const place = Math.max(0, Math.min(others.length, pageSize - 1));
  return [...others.slice(0, place), `joined ${SELF}`, ...others.slice(place)];
}
