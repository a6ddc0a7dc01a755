import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { whenIdle } from './when-idle.js';

/**
 * The elements that a host shows only on some occasions. They are fetched when the page is idle, so that no call waits for
 * them and a page that stays open through a deployment has them all; at the latest when they are to be shown.
 */
export class LaterParts implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #load: () => Promise<unknown>;
  readonly #isEager: boolean;
  #isAsked = false;

  /** With `whenIdle: false` nothing is fetched before it is to be shown. */
  constructor(host: ReactiveControllerHost & HTMLElement, load: () => Promise<unknown>, { whenIdle: isEager = true }: { readonly whenIdle?: boolean } = {}) {
    this.#host = host;
    this.#load = load;
    this.#isEager = isEager;
    host.addController(this);
  }

  hostConnected(): void {
    if (this.#isEager) whenIdle(() => { if (this.#host.isConnected) this.fetch(); });
  }

  /** Now. What could not be had is asked for again the next time. */
  fetch(): void {
    if (this.#isAsked) return;
    this.#isAsked = true;
    this.#load().catch((thrown: unknown) => {
      this.#isAsked = false;
      reportError(thrown);
    });
  }
}
