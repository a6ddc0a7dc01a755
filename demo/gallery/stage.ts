import { LitElement, css, html, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { directionOf } from '../../components/index.js';
import { docs } from '../docs.js';
import { statesOf } from './all-states.js';
import { NO_KNOBS, Scene, type Knobs, type SceneNews } from './scene.js';
import { OVERVIEW, type GalleryView } from './view.js';

/** Writes theme, language and direction on the page, where every element finds them. */
export function dressPage({ theme, locale, dir }: Pick<GalleryView, 'theme' | 'locale' | 'dir'>): void {
  const root = document.documentElement;
  root.dataset['theme'] = theme;
  root.lang = locale || 'en';
  root.dir = dir === 'auto' ? directionOf(locale || 'en') : dir;
}

/** One element in one state, with a page of its own around it: its width is the page's, and its dialogs stay in it. */
@customElement('gallery-stage')
export class GalleryStage extends LitElement {
  static override styles = css`
    :host { display: grid; min-block-size: 100vh; place-items: center; padding: 16px; box-sizing: border-box; }
  `;

  @property({ attribute: false }) view: GalleryView = OVERVIEW;
  @property({ attribute: false }) knobs: Knobs = NO_KNOBS;
  /** Told everything that happens. */
  onNews: (news: SceneNews) => void = () => {};
  #scene: Scene | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#scene?.dispose();
    this.#scene = undefined;
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('view') || changed.has('knobs')) this.#show();
  }

  #show(): void {
    const doc = docs.elements.find(({ name }) => name === this.view.element);
    const state = statesOf(this.view.element).find(({ name }) => name === this.view.state);
    dressPage(this.view);
    this.#scene?.dispose();
    this.#scene = undefined;
    if (!doc || !state) return;
    const place = Object.assign(document.createElement('div'), { className: state.height ? 'place sized' : 'place' });
    if (state.height) place.style.blockSize = `${state.height}px`;
    document.body.classList.toggle('on-stage', state.stage === true);
    this.replaceChildren(place);
    const scene = new Scene(place, doc, state, { locale: this.view.locale || 'en', theme: this.view.theme, knobs: this.knobs }, (news) => this.onNews(news));
    this.#scene = scene;
    void scene.ready(state);
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }
}

declare global {
  interface HTMLElementTagNameMap { 'gallery-stage': GalleryStage }
}
