import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LANGUAGES, THEMES, type Preferences, type ThemeChoice } from '../preferences.js';
import { SITE_PAGES, type SitePageName } from '../site-pages.js';
import type { Say } from '../words/words.js';
import './choice.js';
import { partStyles } from './part.styles.js';

const ICONS: Readonly<Record<ThemeChoice, TemplateResult>> = {
  auto: html`<svg width="18" height="18" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75" aria-hidden="true"><circle cx="12" cy="12" r="8.5"/><path d="M12 3.500a8.5 8.5 0 0 1 0 17z" fill="currentColor"/></svg>`,
  light: html`<svg width="18" height="18" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" aria-hidden="true"><circle cx="12" cy="12" r="4"/><path d="M12 3v2m0 14v2M3 12h2m14 0h2M5.6 5.6 7 7m10 10 1.4 1.400M18.4 5.6 17 7M7 17l-1.4 1.4"/></svg>`,
  dark: html`<svg width="18" height="18" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linejoin="round" aria-hidden="true"><path d="M20 14.200A8.3 8.3 0 0 1 9.8 4a8.3 8.3 0 1 0 10.2 10.200z"/></svg>`,
};

const LANGUAGE_NAMES = { en: 'EN', 'zh-CN': '中文' } as const;

/** The name of the product, the pages, the language and the theme. Fires `change`; what is chosen is in `preferences`. */
@customElement('demo-top-bar')
export class DemoTopBar extends LitElement {
  static override styles = [partStyles, css`
    header { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 20px; max-inline-size: 1200px; margin: 0 auto; padding: 10px 24px; }
    a { text-decoration: none; }
    .brand { display: inline-flex; align-items: center; gap: 10px; min-block-size: 44px; color: var(--ink); font-weight: 600; }
    img { display: block; }
    nav { flex: 1 1 auto; min-inline-size: 0; }
    ul { display: flex; gap: 2px; list-style: none; overflow-x: auto; scrollbar-width: none; }
    ul::-webkit-scrollbar { display: none; }
    nav a { display: inline-flex; align-items: center; min-block-size: 44px; padding: 0 10px; border-radius: 8px; color: var(--ink-muted); font-size: 14px; font-weight: 500; white-space: nowrap; }
    nav a:hover { color: var(--ink); background: light-dark(rgb(16 24 40 / 0.05), rgb(255 255 255 / 0.07)); }
    nav a[aria-current] { color: var(--ink); box-shadow: inset 0 -2px 0 -0px var(--accent); border-radius: 8px 8px 0 0; }
    nav a:focus-visible { outline-offset: -2px; }
    .choices { display: flex; gap: 8px; }
    @media (width <= 1080px) {
      nav { order: 3; flex-basis: 100%; }
      .choices { margin-inline-start: auto; }
    }
    @media (width <= 640px) {
      header { gap: 0 8px; padding: 6px 12px 0; }
      .brand { gap: 7px; font-size: 13px; }
      /* The mark stands for the name where both rows are needed. */
      @media (width <= 430px) { .brand span { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; } }
      nav ul { margin-inline: -12px; padding-inline: 8px; }
      demo-choice { --choice-padding: 0 6px; }
    }
  `];

  @property({ attribute: false }) say: Say = String;
  /** The page that this is. */
  @property() here: SitePageName | '' = '';
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
        <a class="brand" href="./"><img src=${new URL('../mark.svg', import.meta.url).href} alt="" width="28" height="28"><span>trtc-calling-elements</span></a>
        <nav aria-label=${say('navLabel')}>
          <ul role="list">${SITE_PAGES.map(({ name, file, word }) => html`<li><a href=${file} aria-current=${name === this.here ? 'page' : nothing}>${say(word)}</a></li>`)}</ul>
        </nav>
        <div class="choices">
        <demo-choice label=${say('language')} .value=${preferences.language} .options=${LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))} @change=${this.#onLanguage}></demo-choice>
        <demo-choice label=${say('theme')} .value=${preferences.theme} .options=${THEMES.map((value) => ({ value, label: say(value), icon: ICONS[value] }))} @change=${this.#onTheme}></demo-choice>
        </div>
      </header>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'demo-top-bar': DemoTopBar;
  }
}
