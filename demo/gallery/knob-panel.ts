import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { docs } from '../docs.js';
import type { ElementDoc, ItemDoc } from '../docs-data.js';
import { partStyles } from '../parts/part.styles.js';
import { withCode } from '../parts/with-code.js';
import { NO_KNOBS, type Knobs } from './scene.js';
import type { ElementState } from './state.js';
import { choicesOf } from './view.js';
import type { GallerySay } from './words.js';

type Kind = keyof Knobs;

/** What a knob turns to: `change` carries nothing, the new knobs are in `knobs`. */
@customElement('gallery-knobs')
export class GalleryKnobs extends LitElement {
  static override styles = [partStyles, css`
    details { border-block-end: 1px solid var(--line); }
    summary { display: flex; align-items: center; gap: 8px; min-block-size: 44px; padding: 0 16px; font-size: 14px; font-weight: 600; cursor: pointer; list-style: none; }
    summary::-webkit-details-marker { display: none; }
    summary::before { content: ''; inline-size: 7px; block-size: 7px; margin-inline-end: 2px; border: solid var(--ink-muted); border-width: 0 2px 2px 0; rotate: -45deg; transition: rotate 160ms ease-out; }
    :host-context([dir='rtl']) summary::before { scale: -1 1; }
    [open] > summary::before { rotate: 45deg; }
    summary:focus-visible { outline-offset: -2px; }
    summary span { color: var(--ink-muted); font-weight: 400; font-variant-numeric: tabular-nums; }
    .rows { display: grid; gap: 14px; padding: 4px 16px 18px; }
    .row { display: grid; gap: 4px; }
    label { display: flex; flex-wrap: wrap; align-items: baseline; gap: 2px 8px; font: 600 13px / 1.4 var(--mono); overflow-wrap: anywhere; }
    label.flag { align-items: center; min-block-size: 28px; cursor: pointer; }
    small { font: 400 12px / 1.4 var(--mono); color: var(--ink-muted); overflow-wrap: anywhere; }
    p { font-size: 13px; line-height: 1.45; color: var(--ink-muted); }
    /* Between details and what is in it lies a box of the browser's, which inherits nothing. */
    .rows, .rows * { box-sizing: border-box; }
    code { font: 12px var(--mono); color: var(--ink); }
    input:not([type='checkbox']), select {
      inline-size: 100%;
      min-block-size: 36px;
      padding: 0 10px;
      border: 1px solid light-dark(#858b96, #747b88);
      border-radius: 8px;
      background: var(--page);
      color: var(--ink);
      font: 13px / 1.4 var(--mono);
    }
    input[type='checkbox'] { inline-size: 20px; block-size: 20px; margin: 0; accent-color: var(--accent); }
    .wrong { color: var(--trouble); }
    .foot { padding: 12px 16px; }
    @media (pointer: coarse) { input:not([type='checkbox']), select { min-block-size: 44px; font-size: 16px; } label.flag { min-block-size: 44px; } }
  `];

  @property({ attribute: false }) say: GallerySay = String;
  @property({ attribute: false }) doc: ElementDoc | undefined;
  @property({ attribute: false }) state: ElementState | undefined;
  @property({ attribute: false }) knobs: Knobs = NO_KNOBS;
  /** Properties whose text is no JSON. */
  @state() private wrong: readonly string[] = [];

  #turn(kind: Kind, name: string, value: unknown): void {
    const { [name]: _before, ...others } = this.knobs[kind];
    const next = value === undefined ? others : { ...others, [name]: value };
    this.knobs = { ...this.knobs, [kind]: next };
    this.dispatchEvent(new Event('change'));
  }

  readonly #onJson = (name: string, text: string): void => {
    this.wrong = this.wrong.filter((each) => each !== name);
    try {
      this.#turn('properties', name, text.trim() === '' ? undefined : JSON.parse(text));
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      this.wrong = [...this.wrong, name];
    }
  };

  readonly #onReset = (): void => {
    this.knobs = NO_KNOBS;
    this.wrong = [];
    this.dispatchEvent(new Event('change'));
  };

  #attribute({ name, type, description, initial }: ItemDoc): TemplateResult {
    const turned = this.knobs.attributes[name];
    const ofState = this.state?.attributes?.[name];
    const value = turned === undefined ? (ofState === true ? '' : ofState ?? null) : turned;
    if (type === 'boolean') {
      return html`
        <div class="row">
          <label class="flag"><input type="checkbox" .checked=${value !== null} @change=${(event: Event) => this.#turn('attributes', name, event.target instanceof HTMLInputElement && event.target.checked ? '' : null)}>${name}</label>
          <p lang="en">${withCode(description)}</p>
        </div>`;
    }
    const choices = choicesOf(type);
    const set = (event: Event): void => {
      if (!(event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement)) return;
      this.#turn('attributes', name, event.target.value === '' ? (ofState === undefined ? undefined : null) : event.target.value);
    };
    return html`
      <div class="row">
        <label for=${`a-${name}`}>${name} <small>${type}${initial === undefined ? nothing : html` = ${initial}`}</small></label>
        ${choices
          ? html`<select id=${`a-${name}`} @change=${set}>
              <option value="" ?selected=${value === null || value === ''}>${this.say('isDefault')}</option>
              ${choices.filter((choice) => choice !== '').map((choice) => html`<option ?selected=${choice === value}>${choice}</option>`)}
            </select>`
          : html`<input id=${`a-${name}`} type=${type?.startsWith('number') ? 'number' : name === 'user-sig' ? 'password' : 'text'} autocomplete="off" spellcheck="false" .value=${value ?? ''} @input=${set}>`}
        <p lang="en">${withCode(description)}</p>
      </div>`;
  }

  #text(kind: Kind, { name, description, initial }: ItemDoc, hint: string): TemplateResult {
    const id = `${kind}-${name || 'default'}`;
    const value = this.knobs[kind][name];
    return html`
      <div class="row">
        <label for=${id}>${name || this.say('defaultSlot')}${initial === undefined ? nothing : html` <small>${initial}</small>`}</label>
        <input id=${id} type="text" autocomplete="off" spellcheck="false" placeholder=${hint} .value=${typeof value === 'string' ? value : ''}
          @input=${(event: Event) => event.target instanceof HTMLInputElement && this.#turn(kind, name, event.target.value === '' ? undefined : event.target.value)}>
        <p lang="en">${withCode(description)}</p>
      </div>`;
  }

  #property({ name, type, description }: ItemDoc): TemplateResult {
    const id = `p-${name}`;
    const isWrong = this.wrong.includes(name);
    return html`
      <div class="row">
        <label for=${id}>${name} <small>${type}</small></label>
        ${type?.includes('Strings') ? html`<input id=${id} type="text" spellcheck="false" placeholder='{ "hangUp": "Leave" }' aria-invalid=${isWrong} @change=${(event: Event) => event.target instanceof HTMLInputElement && this.#onJson(name, event.target.value)}>` : nothing}
        ${isWrong ? html`<p class="wrong" role="alert">${this.say('badJson')}</p>` : nothing}
        <p lang="en">${withCode(description)}</p>
      </div>`;
  }

  #group(title: string, count: number, rows: readonly TemplateResult[], open = false): TemplateResult | typeof nothing {
    if (count === 0) return nothing;
    return html`<details ?open=${open}><summary>${title} <span>${count}</span></summary><div class="rows">${rows}</div></details>`;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { doc, say } = this;
    if (!doc) return nothing;
    const told = (items: readonly ItemDoc[]): readonly TemplateResult[] => items.map(({ name, type, description }) => html`<div class="row"><label>${name} <small>${type}</small></label><p lang="en">${withCode(description)}</p></div>`);
    return html`
      ${this.#group(say('attributes'), doc.attributes.length, doc.attributes.map((each) => this.#attribute(each)), true)}
      ${this.#group(say('properties'), doc.properties.length, doc.properties.map((each) => this.#property(each)))}
      ${this.#group(say('slots'), doc.slots.length, doc.slots.map((each) => this.#text('slots', each, say('slotHint'))))}
      ${this.#group(say('parts'), doc.parts.length, doc.parts.map((each) => this.#text('parts', each, say('partHint'))))}
      ${this.#group(say('cssProperties'), doc.cssProperties.length, doc.cssProperties.map((each) => this.#text('cssProperties', each, each.initial ?? '')))}
      ${this.#group(say('tokens'), docs.tokens.length, docs.tokens.map((each) => this.#text('cssProperties', each, each.initial ?? '')))}
      ${this.#group(say('events'), doc.events.length, told(doc.events))}
      ${this.#group(say('methods'), doc.methods.length, told(doc.methods))}
      ${this.#group(say('cssStates'), doc.states.length, told(doc.states))}
      <div class="foot"><button type="button" class="quiet-button" @click=${this.#onReset}>${say('reset')}</button></div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap { 'gallery-knobs': GalleryKnobs }
}
