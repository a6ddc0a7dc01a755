import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { registerView, unregisterView, type SurfaceSource } from '../../src/page/surfaces.js';

/**
 * The `viewId` of a view. It is taken when first asked for, survives a move within the page, and is given back when the
 * view is taken out for good.
 */
export class ViewNumber implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #show: (source: SurfaceSource | null) => void;
  #value = 0;

  constructor(host: ReactiveControllerHost & HTMLElement, show: (source: SurfaceSource | null) => void) {
    this.#host = host;
    this.#show = show;
    host.addController(this);
  }

  get value(): number {
    if (this.#value === 0) this.#value = registerView({ show: this.#show });
    return this.#value;
  }

  hostConnected(): void {}

  hostDisconnected(): void {
    setTimeout(() => {
      if (this.#host.isConnected || this.#value === 0) return;
      unregisterView(this.#value);
      this.#value = 0;
      this.#show(null);
    });
  }
}
