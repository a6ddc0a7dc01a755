import { deepActiveElement, holdsFocus } from '../base/composed-tree.js';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

const EVENTS = ['pointermove', 'pointerdown', 'keydown', 'focusin'] as const;

/** Says when nobody has moved over the host for a while, so that what lies over the picture can fade. */
export class Quiet implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #ms: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isQuiet = false;
  /** Whoever works by keyboard keeps what has the focus in sight. */
  #isByKey = false;

  constructor(host: ReactiveControllerHost & HTMLElement, ms: number) {
    this.#host = host;
    this.#ms = ms;
    host.addController(this);
  }

  get isQuiet(): boolean {
    return this.#isQuiet;
  }

  hostConnected(): void {
    for (const type of EVENTS) this.#host.addEventListener(type, this.stir, { passive: true });
    this.stir();
  }

  hostDisconnected(): void {
    for (const type of EVENTS) this.#host.removeEventListener(type, this.stir);
    clearTimeout(this.#timer);
  }

  /** Starts the wait anew. */
  readonly stir = (event?: Event): void => {
    if (event && event.type !== 'focusin') this.#isByKey = event.type === 'keydown';
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#set(!this.#isHeld), this.#ms);
    this.#set(false);
  };

  /** Whoever works by keyboard, or reads an open menu, is not to lose it. */
  get #isHeld(): boolean {
    return holdsFocus(this.#host) && (this.#isByKey || deepActiveElement()?.getAttribute('role')?.startsWith('menu') === true);
  }

  #set(isQuiet: boolean): void {
    if (isQuiet === this.#isQuiet) return;
    this.#isQuiet = isQuiet;
    this.#host.requestUpdate();
  }
}
