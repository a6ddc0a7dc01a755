import { ControlButton } from '../base/control-button.js';
import type { ControlChoice } from '../call-controls/controls.js';
import { pressed, shortcutsOf, spelled, type ShortcutList } from './shortcut-list.js';

export interface ShortcutHost extends HTMLElement {
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly shortcuts: string;
  readonly pushToTalk: boolean;
  readonly talkKey: string;
}

/** Somebody types there, or letters choose a row. */
const TAKES_LETTERS = 'input, select, textarea, [contenteditable], [role="menu"], [role="menuitem"], [role="listbox"], [role="slider"]';

/**
 * Single keys that press the buttons of the bar, while the focus is in the panel and nobody types (WCAG 2.2, 2.1.4). What is
 * not in the bar or its menu, because of the author or of the moment, has no key either.
 */
export class Shortcuts {
  readonly #host: ShortcutHost;
  #text: string | undefined;
  #keys: ShortcutList = new Map();

  constructor(host: ShortcutHost) {
    this.#host = host;
    host.addEventListener('keydown', (event) => this.#onKey(event));
    host.addEventListener('focusin', () => this.#mark());
    this.#mark();
  }

  get #list(): ShortcutList {
    if (this.#text !== this.#host.shortcuts) {
      this.#text = this.#host.shortcuts;
      this.#keys = shortcutsOf(this.#text);
    }
    return this.#keys;
  }

  get #bar(): HTMLElement | DocumentFragment | undefined {
    return this.#host.renderRoot.querySelector('trtc-call-controls')?.renderRoot;
  }

  #buttonOf(name: ControlChoice): HTMLElement | null {
    return this.#bar?.querySelector<HTMLElement>(`[data-control="${name}"]`) ?? null;
  }

  /** Assistive technology and the tooltip name the key. */
  #mark(): void {
    for (const button of this.#bar?.querySelectorAll<HTMLElement>('[data-control]') ?? []) {
      if (!(button instanceof ControlButton)) continue;
      const [, key = ''] = [...this.#list].find(([name]) => name === button.dataset['control']) ?? [];
      button.keyShortcut = spelled(key);
    }
  }

  #onKey(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.repeat || event.isComposing || !this.#isMeant(event)) return;
    const key = pressed(event);
    const name = [...this.#list].find(([, each]) => each === key)?.[0];
    const button = name && this.#buttonOf(name);
    if (!button) return;
    event.preventDefault();
    void this.#press(button);
  }

  #isMeant(event: KeyboardEvent): boolean {
    const { pushToTalk, talkKey } = this.#host;
    if (pushToTalk && event.code === (talkKey || 'Space')) return false;
    const inside = event.composedPath();
    return !inside.slice(0, inside.indexOf(this.#host)).some((node) => node instanceof Element && node.matches(TAKES_LETTERS));
  }

  /** A row of the closed menu may be waiting to be rendered. */
  async #press(button: HTMLElement): Promise<void> {
    try {
      if (button instanceof ControlButton) await button.updateComplete;
      button.click();
    } catch (error) {
      reportError(error);
    }
  }
}
