import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { onTick } from './seconds.js';

/** Whole seconds since a moment, and a new rendering with each; no timer while there is no such moment. */
export class Elapsed implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #since: () => number | null;
  #stop: (() => void) | undefined;
  #shown: number | null = null;

  /** @param since milliseconds since the epoch; null for none. Asked at each update. */
  constructor(host: ReactiveControllerHost & Element, since: () => number | null) {
    this.#host = host;
    this.#since = since;
    host.addController(this);
  }

  /** null while there is nothing to count. */
  get seconds(): number | null {
    const since = this.#since();
    return since === null ? null : Math.max(0, Math.floor((Date.now() - since) / 1000));
  }

  hostUpdated(): void {
    this.#shown = this.seconds;
    if (this.#shown === null || !this.#host.isConnected) return this.hostDisconnected();
    this.#stop ??= onTick(() => { if (this.seconds !== this.#shown) this.#host.requestUpdate(); });
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = undefined;
  }
}
