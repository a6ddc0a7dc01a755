import type { CallLog, CallLogEntry } from '../../src/calling/call-log.js';

/** A log that is set by hand. */
export class FakeCallLog implements CallLog {
  readonly #listeners = new Set<() => void>();
  entries: readonly CallLogEntry[] = [];
  unseen = 0;
  /** How often it was marked as seen, and cleared. */
  readonly asked = { seen: 0, cleared: 0 };

  get held(): number {
    return this.#listeners.size;
  }

  set(entries: readonly CallLogEntry[], unseen = 0): void {
    this.entries = entries;
    this.unseen = unseen;
    for (const listener of [...this.#listeners]) listener();
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  markSeen(): void {
    this.asked.seen += 1;
    this.set(this.entries, 0);
  }

  clear(): void {
    this.asked.cleared += 1;
    this.set([], 0);
  }
}
