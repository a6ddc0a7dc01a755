import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LANGUAGES, THEMES, type Preferences, type ThemeChoice } from '../preferences.js';
import type { Say } from '../words/words.js';
import './choice.js';
import { partStyles } from './part.styles.js';

const ICONS: Readonly<Record<ThemeChoice, TemplateResult>> = {
  auto: html`<svg width="18" height="18" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75" aria-hidden="true"><circle cx="12" cy="12" r="8.5"/><path d="M12 3.500a8.5 8.5 0 0 1 0 17z" fill="currentColor"/></svg>`,
  light: html`<svg width="18" height="18" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" aria-hidden="true"><circle cx="12" cy="12" r="4"/><path d="M12 3v2m0 14v2M3 12h2m14 0h2M5.6 5.6 7 7m10 10 1.4 1.400M18.4 5.6 17 7M7 17l-1.4 1.4"/></svg>`,
  dark: html`<svg width="18" height="18" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linejoin="round" aria-hidden="true"><path d="M20 14.200A8.3 8.3 0 0 1 9.8 4a8.3 8.3 0 1 0 10.2 10.200z"/></svg>`,
};

const LANGUAGE_NAMES = { en: 'EN', 'zh-CN': '中文' } as const;

/** The name of the product, the language and the theme. Fires `change`; what is chosen is in `preferences`. */
@customElement('demo-top-bar')
export class DemoTopBar extends LitElement {
  static override styles = [partStyles, css`
    header { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 16px; max-inline-size: 1200px; margin: 0 auto; padding: 14px 24px; }
    a { display: inline-flex; align-items: center; gap: 10px; margin-inline-end: auto; color: var(--ink); font-weight: 600; text-decoration: none; }
    a.cloud { margin-inline-end: 0; color: var(--accent); font-size: 14px; font-weight: 500; }
    img { display: block; }
    @media (width <= 640px) {
      header { gap: 8px; padding: 12px; }
      a { gap: 7px; font-size: 13px; }
      demo-choice { --choice-padding: 0 6px; }
    }
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
        <a class="cloud" href="./tencent.html">Tencent Cloud</a>
        <demo-choice label=${say('language')} .value=${preferences.language} .options=${LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))} @change=${this.#onLanguage}></demo-choice>
        <demo-choice label=${say('theme')} .value=${preferences.theme} .options=${THEMES.map((value) => ({ value, label: say(value), icon: ICONS[value] }))} @change=${this.#onTheme}></demo-choice>
      </header>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'demo-top-bar': DemoTopBar;
  }
}
