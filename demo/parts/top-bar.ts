import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LANGUAGES, THEMES, type Preferences } from '../preferences.js';
import type { Say } from '../words/words.js';
import './choice.js';
import { partStyles } from './part.styles.js';

const LANGUAGE_NAMES = { en: 'EN', 'zh-CN': '中文' } as const;

/** The name of the product, the language and the theme. Fires `change`; what is chosen is in `preferences`. */
@customElement('demo-top-bar')
export class DemoTopBar extends LitElement {
  static override styles = [partStyles, css`
    header { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 16px; max-inline-size: 1200px; margin: 0 auto; padding: 14px 24px; }
    a { display: inline-flex; align-items: center; gap: 10px; margin-inline-end: auto; color: var(--ink); font-weight: 600; text-decoration: none; }
    img { display: block; }
    @media (width <= 640px) { header { padding: 12px 16px; } }
  `];

  @property({ attribute: false }) say: Say = String;
  @property({ attribute: false }) preferences: Preferences = { theme: 'auto', language: 'en' };

  #change(event: Event, part: (value: string) => Partial<Preferences>): void {
    event.stopPropagation();
    if (!(event.target instanceof HTMLElement && 'value' in event.target)) return;
    this.preferences = { ...this.preferences, ...part(String(event.target.value)) };
    this.dispatchEvent(new Event('change'));
  }

  readonly #onLanguage = (event: Event): void =>
    this.#change(event, (value) => ({ language: LANGUAGES.find((language) => language === value) ?? 'en' }));

  readonly #onTheme = (event: Event): void =>
    this.#change(event, (value) => ({ theme: THEMES.find((theme) => theme === value) ?? 'auto' }));

  protected override render(): TemplateResult {
    const { say, preferences } = this;
    return html`
      <header>
        <a href="./"><img src=${new URL('../mark.svg', import.meta.url).href} alt="" width="28" height="28">trtc-calling-elements</a>
        <demo-choice label=${say('language')} .value=${preferences.language} .options=${LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))} @change=${this.#onLanguage}></demo-choice>
        <demo-choice label=${say('theme')} .value=${preferences.theme} .options=${THEMES.map((value) => ({ value, label: say(value) }))} @change=${this.#onTheme}></demo-choice>
      </header>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'demo-top-bar': DemoTopBar;
  }
}
