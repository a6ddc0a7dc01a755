import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Calling } from '../../src/calling/calling.js';
import { CallError, type ActionCallback } from '../../src/calling/errors.js';
import { TrtcErrorEvent } from '../events/document-events.js';
import { SessionKeeper, type Account } from './session-keeper.js';

const keepers = new WeakMap<Calling, SessionKeeper>();

/** Whether somebody in the page can sign that Calling in again. */
export const canSignIn = (calling: Calling | undefined): boolean => (calling && keepers.get(calling)?.canRetry) === true;

/** Signs in again with the account of the attributes. */
export async function signInAgain(calling: Calling): Promise<void> {
  await keepers.get(calling)?.again();
}

export interface AccountHost extends ReactiveControllerHost, HTMLElement {
  readonly calling: Calling | undefined;
}

/**
 * Keeps the session of the host's Calling as the host's attributes say, and its profile. Logs out when the host has
 * left the page and not come back by the next task.
 */
export class AccountSession implements ReactiveController {
  readonly #host: AccountHost;
  readonly #account: () => Account | undefined;
  readonly #profile: () => { readonly nickname: string; readonly avatarUrl: string };
  #calling: Calling | undefined;
  #keeper: SessionKeeper | undefined;
  #told = '';

  constructor(host: AccountHost, account: () => Account | undefined, profile: () => { readonly nickname: string; readonly avatarUrl: string }) {
    this.#host = host;
    this.#account = account;
    this.#profile = profile;
    host.addController(this);
  }

  hostUpdated(): void {
    if (!this.#host.isConnected) return;
    this.#follow(this.#host.calling);
    if (!this.#keeper || !this.#calling) return;
    const account = this.#account();
    this.#guard(this.#keeper.want(account));
    if (account) this.#tellProfile(this.#calling);
  }

  /** Takes back what was done in the host's name. */
  end(): void {
    const keeper = this.#keeper;
    this.#forget();
    if (keeper?.canRetry) this.#guard(keeper.want(undefined).finally(() => keeper.close()));
    else keeper?.close();
  }

  #follow(calling: Calling | undefined): void {
    if (calling === this.#calling) return;
    this.end();
    this.#calling = calling;
    if (!calling) return;
    // A session that others keep is left alone until there is an account to keep.
    this.#keeper = new SessionKeeper(calling, (answer) => this.#refused(answer));
    if (!keepers.has(calling)) keepers.set(calling, this.#keeper);
  }

  #forget(): void {
    if (this.#calling && keepers.get(this.#calling) === this.#keeper) keepers.delete(this.#calling);
    this.#keeper = undefined;
    this.#calling = undefined;
    this.#told = '';
  }

  #tellProfile(calling: Calling): void {
    const { nickname, avatarUrl } = this.#profile();
    const profile = JSON.stringify([nickname, avatarUrl]);
    if (profile === this.#told || (this.#told === '' && nickname === '' && avatarUrl === '')) return;
    this.#told = profile;
    this.#guard(calling.setSelfProfile({ nickname, avatarUrl }).then((answer) => { if (answer.code !== 0) this.#refused(answer); }));
  }

  #refused({ code, desc }: ActionCallback): void {
    this.#host.dispatchEvent(new TrtcErrorEvent({ code, msg: desc }));
  }

  /** Only `destroyed` can come, and then there is nothing to keep. */
  #guard(work: Promise<unknown>): void {
    work.catch((error: unknown) => {
      const { code, message } = CallError.from(error);
      this.#refused({ code, desc: message });
    });
  }
}
