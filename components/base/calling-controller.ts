import { ContextConsumer, ContextProvider } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Calling } from '../../src/calling/calling.js';
import { CallError } from '../../src/calling/errors.js';
import { TrtcErrorEvent } from '../events/document-events.js';
import { callingContext } from './calling-context.js';
import { undefinedProviderAbove } from './composed-tree.js';

export type CallingHost = ReactiveControllerHost & HTMLElement;

/**
 * Finds the Calling that an element works with: the one set on it, else the nearest provider's, else the shared one.
 * A moved element looks again. What it found is handed on to the elements inside.
 */
export class CallingController implements ReactiveController {
  readonly #host: CallingHost;
  readonly #fallback: () => Promise<Calling>;
  readonly #provider: ContextProvider<typeof callingContext, CallingHost>;
  readonly #consumer: ContextConsumer<typeof callingContext, CallingHost>;
  #own: Calling | undefined;
  #shared: Calling | undefined;
  #unfollow: (() => void) | undefined;
  #hasProvider = false;

  constructor(host: CallingHost, fallback: () => Promise<Calling>) {
    this.#host = host;
    this.#fallback = fallback;
    this.#provider = new ContextProvider(host, { context: callingContext });
    this.#consumer = new ContextConsumer(host, { context: callingContext, subscribe: true, callback: () => { this.#hasProvider = true; } });
    host.addController(this);
  }

  get calling(): Calling | undefined {
    return this.#own ?? (this.#hasProvider ? this.#consumer.value : this.#shared);
  }

  /** Neither set on the element nor given by a provider. */
  get isShared(): boolean {
    return !this.#own && !this.#hasProvider;
  }

  /** Sets the element's own; undefined goes back to looking for one. */
  use(calling: Calling | undefined): void {
    this.#own = calling;
    this.#host.requestUpdate();
    if (!calling && this.#host.isConnected) this.#fallBack();
  }

  hostConnected(): void {
    this.#host.requestUpdate();
    if (this.#shared) this.#follow(this.#shared);
    this.#fallBack();
  }

  /** The provider is asked again elsewhere; the shared one stays the same wherever the element goes. */
  hostDisconnected(): void {
    this.#hasProvider = false;
    this.#unfollow?.();
    this.#unfollow = undefined;
  }

  hostUpdate(): void {
    this.#provider.setValue(this.calling);
  }

  /**
   * Takes the shared one until it is destroyed. Then the element stands still: whoever destroyed it wants no session, and
   * an element that made the next one would sign in again behind their back. Connected anew, it looks again.
   */
  #follow(calling: Calling): void {
    this.#shared = calling.destroyed ? undefined : calling;
    this.#unfollow?.();
    this.#unfollow = calling.subscribe(() => {
      this.#shared = undefined;
      this.#host.requestUpdate();
    }, { selector: () => calling.destroyed });
  }

  #fallBack(): void {
    if (!this.isShared || this.#shared) return;
    this.#askForShared().catch((thrown: unknown) => {
      const { code, message } = CallError.from(thrown);
      this.#host.dispatchEvent(new TrtcErrorEvent({ code, msg: message }));
    });
  }

  async #askForShared(): Promise<void> {
    const provider = undefinedProviderAbove(this.#host);
    if (provider) await customElements.whenDefined(provider);
    // The first update takes over what was set before the upgrade, and gives later lines of the page their turn.
    await this.#host.updateComplete;
    if (!this.isShared || !this.#host.isConnected) return;
    const calling = await this.#fallback();
    if (!this.isShared || !this.#host.isConnected) return;
    this.#follow(calling);
    this.#host.requestUpdate();
  }
}
