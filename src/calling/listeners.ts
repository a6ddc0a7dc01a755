import type { SubscribeOptions } from './calling.js';
import type { DelegateCall, DelegateListener } from './delegate.js';
import type { CallSnapshot } from './state/call-state.js';

/** A failure in somebody's listener is shown to the page like any uncaught one, and stops nobody else. */
export function guarded(task: () => void): void {
  try {
    task();
  } catch (thrown) {
    if (typeof reportError === 'function') reportError(thrown);
    else queueMicrotask(() => { throw thrown; });
  }
}

/** The delegate callbacks' listeners. */
export class DelegateListeners {
  readonly #listeners = new Set<DelegateListener>();

  add(listener: DelegateListener): void {
    this.#listeners.add(listener);
  }

  delete(listener: DelegateListener): void {
    this.#listeners.delete(listener);
  }

  clear(): void {
    this.#listeners.clear();
  }

  emit({ type, params }: DelegateCall): void {
    // The pair is one row of the map; TypeScript does not carry that through destructuring.
    const pair = [type, params] as Parameters<DelegateListener>;
    for (const listener of [...this.#listeners]) guarded(() => listener(...pair));
  }
}

/** Who follows the snapshot. Everybody is told in one microtask after any number of changes, and only of a new answer. */
export class SnapshotSubscribers {
  readonly #checks = new Set<(snapshot: CallSnapshot) => void>();
  readonly #read: () => CallSnapshot;
  #scheduled = false;

  constructor(read: () => CallSnapshot) {
    this.#read = read;
  }

  add<T>(listener: (value: T, snapshot: CallSnapshot) => void, { selector, signal }: SubscribeOptions<T>): () => void {
    // Without a selector T is the snapshot itself, as the signature of subscribe() says.
    const select = selector ?? ((snapshot: CallSnapshot) => snapshot as T);
    let last = select(this.#read());
    const check = (snapshot: CallSnapshot): void => {
      const next = select(snapshot);
      if (Object.is(next, last)) return;
      last = next;
      listener(next, snapshot);
    };
    const stop = (): void => void this.#checks.delete(check);
    if (signal?.aborted) return stop;
    this.#checks.add(check);
    signal?.addEventListener('abort', stop, { once: true });
    return stop;
  }

  changed(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    queueMicrotask(() => {
      this.#scheduled = false;
      const snapshot = this.#read();
      for (const check of [...this.#checks]) {
        // Somebody told earlier in this round may have ended this one.
        if (this.#checks.has(check)) guarded(() => check(snapshot));
      }
    });
  }

  clear(): void {
    this.#checks.clear();
  }
}
