import type { CallLogEntry, CallLogKeeper } from '../calling/call-log.js';
import type { Calling } from '../calling/calling.js';
import { CallError } from '../calling/errors.js';
import type { CallSnapshot } from '../calling/state/call-state.js';
import type { CallLogStore } from './call-log-store.js';

const NONE: readonly CallLogEntry[] = Object.freeze([]);

/** Follows a TRTCCalling and writes its calls down. The part that reads and writes is fetched when there is a reason to. */
export class PageCallLog implements CallLogKeeper {
  readonly #listeners = new Set<() => void>();
  readonly #ending = new AbortController();
  /** Who was logged in last. */
  #account = '';
  #isIn = false;
  #opening: Promise<CallLogStore> | undefined;
  #store: CallLogStore | undefined;

  get entries(): readonly CallLogEntry[] {
    return this.#open()?.entries ?? NONE;
  }

  get unseen(): number {
    return this.#open()?.unseen ?? 0;
  }

  subscribe(listener: () => void): () => void {
    if (typeof listener !== 'function') throw new CallError('invalid-argument', { detail: 'A listener is a function.' });
    this.#listeners.add(listener);
    this.#open();
    return () => this.#listeners.delete(listener);
  }

  markSeen(): void {
    this.#open()?.markSeen();
  }

  clear(): void {
    this.#open()?.clear();
  }

  follow(calling: Calling): void {
    const { signal } = this.#ending;
    this.#enter(accountOf(calling.state));
    calling.subscribe((account: string) => this.#enter(account), { selector: accountOf, signal });
    calling.subscribe((_ended: unknown, snapshot) => this.#write(snapshot), { selector: ({ ended }) => ended, signal });
    addEventListener('storage', ({ key }) => { if (key === null || key === this.#store?.key) this.#tell(); }, { signal });
  }

  dispose(): void {
    this.#ending.abort();
    this.#isIn = false;
    this.#listeners.clear();
  }

  #enter(account: string): void {
    this.#isIn = account !== '';
    if (this.#isIn && account !== this.#account) {
      this.#account = account;
      this.#opening = undefined;
      this.#store = undefined;
    }
    if (this.#listeners.size > 0) this.#open();
    this.#tell();
  }

  /** A call that ended with its session belongs to the one who was logged in. */
  #write(snapshot: CallSnapshot): void {
    if (snapshot.ended && this.#account !== '') void this.#load().then((store) => store.add(snapshot), reportError);
  }

  /** What there is to be read now; being fetched if there is nothing. */
  #open(): CallLogStore | undefined {
    if (!this.#isIn) return undefined;
    if (!this.#store) this.#load().catch(reportError);
    return this.#store;
  }

  #load(): Promise<CallLogStore> {
    const account = this.#account;
    const opening = this.#opening ?? import('./call-log-store.js').then(({ CallLogStore }) => new CallLogStore(account, () => this.#tell()));
    if (opening === this.#opening) return opening;
    this.#opening = opening;
    opening.then((store) => {
      if (opening !== this.#opening) return;
      this.#store = store;
      this.#tell();
    }, () => {
      // Without that file there is no log; the next call tries again.
      if (opening === this.#opening) this.#opening = undefined;
    });
    return opening;
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

const accountOf = ({ session }: CallSnapshot): string =>
  (session.phase === 'logged-in' ? `${session.sdkAppId}:${session.userId}` : '');
