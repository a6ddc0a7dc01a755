import { ContextConsumer, ContextProvider } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Calling } from '../../src/calling/calling.js';
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
    this.#fallBack();
  }

  hostDisconnected(): void {
    this.#hasProvider = false;
    this.#shared = undefined;
  }

  hostUpdate(): void {
    this.#provider.setValue(this.calling);
  }

  /** Asks for the shared one again: the one in use has been destroyed, or its options are known only now. */
  refresh(): void {
    this.#shared = undefined;
    this.#fallBack();
  }

  #fallBack(): void {
    if (!this.isShared || this.#shared) return;
    this.#askForShared().catch((error: unknown) => reportError(error));
  }

  async #askForShared(): Promise<void> {
    const provider = undefinedProviderAbove(this.#host);
    if (provider) await customElements.whenDefined(provider);
    // The first update takes over what was set before the upgrade, and gives later lines of the page their turn.
    await this.#host.updateComplete;
    if (!this.isShared || !this.#host.isConnected) return;
    const calling = await this.#fallback();
    if (!this.isShared || !this.#host.isConnected) return;
    this.#shared = calling;
    this.#host.requestUpdate();
  }
}
