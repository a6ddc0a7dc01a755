import type { Calling } from '../../src/calling/calling.js';
import { CallError, SUCCESS, type ActionCallback } from '../../src/calling/errors.js';

/** Who is to be logged in. */
export interface Account {
  readonly sdkAppId: number;
  readonly userId: string;
  readonly userSig: string;
}

/**
 * Brings a Calling's session to what attributes say, one step at a time: a change that comes while a login is under way
 * is done after it, and only the last one counts. Being signed out from outside is not fought: that needs {@link again}.
 */
export class SessionKeeper {
  readonly #calling: Calling;
  readonly #onRefused: (answer: ActionCallback) => void;
  #wanted: Account | undefined;
  #done: Account | undefined;
  #running: Promise<void> | undefined;
  #closed = false;

  constructor(calling: Calling, onRefused: (answer: ActionCallback) => void) {
    this.#calling = calling;
    this.#onRefused = onRefused;
  }

  /** undefined: nobody. Settles when the session is as wanted, or was refused. */
  want(account: Account | undefined): Promise<void> {
    this.#wanted = account;
    this.#running ??= this.#run().finally(() => { this.#running = undefined; });
    return this.#running;
  }

  /** There is an account to sign in again with. */
  get canRetry(): boolean {
    return this.#wanted !== undefined;
  }

  /** Logs in anew after a refusal or a kick. */
  again(): Promise<void> {
    this.#done = undefined;
    return this.want(this.#wanted);
  }

  /** Nothing more is done, not even what is under way by then. The session stays as it is. */
  close(): void {
    this.#closed = true;
  }

  async #run(): Promise<void> {
    while (!this.#closed && !sameAccount(this.#wanted, this.#done)) {
      const wanted = this.#wanted;
      if (mustLeave(this.#done, wanted)) await this.#ask(() => this.#calling.logout());
      this.#done = undefined;
      if (wanted !== this.#wanted || this.#closed) continue;
      this.#done = wanted;
      if (!wanted) continue;
      const answer = await this.#ask(() => this.#calling.login(wanted.sdkAppId, wanted.userId, wanted.userSig));
      if (answer.code !== SUCCESS && wanted === this.#wanted && !this.#closed) this.#onRefused(answer);
    }
  }

  /** Commands only reject after `destroy()`; then there is nothing to keep. */
  async #ask(command: () => Promise<ActionCallback>): Promise<ActionCallback> {
    try {
      return await command();
    } catch (error) {
      this.#closed = true;
      const { code, message } = CallError.from(error);
      return { code, desc: message };
    }
  }
}

/** A new signature of the same user needs no logout. */
const mustLeave = (from: Account | undefined, to: Account | undefined): boolean =>
  from !== undefined && (from.userId !== to?.userId || from.sdkAppId !== to.sdkAppId);

const sameAccount = (a: Account | undefined, b: Account | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && a.sdkAppId === b.sdkAppId && a.userId === b.userId && a.userSig === b.userSig);
