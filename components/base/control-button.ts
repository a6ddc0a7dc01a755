import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { textConverter } from './attributes.js';
import { buttonStyles } from './button.styles.js';
import { isEcho } from './double-press.js';
import { hostStyles } from './host.styles.js';
import { TrtcElement } from './trtc-element.js';

/** How a button looks and what it says in one moment. */
export interface ButtonFace {
  readonly icon: TemplateResult;
  /** The accessible name. A toggle keeps it and changes `pressed`. It contains the label. */
  readonly name: string;
  /** The tooltip: what a press does. Without it, the name. */
  readonly hint?: string;
  /** The word under the picture. */
  readonly label: string;
  /** Only toggles have one. */
  readonly pressed?: boolean;
  /** It is seen and cannot be used now. */
  readonly disabled?: boolean;
  /** It can never be used here. */
  readonly absent?: boolean;
  /** `off`: something is switched off and everybody should see it. */
  readonly tone?: 'plain' | 'off' | 'answer' | 'hangup' | 'accent';
  readonly wide?: boolean;
}

/** A button of a call: a face for the present state, and one thing to do. A press while the last is under way does nothing. */
export abstract class ControlButton extends TrtcElement {
  static override styles: CSSResultGroup = [hostStyles, buttonStyles];

  /** Shows the word under the picture instead of a tooltip. */
  @property({ type: Boolean, reflect: true }) labelled = false;

  /** Looks like a row of a menu, as in a `<trtc-more-button>`. */
  @property({ type: Boolean, reflect: true }) item = false;

  /** Takes the button out of use. */
  @property({ type: Boolean, reflect: true }) disabled = false;

  /** The key that presses it, as `aria-keyshortcuts` has it (`Shift+H`), for assistive technology and the tooltip. Who listens to keys sets it. */
  @property({ attribute: false, converter: textConverter }) keyShortcut = '';

  @state() private busy = false;

  protected abstract get face(): ButtonFace;

  /** Does what the button is for, the request event included. */
  protected abstract press(): Promise<unknown>;

  /** Whether a press is to be believed. */
  protected admits(_press: MouseEvent): boolean {
    return true;
  }

  /** Does what a press does. */
  override click(): void {
    this.renderRoot.querySelector('button')?.click();
  }

  /** Puts the focus on the button inside. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector('button')?.focus(options);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.states.set('absent', this.face.absent === true);
  }

  readonly #onClick = async (event: MouseEvent): Promise<void> => {
    if (isEcho(this, event) || this.busy || this.disabled || this.face.disabled || !this.admits(event)) return;
    this.busy = true;
    try {
      await this.press();
    } finally {
      this.busy = false;
    }
  };

  protected override render(): TemplateResult | typeof nothing {
    const { icon, name, hint, label, pressed, disabled, absent, tone = 'plain', wide } = this.face;
    if (absent) return nothing;
    if (this.item) return this.#row(icon, hint ?? name, disabled || this.disabled);
    return html`
      <button type="button" part="button" class="${tone} ${wide ? 'wide' : ''}" lang=${this.words.language}
        aria-label=${name} aria-pressed=${pressed ?? nothing} aria-disabled=${disabled || this.disabled ? 'true' : nothing}
        aria-keyshortcuts=${this.keyShortcut || nothing} @click=${this.#onClick}>
        <span class="disc" part="disc"><slot name="icon">${icon}</slot><span class="tooltip" part="tooltip" aria-hidden="true">${hint ?? name}${this.keyShortcut && ` (${this.keyShortcut})`}</span></span>
        <span class="label" part="label" aria-hidden="true">${label}</span>
      </button>`;
  }

  /** What a press does, as a row says it: no toggle, because the words change with it. */
  #row(icon: TemplateResult, text: string, isDisabled: boolean): TemplateResult {
    return html`
      <button type="button" part="button" class="row" role="menuitem" tabindex="-1" lang=${this.words.language}
        aria-disabled=${isDisabled ? 'true' : nothing} @click=${this.#onClick}>
        <slot name="icon">${icon}</slot><span part="label">${text}</span>
      </button>`;
  }
}
