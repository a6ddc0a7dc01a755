import { holdsFocus } from '../base/composed-tree.js';

/**
 * Keeps the keyboard in the host when a screen goes: what was focused (Answer, Call again) goes with it, and without this
 * the focus would fall back to the top of the page.
 */
export class KeptFocus {
  readonly #host: HTMLElement;
  #screen = '';
  #isDue = false;

  constructor(host: HTMLElement) {
    this.#host = host;
  }

  /** Before rendering `screen`. */
  before(screen: string): void {
    if (screen === this.#screen) return;
    this.#screen = screen;
    this.#isDue = this.#isDue || holdsFocus(this.#host);
  }

  /** After rendering; `target` takes the focus over, if it fell out of the host once the parts have rendered too. */
  after(target: () => HTMLElement | null): void {
    if (!this.#isDue) return;
    this.#isDue = false;
    setTimeout(() => {
      if (this.#host.isConnected && document.activeElement === document.body) target()?.focus({ preventScroll: true });
    });
  }
}
