import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { docs } from '../docs.js';
import type { ElementDoc } from '../docs-data.js';
import { partStyles } from '../parts/part.styles.js';
import '../parts/snippet.js';
import { withCode } from '../parts/with-code.js';
import { SitePage } from '../site-page.js';
import { statesOf } from './all-states.js';
import { galleryStyles } from './gallery.styles.js';
import { GalleryKnobs } from './knob-panel.js';
import { LOCALES, nameOfLocale } from './languages.js';
import { NO_KNOBS, writtenAs, type Knobs, type SceneNews } from './scene.js';
import type { GalleryStage } from './stage.js';
import { DIRECTIONS, OVERVIEW, THEMES, WIDTHS, addressOf, readView, type Choices, type GalleryView } from './view.js';
import { galleryWords, type GallerySay, type GalleryWord } from './words.js';

const CHOICES: Choices = { elements: docs.elements, locales: LOCALES, statesOf: (element) => statesOf(element).map(({ name }) => name) };
const DIRECTION_WORDS = { auto: 'dirAuto', ltr: 'ltr', rtl: 'rtl' } as const satisfies Record<string, GalleryWord>;
const LONGEST_LOG = 100;

/** The gallery: the list of elements, one element in a frame of its own, its knobs, and what happens in it. */
@customElement('gallery-page')
export class GalleryPage extends SitePage {
  static override styles = [partStyles, galleryStyles];

  protected readonly here = 'gallery';
  @state() private view: GalleryView = readView(location.hash, CHOICES);
  @state() private knobs: Knobs = { ...NO_KNOBS, attributes: this.view.attributes };
  @state() private news: readonly (SceneNews & { readonly id: number })[] = [];
  @state() private filter = '';
  #count = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('hashchange', this.#onHash);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.#onHash);
  }

  get #words(): GallerySay {
    return galleryWords(this.preferences.language);
  }

  get #doc(): ElementDoc | undefined {
    return docs.elements.find(({ name }) => name === this.view.element);
  }

  protected override heading(): string {
    return this.#doc ? `<${this.#doc.tag}>` : this.#words('gallery');
  }

  readonly #onHash = (): void => {
    const next = readView(location.hash, CHOICES);
    const isOther = next.element !== this.view.element || next.state !== this.view.state;
    this.view = next;
    this.knobs = isOther ? { ...NO_KNOBS, attributes: next.attributes } : { ...this.knobs, attributes: { ...this.knobs.attributes, ...next.attributes } };
    if (isOther) this.news = [];
  };

  /** A choice in the tools changes the address, and the address the view. */
  #go(change: Partial<GalleryView>): void {
    location.hash = addressOf({ ...this.view, ...change }, CHOICES);
  }

  readonly #onKnobs = (event: Event): void => {
    if (!(event.target instanceof GalleryKnobs)) return;
    this.knobs = event.target.knobs;
    history.replaceState(null, '', addressOf({ ...this.view, attributes: this.knobs.attributes }, CHOICES));
  };

  readonly #onNews = (news: SceneNews): void => {
    this.#count += 1;
    this.news = [{ ...news, id: this.#count }, ...this.news].slice(0, LONGEST_LOG);
  };

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (changed.has('view') || changed.has('knobs') || changed.has('preferences')) this.#feed();
  }

  /** Hands the view to the page in the frame, which is there a while after the frame is. */
  readonly #feed = (): void => {
    const stage = this.renderRoot.querySelector('iframe')?.contentDocument?.querySelector<GalleryStage>('gallery-stage');
    if (!stage) return;
    stage.onNews = this.#onNews;
    const { language, theme } = this.preferences;
    stage.knobs = this.knobs;
    stage.view = { ...this.view, locale: this.view.locale || language, theme: this.view.theme === 'auto' ? theme : this.view.theme };
  };

  #select<T extends string | number>(label: GalleryWord, value: T, options: readonly { readonly value: T; readonly label: string }[], choose: (value: string) => void): TemplateResult {
    return html`
      <label>${this.#words(label)}
        <select @change=${(event: Event) => event.target instanceof HTMLSelectElement && choose(event.target.value)}>
          ${options.map((option) => html`<option value=${option.value} ?selected=${option.value === value}>${option.label}</option>`)}
        </select>
      </label>`;
  }

  #tools(): TemplateResult {
    const { theme, locale, dir, width } = this.view;
    const say = this.#words;
    return html`
      <div class="tools">
        ${this.#select('theme', theme, THEMES.map((value) => ({ value, label: say(value) })), (value) => this.#go({ theme: THEMES.find((each) => each === value) ?? 'auto' }))}
        ${this.#select('locale', locale || this.preferences.language, LOCALES.map((value) => ({ value, label: nameOfLocale(value) })), (value) => this.#go({ locale: value }))}
        ${this.#select('direction', dir, DIRECTIONS.map((value) => ({ value, label: say(DIRECTION_WORDS[value]) })), (value) => this.#go({ dir: DIRECTIONS.find((each) => each === value) ?? 'auto' }))}
        ${this.#select('width', width, [...new Set([...WIDTHS, width])].map((value) => ({ value, label: value === 0 ? say('full') : `${value} px` })), (value) => this.#go({ width: Number(value) }))}
      </div>`;
  }

  #list(): TemplateResult {
    const say = this.#words;
    const found = docs.elements.filter(({ name }) => name.includes(this.filter.trim().toLowerCase().replace(/^<?trtc-/, '')));
    const groups = [[say('screens'), found.filter(({ name }) => !name.endsWith('-button'))], [say('buttons'), found.filter(({ name }) => name.endsWith('-button'))]] as const;
    return html`
      <aside class="card list">
        <input type="search" aria-label=${say('find')} placeholder=${say('find')} .value=${this.filter} @input=${(event: Event) => { if (event.target instanceof HTMLInputElement) this.filter = event.target.value; }}>
        <nav aria-label=${say('elements')}>
          ${groups.map(([title, all]) => (all.length === 0 ? nothing : html`
            <h2>${title}</h2>
            <ul role="list">${all.map(({ name }) => html`<li><a href=${addressOf({ ...this.view, element: name, state: '', attributes: {} }, CHOICES)} aria-current=${name === this.view.element ? 'page' : nothing}>${name}</a></li>`)}</ul>`))}
          ${found.length === 0 ? html`<p role="status">${say('none')}</p>` : nothing}
        </nav>
      </aside>`;
  }

  #overview(): TemplateResult {
    const say = this.#words;
    return html`
      <main lang=${this.preferences.language}>
        <h1>${say('gallery')}</h1>
        <p class="lead">${say('lead')} <a href="./gallery-sheet.html">${say('allStates')}</a></p>
        <ul class="cards" role="list">
          ${docs.elements.map(({ name, tag, summary }) => html`<li><a class="card" href=${addressOf({ ...OVERVIEW, element: name }, CHOICES)}><b>&lt;${tag}&gt;</b><span lang="en">${withCode(summary)}</span></a></li>`)}
        </ul>
      </main>`;
  }

  #element(doc: ElementDoc): TemplateResult {
    const say = this.#words;
    const states = statesOf(doc.name);
    const now = states.find(({ name }) => name === this.view.state);
    return html`
      <main lang=${this.preferences.language}>
        <h1 class="tag">&lt;${doc.tag}&gt;</h1>
        <p class="lead" lang="en">${withCode(doc.summary)}</p>
        <nav class="states" aria-label=${say('states')}>
          ${states.map(({ name }) => html`<a href=${addressOf({ ...this.view, state: name, attributes: {} }, CHOICES)} aria-current=${name === this.view.state ? 'true' : nothing}>${name}</a>`)}
        </nav>
        <section class="card" aria-label=${say('stage')}>
          ${this.#tools()}
          <div class="frame"><iframe src="./gallery-stage.html" title=${`<${doc.tag}> ${this.view.state}`} allow="fullscreen; picture-in-picture" style=${this.view.width > 0 ? `inline-size: ${this.view.width}px` : ''} @load=${this.#feed}></iframe></div>
        </section>
        <demo-snippet .say=${this.say} .code=${writtenAs(doc, now ?? { name: '' }, this.knobs)}></demo-snippet>
        ${this.#log()}
      </main>
      <aside class="card turn" aria-label=${say('knobs')}>
        <gallery-knobs .say=${say} .doc=${doc} .state=${now} .knobs=${this.knobs} @change=${this.#onKnobs}></gallery-knobs>
      </aside>`;
  }

  #log(): TemplateResult {
    const say = this.#words;
    return html`
      <section class="card news" aria-labelledby="news">
        <header><h2 id="news">${say('happened')}</h2><p>${say('happenedHint')}</p><button type="button" class="quiet-button" @click=${() => { this.news = []; }}>${say('clear')}</button></header>
        ${this.news.length === 0 ? html`<p class="empty">${say('nothingYet')}</p>` : html`
          <ol tabindex="0" aria-labelledby="news">${this.news.map(({ kind, name, detail }) => html`<li><span>${say(kind)}</span><b>${name}</b><span>${detail === null || detail === undefined ? '' : JSON.stringify(detail)}</span></li>`)}</ol>`}
      </section>`;
  }

  protected override content(): TemplateResult {
    const doc = this.#doc;
    return html`<div class="layout ${doc ? '' : 'one'}">${this.#list()}${doc ? this.#element(doc) : this.#overview()}</div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap { 'gallery-page': GalleryPage }
}
