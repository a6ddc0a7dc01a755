import type { RelayLimits } from './limits.js';

/** Who wants to know when which session is over. Each is told once. */
export class Watchers<W> {
  readonly #limits: Pick<RelayLimits, 'watchesPerSession'>;
  readonly #watchers = new Map<string, Set<W>>();
  readonly #watched = new Map<W, Set<string>>();
  /** What waits for a session that was not here when somebody began to watch it. */
  readonly #absences = new Map<string, () => void>();

  constructor(limits: Pick<RelayLimits, 'watchesPerSession'>) {
    this.#limits = limits;
  }

  get isEmpty(): boolean {
    return this.#watchers.size === 0;
  }

  /** false where the bound is reached. */
  add(watcher: W, key: string): boolean {
    const watched = this.#watched.get(watcher) ?? new Set();
    if (watched.size >= this.#limits.watchesPerSession && !watched.has(key)) return false;
    this.#watched.set(watcher, watched.add(key));
    this.#watchers.set(key, (this.#watchers.get(key) ?? new Set<W>()).add(watcher));
    return true;
  }

  remove(watcher: W, key: string): void {
    const watched = this.#watched.get(watcher);
    watched?.delete(key);
    if (watched?.size === 0) this.#watched.delete(watcher);
    const watchers = this.#watchers.get(key);
    watchers?.delete(watcher);
    if (watchers?.size !== 0) return;
    this.#watchers.delete(key);
    this.endAbsence(key);
  }

  removeAll(watcher: W): void {
    for (const key of [...(this.#watched.get(watcher) ?? [])]) this.remove(watcher, key);
  }

  /** Forgets a session and gives everybody who watched it. */
  take(key: string): readonly W[] {
    const watchers = [...(this.#watchers.get(key) ?? [])];
    for (const watcher of watchers) this.remove(watcher, key);
    return watchers;
  }

  /** The session is not here: `task` runs after `ms` unless it comes, or nobody watches it any more. */
  awaitArrival(key: string, ms: number, task: () => void): void {
    if (this.#absences.has(key)) return;
    const timer = setTimeout(() => {
      this.#absences.delete(key);
      task();
    }, ms);
    this.#absences.set(key, () => clearTimeout(timer));
  }

  endAbsence(key: string): void {
    this.#absences.get(key)?.();
    this.#absences.delete(key);
  }

  clear(): void {
    for (const stop of this.#absences.values()) stop();
    this.#absences.clear();
    this.#watchers.clear();
    this.#watched.clear();
  }
}
