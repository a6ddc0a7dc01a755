import type { CallCore } from './call-core.js';
import { CallError, type ActionCallback } from './errors.js';
import type { CallEventBody } from './state/call-events.js';

/** Takes what an app asks for to the core. What is wrong with it comes back as a code or as onError; after the end it throws. */
export class CommandDesk {
  readonly #core: CallCore;
  #closed = false;

  constructor(core: CallCore) {
    this.#core = core;
  }

  get closed(): boolean {
    return this.#closed;
  }

  close(): void {
    this.#closed = true;
  }

  /** @throws {CallError} `destroyed` */
  assertOpen(): void {
    if (this.#closed) throw new CallError('destroyed');
  }

  /** A command whose arguments may be wrong: then its code comes back and nothing else happens. */
  async command(make: (command: number) => CallEventBody, before?: () => Promise<void>): Promise<ActionCallback> {
    return this.attempt(async () => {
      // Without a reason to wait the command happens before this method returns.
      if (before) await before();
      this.assertOpen();
      return this.#core.command(make);
    });
  }

  async attempt(task: () => Promise<ActionCallback>): Promise<ActionCallback> {
    this.assertOpen();
    try {
      return await task();
    } catch (thrown) {
      const { code, message } = CallError.from(thrown);
      return { code, desc: message };
    }
  }

  /** For methods without a result: what is wrong arrives as onError. */
  perform<T>(task: () => T): T | undefined {
    this.assertOpen();
    try {
      return task();
    } catch (thrown) {
      this.#core.report(thrown);
      return undefined;
    }
  }

  /** For methods without a result that do nothing after the end: what is wrong arrives as onError, and `otherwise` comes back. */
  ask<T>(task: () => T, otherwise: T): T {
    try {
      return task();
    } catch (thrown) {
      if (!this.#closed) this.#core.report(thrown);
      return otherwise;
    }
  }

  /** For methods that list something: what is wrong arrives as onError, and the list is empty. */
  async list<T>(task: () => Promise<readonly T[]>): Promise<readonly T[]> {
    this.assertOpen();
    try {
      return await task();
    } catch (thrown) {
      this.#core.report(thrown);
      return [];
    }
  }
}
