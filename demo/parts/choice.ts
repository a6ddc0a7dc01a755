import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { partStyles } from './part.styles.js';

export interface Option {
  readonly value: string;
  readonly label: string;
  /** Shown in place of the label, which is then only said. */
  readonly icon?: TemplateResult;
}

/** One of a few, side by side. Fires `change`; the chosen one is in `value`. */
@customElement('demo-choice')
export class DemoChoice extends LitElement {
  static override styles = [partStyles, css`
    :host { display: inline-block; }

    fieldset {
      display: flex;
      gap: 2px;
      margin: 0;
      padding: 3px;
      border: 0;
      border-radius: 999px;
      background: var(--choice-ground, light-dark(rgb(16 24 40 / 0.07), rgb(255 255 255 / 0.1)));
    }

    label {
      flex: 1;
      display: grid;
      place-items: center;
      min-block-size: 32px;
      padding: var(--choice-padding, 0 12px);
      border-radius: 999px;
      color: var(--choice-ink, var(--ink-muted));
      font-size: 13px;
      font-weight: 500;
      white-space: nowrap;
      cursor: pointer;
      transition: background-color 160ms ease-out, color 160ms ease-out;
    }

    input { position: absolute; opacity: 0; pointer-events: none; }
    label:hover { color: var(--choice-on-chosen, var(--ink)); }
    label:has(:checked) { background: var(--choice-chosen, var(--card)); color: var(--choice-on-chosen, var(--ink)); box-shadow: 0 1px 3px rgb(10 14 24 / 0.18); }
    label:has(:focus-visible) { outline: 2px solid var(--choice-focus, var(--accent)); outline-offset: 1px; }
    label:has(:disabled) { cursor: not-allowed; opacity: 0.55; }
    @media (pointer: coarse) { label { min-block-size: 40px; } }
    @media (forced-colors: active) { label:has(:checked) { background: Highlight; color: HighlightText; forced-color-adjust: none; } }
  `];

  /** What is chosen between, for screen readers. */
  @property() label = '';
  @property() value = '';
  @property({ attribute: false }) options: readonly Option[] = [];
  @property({ type: Boolean }) disabled = false;

  readonly #onChange = (event: Event): void => {
    if (!(event.target instanceof HTMLInputElement)) return;
    this.value = event.target.value;
    this.dispatchEvent(new Event('change', { bubbles: true }));
  };

  protected override render(): TemplateResult {
    return html`
      <fieldset aria-label=${this.label} ?disabled=${this.disabled} @change=${this.#onChange}>
        ${this.options.map(({ value, label, icon }) => html`
          <label title=${icon ? label : nothing}>
            <input type="radio" name="choice" .value=${value} .checked=${value === this.value}>
            ${icon ? html`${icon}<span class="visually-hidden">${label}</span>` : label}
          </label>`)}
      </fieldset>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'demo-choice': DemoChoice;
  }
}
