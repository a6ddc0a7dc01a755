import { html, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { holdsFocus } from '../base/composed-tree.js';
import { ControlButton, type ButtonFace } from '../base/control-button.js';
import { moreIcon } from '../icons/media.js';
import { controlWords } from '../locales/en/controls.js';
import { itemByKey } from './menu-keys.js';
import { moreButtonStyles } from './more-button.styles.js';
import { placeMenu } from '../base/place.js';

/**
 * @summary A button that opens a menu of further buttons: those of this kit with `item`, or your own with
 * `role="menuitem"`. By the menu-button pattern of the ARIA Authoring Practices: arrows, Home, End, Esc.
 * @tagname trtc-more-button
 * @slot - The rows of the menu.
 * @slot icon - A picture of your own.
 * @csspart button - The button.
 * @csspart disc - The round ground of the picture.
 * @csspart label - The word under it.
 * @csspart tooltip - What a press does, on hover and focus.
 * @csspart menu - The menu.
 * @cssproperty [--trtc-control-size=52px] - The width of the disc, at least 44px.
 * @cssproperty [--trtc-control-background] - The ground of the disc.
 * @cssproperty [--trtc-control-color] - The picture.
 * @cssstate open - The menu is open.
 */
export class TrtcMoreButton extends ControlButton {
  static override styles: CSSResultGroup = [ControlButton.styles, moreButtonStyles];

  /** Called before the menu opens, to fetch what goes into it. */
  @property({ attribute: false }) prepare: (() => Promise<unknown>) | undefined;

  @state() private isOpen = false;

  #outside: AbortController | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.close();
  }

  get #menu(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('.menu');
  }

  /** The rows that can be used here. */
  get #items(): readonly HTMLElement[] {
    const slot = this.renderRoot.querySelector<HTMLSlotElement>('.menu > slot');
    return (slot?.assignedElements({ flatten: true }) ?? [])
      .filter((item): item is HTMLElement => item instanceof HTMLElement && !item.hidden && !item.matches(':state(absent)'));
  }

  protected override get face(): ButtonFace {
    const name = this.say(controlWords, 'more');
    return { icon: moreIcon, name, label: name };
  }

  /** Opens the menu; the first of its rows, or the last, has the focus. */
  async open(at: 'first' | 'last' = 'first'): Promise<void> {
    await this.prepare?.();
    await this.updateComplete;
    const menu = this.#menu;
    if (!menu || !this.isConnected || this.isOpen) return;
    menu.showPopover();
    this.isOpen = true;
    this.#place();
    this.#watch();
    const items = this.#items;
    (items[at === 'first' ? 0 : items.length - 1] ?? menu).focus();
  }

  /** Closes the menu. */
  close(): void {
    this.#outside?.abort();
    if (!this.isOpen) return;
    this.isOpen = false;
    if (this.isConnected) this.#menu?.hidePopover();
  }

  protected override async press(): Promise<void> {
    if (this.isOpen) this.close();
    else await this.open();
  }

  #place(): void {
    const menu = this.#menu;
    const button = this.renderRoot.querySelector('button');
    if (!menu || !button) return;
    const { clientWidth: width, clientHeight: height } = this.ownerDocument.documentElement;
    menu.style.maxHeight = '';
    const place = placeMenu(button.getBoundingClientRect(), menu.getBoundingClientRect(), { width, height });
    Object.assign(menu.style, { left: `${place.left}px`, top: `${place.top}px`, maxHeight: `${place.maxHeight}px` });
  }

  /** A press elsewhere, the focus elsewhere or a window of another size closes it. */
  #watch(): void {
    this.#outside = new AbortController();
    const { signal } = this.#outside;
    const view = this.ownerDocument.defaultView ?? window;
    view.addEventListener('pointerdown', (event) => { if (!event.composedPath().includes(this)) this.close(); }, { signal, capture: true });
    view.addEventListener('resize', () => this.close(), { signal });
  }

  readonly #onButtonKey = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    void this.open(event.key === 'ArrowUp' ? 'last' : 'first');
  };

  readonly #onMenuKey = (event: KeyboardEvent): void => {
    const items = this.#items;
    const next = itemByKey(event.key, items.findIndex((item) => holdsFocus(item)), items.length);
    if (next !== undefined) items[next]?.focus();
    else if (event.key === 'Escape') this.#closeToButton();
    else if (event.key === 'Tab') return this.close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  #closeToButton(): void {
    this.close();
    this.focus();
  }

  readonly #onFocusOut = (event: FocusEvent): void => {
    if (event.relatedTarget instanceof Node && !this.contains(event.relatedTarget)) this.close();
  };

  /** A row was pressed: it has done its work by now, and what it opened may have the focus already. */
  readonly #onChoice = (event: Event): void => {
    if (!this.#items.some((item) => event.composedPath().includes(item))) return;
    if (this.#items.some((item) => holdsFocus(item))) this.#closeToButton();
    else this.close();
  };

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.states.set('open', this.isOpen);
    const button = this.renderRoot.querySelector('button');
    button?.setAttribute('aria-haspopup', 'menu');
    button?.setAttribute('aria-expanded', String(this.isOpen));
  }

  protected override render(): TemplateResult {
    return html`
      <span class="press" @keydown=${this.#onButtonKey}>${super.render()}</span>
      <div class="menu" part="menu" popover="manual" role="menu" tabindex="-1" aria-label=${this.say(controlWords, 'more')} lang=${this.words.language}
        @keydown=${this.#onMenuKey} @click=${this.#onChoice} @focusout=${this.#onFocusOut}>
        <slot></slot>
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap { 'trtc-more-button': TrtcMoreButton }
}
