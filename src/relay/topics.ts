import type { RelayLimits } from './limits.js';

/** Who is in which topic. Both sides are bounded. */
export class Topics<M> {
  readonly #limits: Pick<RelayLimits, 'topicsPerSession' | 'membersPerTopic'>;
  readonly #members = new Map<string, Set<M>>();
  readonly #topics = new Map<M, Set<string>>();

  constructor(limits: Pick<RelayLimits, 'topicsPerSession' | 'membersPerTopic'>) {
    this.#limits = limits;
  }

  /** false where a bound is reached. Joining again is no change. */
  join(member: M, topic: string): boolean {
    const members = this.#members.get(topic) ?? new Set();
    const topics = this.#topics.get(member) ?? new Set();
    if (members.has(member)) return true;
    if (members.size >= this.#limits.membersPerTopic || topics.size >= this.#limits.topicsPerSession) return false;
    this.#members.set(topic, members.add(member));
    this.#topics.set(member, topics.add(topic));
    return true;
  }

  leave(member: M, topic: string): void {
    const members = this.#members.get(topic);
    members?.delete(member);
    if (members?.size === 0) this.#members.delete(topic);
    const topics = this.#topics.get(member);
    topics?.delete(topic);
    if (topics?.size === 0) this.#topics.delete(member);
  }

  leaveAll(member: M): void {
    for (const topic of [...(this.#topics.get(member) ?? [])]) this.leave(member, topic);
  }

  /** Everybody else in a topic; nobody for somebody who is not in it. */
  others(member: M, topic: string): readonly M[] {
    const members = this.#members.get(topic);
    return members?.has(member) ? [...members].filter((other) => other !== member) : [];
  }

  clear(): void {
    this.#members.clear();
    this.#topics.clear();
  }
}
