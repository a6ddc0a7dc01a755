import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { partStyles } from '../parts/part.styles.js';
import { SitePage } from '../site-page.js';
import { CONTENTS, PAGES, readPlace } from './contents.js';
import { guideStyles } from './guide.styles.js';
import { REFERENCES } from './reference.js';

interface Written {
  readonly html: string;
  readonly headings: readonly { readonly id: string; readonly text: string; readonly depth: number }[];
}

const files = import.meta.glob<Written>('./*/*.md');
const PHONE = '(width < 720px)';

/** The guide: written pages in the visitor's language, and the reference made from the sources. */
@customElement('guide-page')
export class GuidePage extends SitePage {
  static override styles = [partStyles, guideStyles];

  protected readonly here = 'guide';
  @state() private place = readPlace(location.hash);
  @state() private written: Written | undefined;
  @state() private failure = '';
  /** Which page `written` is. */
  #asked = '';

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('hashchange', this.#onHash);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.#onHash);
  }

  readonly #onHash = (): void => {
    const before = this.place.page;
    this.place = readPlace(location.hash);
    if (this.place.page !== before) scrollTo(0, 0);
    void this.updateComplete.then(() => this.#goTo());
  };

  protected override heading(): string {
    return PAGES.find(({ name }) => name === this.place.page)?.title[this.preferences.language] ?? '';
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { page } = this.place;
    const wanted = `./${this.preferences.language}/${page}.md`;
    if (wanted === this.#asked || REFERENCES[page]) return;
    this.#asked = wanted;
    void this.#load(wanted);
  }

  protected override firstUpdated(): void {
    this.#goTo();
  }

  async #load(file: string): Promise<void> {
    try {
      const page = await files[file]?.();
      if (this.#asked !== file) return;
      this.written = page;
      this.failure = page ? '' : file;
    } catch (error) {
      this.failure = error instanceof Error ? error.message : String(error);
    }
    await this.updateComplete;
    this.#goTo();
  }

  /** The heading or member that the address names comes into view. */
  #goTo(): void {
    const { at } = this.place;
    if (at === '') return;
    const found = [...this.renderRoot.querySelectorAll<HTMLElement>('article [id]')].find(({ id }) => id === at);
    found?.scrollIntoView({ block: 'start' });
    found?.focus({ preventScroll: true });
  }

  #contents(): TemplateResult {
    const { language } = this.preferences;
    return html`
      <details class="contents" ?open=${!matchMedia(PHONE).matches}>
        <summary>${this.heading()}</summary>
        <nav class="inner" aria-label=${this.say('navGuide')}>
          ${CONTENTS.map(({ group, pages }) => html`
            <h2>${group[language]}</h2>
            <ul role="list">${pages.map(({ name, title }) => html`<li><a href=${`#/${name}`} aria-current=${name === this.place.page ? 'page' : nothing}>${title[language]}</a></li>`)}</ul>`)}
        </nav>
      </details>`;
  }

  /** The next page, and the one before. */
  #turn(): TemplateResult {
    const { language } = this.preferences;
    const index = PAGES.findIndex(({ name }) => name === this.place.page);
    const [before, after] = [PAGES[index - 1], PAGES[index + 1]];
    return html`<div class="turn">
      ${before ? html`<a href=${`#/${before.name}`}>← ${before.title[language]}</a>` : html`<span></span>`}
      ${after ? html`<a href=${`#/${after.name}`}>${after.title[language]} →</a>` : nothing}
    </div>`;
  }

  protected override content(): TemplateResult {
    const { page } = this.place;
    const reference = REFERENCES[page];
    const headings = reference ? [] : (this.written?.headings ?? []).filter(({ depth }) => depth === 2);
    return html`
      <div class="layout">
        ${this.#contents()}
        <main lang=${this.preferences.language}>
          <article>
            ${reference ? reference(this.preferences.language) : this.failure ? html`<p role="alert">${this.failure}</p>` : unsafeHTML(this.written?.html ?? '')}
          </article>
          ${this.#turn()}
        </main>
        ${headings.length > 1 ? html`<nav class="here" aria-label=${this.say('onThisPage')}><h2>${this.say('onThisPage')}</h2><ul role="list">${headings.map(({ id, text }) => html`<li><a href=${`#/${page}/${id}`}>${text}</a></li>`)}</ul></nav>` : nothing}
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap { 'guide-page': GuidePage }
}
