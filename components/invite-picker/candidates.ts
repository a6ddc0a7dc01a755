import type { CallLogEntry } from '../../src/calling/call-log.js';
import { isForeignId } from '../../src/calling/signal-codec.js';

/** Somebody who can be chosen. */
export interface InvitePerson {
  readonly userId: string;
  readonly nickname?: string;
  /** An http(s), blob or data:image address. */
  readonly avatarUrl?: string;
}

/** So many are offered at once; the field narrows them down. */
const MAX_OFFERED = 50;

/** An application may hand over anything: people without a usable id are passed over, and each is offered once. */
export function mergePeople(...lists: readonly (readonly InvitePerson[])[]): readonly InvitePerson[] {
  const found = new Map<string, InvitePerson>();
  for (const person of lists.flat()) {
    if (isForeignId(person?.userId) && !found.has(person.userId)) found.set(person.userId, person);
  }
  return [...found.values()];
}

/** `<option value="carol" data-avatar="…">Carol</option>`, as in a `<datalist>`. */
export const peopleIn = (options: readonly Element[]): readonly InvitePerson[] =>
  options.filter((option): option is HTMLOptionElement => option instanceof HTMLOptionElement && option.value !== '')
    .map((option) => ({ userId: option.value, nickname: option.label === option.value ? '' : option.label, avatarUrl: option.dataset['avatar'] ?? '' }));

/** Whoever was talked to, the latest first. */
export const recentPeople = (entries: readonly CallLogEntry[]): readonly InvitePerson[] => mergePeople(entries.flatMap(({ people }) => people));

/** Those whose name or user id has every word of `text` in it. */
export function matching(people: readonly InvitePerson[], text: string, nameOf: (person: InvitePerson) => string): readonly InvitePerson[] {
  const wanted = text.toLocaleLowerCase().split(/\s+/u).filter((word) => word !== '');
  return people.filter((person) => {
    const where = `${nameOf(person)} ${person.userId}`.toLocaleLowerCase();
    return wanted.every((word) => where.includes(word));
  }).slice(0, MAX_OFFERED);
}
