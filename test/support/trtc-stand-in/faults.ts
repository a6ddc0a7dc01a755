/** UNOFFICIAL AND LOCAL. Misfortune on demand: what happens to frames between a client and the stand-in. */

/** `refuse`: a request is answered with this code and otherwise ignored; the other faults are of the way. `reorder`: the next frame overtakes. */
export type Fault = 'drop' | 'duplicate' | 'reorder' | { readonly delay: number } | { readonly refuse: number };

/** Which frames a fault meets. What is left out matches everything. */
export interface FaultRule {
  readonly fault: Fault;
  readonly direction?: 'up' | 'down';
  readonly userId?: string;
  /** A request's name or a reply's or push's number. */
  readonly cmd?: string | number;
  /** How often, then the rule is gone; without it until removed. */
  readonly times?: number;
}

export interface Passing {
  readonly direction: 'up' | 'down';
  readonly userId: string;
  readonly cmd: string | number;
}

export class Faults {
  readonly #rules = new Map<FaultRule, number>();
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();
  readonly #held = new Map<string, () => void>();

  /** @returns the function that takes the rule away */
  add(rule: FaultRule): () => void {
    this.#rules.set(rule, rule.times ?? Number.POSITIVE_INFINITY);
    return () => this.#rules.delete(rule);
  }

  /** The code a request is refused with, or undefined. */
  refusal(passing: Passing): number | undefined {
    const fault = this.#take(passing, true);
    return typeof fault === 'object' && 'refuse' in fault ? fault.refuse : undefined;
  }

  /** Delivers once, twice, later, after the next one, or never. */
  carry(passing: Passing, deliver: () => void): void {
    const fault = this.#take(passing, false);
    const way = `${passing.direction} ${passing.userId}`;
    if (fault === 'drop') return;
    if (fault === 'reorder') return void this.#held.set(way, deliver);
    if (typeof fault === 'object' && 'delay' in fault) return this.#later(fault.delay, deliver);
    deliver();
    if (fault === 'duplicate') deliver();
    const held = this.#held.get(way);
    this.#held.delete(way);
    held?.();
  }

  dispose(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
    this.#rules.clear();
    this.#held.clear();
  }

  #take({ direction, userId, cmd }: Passing, refusing: boolean): Fault | undefined {
    for (const [rule, left] of this.#rules) {
      const refuses = typeof rule.fault === 'object' && 'refuse' in rule.fault;
      if (refuses !== refusing || (rule.direction ?? direction) !== direction) continue;
      if ((rule.userId ?? userId) !== userId || (rule.cmd ?? cmd) !== cmd) continue;
      if (left <= 1) this.#rules.delete(rule);
      else this.#rules.set(rule, left - 1);
      return rule.fault;
    }
    return undefined;
  }

  #later(ms: number, task: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      task();
    }, ms);
    this.#timers.add(timer);
  }
}
