import { composedAncestors } from '../base/composed-tree.js';

export interface PushToTalkOptions {
  /** The microphone button: pressing and holding it talks, too. */
  readonly button: HTMLElement;
  /** `KeyboardEvent.code` of the key (UI Events KeyboardEvent code Values). */
  readonly key: () => string;
  /** There is a call to talk in. */
  readonly isPossible: () => boolean;
  readonly talk: (on: boolean) => void;
}

/** What a key belongs to when it has the focus: typing and pressing go before talking. */
const TAKES_KEYS = 'a[href], button, input, select, textarea, summary, [contenteditable], [role="menuitem"]';

/**
 * Talks for as long as a key or the button is held. The key counts within the panel only, and never where somebody types or
 * presses something; whatever takes the key's end away (another window, a hidden tab, the button's removal) ends it.
 */
export class PushToTalk {
  readonly #options: PushToTalkOptions;
  readonly #ending = new AbortController();
  #isHeld = false;

  constructor(options: PushToTalkOptions) {
    this.#options = options;
    const { button } = options;
    const { signal } = this.#ending;
    const scope = [...composedAncestors(button)].find(({ localName }) => localName === 'trtc-call-panel') ?? button;
    const release = (): void => this.#hold(false);
    scope.addEventListener('keydown', (event) => this.#onKeyDown(event), { signal });
    addEventListener('keyup', (event) => this.#onKeyUp(event), { signal, capture: true });
    addEventListener('blur', release, { signal });
    document.addEventListener('visibilitychange', release, { signal });
    button.addEventListener('pointerdown', (event) => this.#onPointerDown(event), { signal });
    for (const type of ['pointerup', 'pointercancel', 'lostpointercapture'] as const) button.addEventListener(type, release, { signal });
    // A hand has talked by holding; a press without one (a screen reader's) still turns the microphone on and off.
    button.addEventListener('click', (event) => { if (event.detail !== 0) event.stopImmediatePropagation(); }, { signal, capture: true });
  }

  get isHeld(): boolean {
    return this.#isHeld;
  }

  end(): void {
    this.#hold(false);
    this.#ending.abort();
  }

  #hold(on: boolean): void {
    if (on === this.#isHeld || (on && !this.#options.isPossible())) return;
    this.#isHeld = on;
    this.#options.talk(on);
  }

  #onKeyDown(event: Event): void {
    if (!(event instanceof KeyboardEvent) || event.code !== this.#options.key() || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    if (!this.#isMeant(event) || !this.#options.isPossible()) return;
    event.preventDefault();
    if (!event.repeat) this.#hold(true);
  }

  #onKeyUp(event: KeyboardEvent): void {
    if (!this.#isHeld || event.code !== this.#options.key()) return;
    // The button's own click comes with the end of the space key.
    event.preventDefault();
    this.#hold(false);
  }

  #onPointerDown({ pointerId, button }: PointerEvent): void {
    if (button !== 0) return;
    if (this.#options.button.isConnected) this.#options.button.setPointerCapture(pointerId);
    this.#hold(true);
  }

  #isMeant(event: KeyboardEvent): boolean {
    const path = event.composedPath();
    if (path.includes(this.#options.button)) return true;
    return !path.some((node) => node instanceof Element && node.matches(TAKES_KEYS));
  }
}
