import type { CallLog, CallLogEntry } from '../../src/calling/call-log.js';

/** One entry; what is left out is an answered audio call with Bob. */
export const buildEntry = (parts: Partial<CallLogEntry> = {}): CallLogEntry => ({
  callId: 'c1', roomId: 7, direction: 'outgoing', missed: false, type: 1, isGroup: false, people: [{ userId: 'bob', nickname: '' }],
  at: Date.now() - 60_000, duration: 65, reason: 'local-hangup', message: '', ...parts,
});

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
