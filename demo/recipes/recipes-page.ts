import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { partStyles } from '../parts/part.styles.js';
import '../parts/snippet.js';
import { SitePage } from '../site-page.js';
import { RECIPES, type Recipe } from './recipes.js';

const sources = import.meta.glob<string>('./*.html', { query: '?raw', import: 'default' });

const chosenIn = (hash: string): Recipe | undefined => RECIPES.find(({ name }) => name === hash.replace(/^#\/?/, '')) ?? RECIPES[0];

/** Small pages made of the elements, each with its other side beside it. */
@customElement('recipes-page')
export class RecipesPage extends SitePage {
  static override styles = [partStyles, css`
    main { display: grid; grid-template-columns: minmax(0, 1fr); gap: 20px; max-inline-size: 1200px; margin: 0 auto; padding: 16px 24px 64px; }
    h1 { font-size: clamp(26px, 3vw, 36px); line-height: 1.2; }
    .lead { max-inline-size: 70ch; color: var(--ink-muted); font-size: 17px; }
    nav { display: flex; gap: 8px; overflow-x: auto; padding: 2px; margin: -2px; }
    nav a { flex: none; display: inline-flex; align-items: center; min-block-size: 40px; padding: 0 16px; border: 1px solid var(--line); border-radius: 999px; background: var(--card); color: var(--ink); font-size: 14px; font-weight: 500; text-decoration: none; }
    nav a[aria-current] { background: var(--accent); color: var(--on-accent); border-color: transparent; }
    .windows { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(340px, 100%), 1fr)); gap: 20px; }
    .window { overflow: hidden; }
    .window header { display: flex; justify-content: space-between; gap: 12px; align-items: center; min-block-size: 44px; padding: 0 16px; border-block-end: 1px solid var(--line); font-size: 14px; }
    .window h2 { font-size: 14px; font-weight: 600; }
    iframe { display: block; inline-size: 100%; block-size: 600px; border: 0; }
    @media (width < 640px) { main { padding: 8px 16px 48px; } iframe { block-size: 520px; } }
  `];

  protected readonly here = 'recipes';
  @state() private recipe = chosenIn(location.hash);
  @state() private code = '';

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('hashchange', this.#onHash);
    void this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.#onHash);
  }

  readonly #onHash = (): void => {
    this.recipe = chosenIn(location.hash);
    void this.#load();
  };

  async #load(): Promise<void> {
    const { recipe } = this;
    const code = await sources[`./${recipe?.windows[0]?.file}`]?.() ?? '';
    if (this.recipe === recipe) this.code = code.trim();
  }

  protected override heading(): string {
    return this.recipe?.title[this.preferences.language] ?? this.say('navRecipes');
  }

  protected override content(): TemplateResult {
    const { language } = this.preferences;
    const { recipe } = this;
    return html`
      <main lang=${language}>
        <h1>${this.say('recipes')}</h1>
        <p class="lead">${this.say('recipesLead')}</p>
        <nav aria-label=${this.say('recipes')}>${RECIPES.map(({ name, title }) => html`<a href=${`#/${name}`} aria-current=${name === recipe?.name ? 'page' : nothing}>${title[language]}</a>`)}</nav>
        ${recipe ? this.#recipe(recipe) : nothing}
      </main>`;
  }

  #recipe({ lead, windows }: Recipe): TemplateResult {
    const { language } = this.preferences;
    return html`
      <p>${lead[language]}</p>
      <div class="windows">
        ${windows.map(({ file, who }) => html`
          <section class="card window" aria-label=${who[language]}>
            <header><h2>${who[language]}</h2><a href=${`./recipes/${file}`} target="_blank">${this.say('ownTab')}</a></header>
            <iframe src=${`./recipes/${file}`} title=${who[language]} allow="camera; microphone; display-capture; fullscreen; autoplay"></iframe>
          </section>`)}
      </div>
      <demo-snippet .say=${this.say} .code=${this.code}></demo-snippet>`;
  }
}

declare global {
  interface HTMLElementTagNameMap { 'recipes-page': RecipesPage }
}
