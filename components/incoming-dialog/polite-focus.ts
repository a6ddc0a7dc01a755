import { holdsFocus } from '../base/composed-tree.js';

const TYPING = 'input, textarea, select, [contenteditable]:not([contenteditable="false"])';

/** Takes the focus for a card that pops up, unless somebody is typing, and gives it back where it was. */
export class PoliteFocus {
  readonly #host: HTMLElement;
  #before: HTMLElement | undefined;

  constructor(host: HTMLElement) {
    this.#host = host;
  }

  /** The card itself is focused, not a button: a key meant for the page must not answer or decline. */
  take(card: HTMLElement | null): void {
    const active = deepActive();
    if (!card || active?.matches(TYPING)) return;
    this.#before = active instanceof HTMLElement && active !== document.body ? active : undefined;
    card.focus({ preventScroll: true });
  }

  /** Moves on inside the card, if the focus is in it or went with what was removed. */
  keep(target: HTMLElement | null): void {
    if (holdsFocus(this.#host) || document.activeElement === document.body) target?.focus({ preventScroll: true });
  }

  giveBack(): void {
    const before = this.#before;
    this.#before = undefined;
    if (before?.isConnected && (holdsFocus(this.#host) || document.activeElement === document.body)) before.focus({ preventScroll: true });
  }
}

function deepActive(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}
