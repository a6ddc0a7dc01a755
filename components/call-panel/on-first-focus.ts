import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Runs `task` once, when the focus first comes into the host: what is for the keyboard need not be there before. */
export class OnFirstFocus implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #task: () => Promise<unknown>;

  constructor(host: ReactiveControllerHost & HTMLElement, task: () => Promise<unknown>) {
    this.#host = host;
    this.#task = task;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.addEventListener('focusin', this.#onFocus);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('focusin', this.#onFocus);
  }

  readonly #onFocus = (): void => {
    this.#host.removeController(this);
    this.hostDisconnected();
    // Without it the next focus tries again; the page hears why.
    this.#task().catch((error: unknown) => {
      reportError(error);
      this.#host.addController(this);
    });
  };
}
