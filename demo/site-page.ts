import { LitElement, html, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { DemoTopBar } from './parts/top-bar.js';
import { keepPreferences, readPreferences, type Preferences } from './preferences.js';
import type { SitePageName } from './site-pages.js';
import { sayIn, type Say } from './words/words.js';

/** A page of the site: the bar at its top, and language and theme as the visitor chose them. */
export abstract class SitePage extends LitElement {
  @state() protected preferences: Preferences = readPreferences();

  /** Which of the bar's pages it is. */
  protected abstract readonly here: SitePageName;

  /** What the tab says before the name of the kit. */
  protected abstract heading(): string;

  protected abstract content(): TemplateResult;

  protected get say(): Say {
    return sayIn(this.preferences.language);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('preferences')) {
      const { language, theme } = this.preferences;
      document.documentElement.lang = language;
      document.documentElement.dataset['theme'] = theme;
    }
    document.title = `${this.heading()} · trtc-calling-elements`;
  }

  readonly #onPreferences = (event: Event): void => {
    if (!(event.target instanceof DemoTopBar)) return;
    this.preferences = event.target.preferences;
    keepPreferences(this.preferences);
  };

  protected override render(): TemplateResult {
    return html`
      <demo-top-bar .say=${this.say} .preferences=${this.preferences} here=${this.here} @change=${this.#onPreferences}></demo-top-bar>
      ${this.content()}`;
  }
}
