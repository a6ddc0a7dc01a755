import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { partStyles } from '../parts/part.styles.js';
import '../parts/snippet.js';
import { SitePage } from '../site-page.js';
import { FRAMEWORKS, filesOf, type Framework } from './frameworks.js';

const chosenIn = (hash: string): Framework | undefined => FRAMEWORKS.find(({ name }) => name === hash.replace(/^#\/?/, '')) ?? FRAMEWORKS[0];

/** The app of each framework, word for word as the checks run it. */
@customElement('integrations-page')
export class IntegrationsPage extends SitePage {
  static override styles = [partStyles, css`
    main { display: grid; grid-template-columns: minmax(0, 1fr); gap: 20px; max-inline-size: 900px; margin: 0 auto; padding: 16px 24px 64px; }
    h1 { font-size: clamp(26px, 3vw, 36px); line-height: 1.2; }
    .lead { max-inline-size: 70ch; color: var(--ink-muted); font-size: 17px; }
    nav { display: flex; gap: 8px; overflow-x: auto; padding: 2px; margin: -2px; }
    nav a { flex: none; display: inline-flex; align-items: center; min-block-size: 40px; padding: 0 16px; border: 1px solid var(--line); border-radius: 999px; background: var(--card); color: var(--ink); font-size: 14px; font-weight: 500; text-decoration: none; }
    nav a[aria-current] { background: var(--accent); color: var(--on-accent); border-color: transparent; }
    @media (width < 640px) { main { padding: 8px 16px 48px; } }
  `];

  protected readonly here = 'integrations';
  @state() private framework = chosenIn(location.hash);
  @state() private shown: readonly { readonly name: string; readonly code: string }[] = [];

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
    this.framework = chosenIn(location.hash);
    void this.#load();
  };

  async #load(): Promise<void> {
    const { framework } = this;
    const found = framework ? await filesOf(framework.name) : [];
    if (this.framework === framework) this.shown = found;
  }

  protected override heading(): string {
    return this.framework?.title ?? this.say('integrations');
  }

  protected override content(): TemplateResult {
    const { framework, say } = this;
    const { language } = this.preferences;
    return html`
      <main lang=${language}>
        <h1>${say('integrations')}</h1>
        <p class="lead">${say('integrationsLead')}</p>
        <nav aria-label=${say('integrations')}>${FRAMEWORKS.map(({ name, title }) => html`<a href=${`#/${name}`} aria-current=${name === framework?.name ? 'page' : nothing}>${title}</a>`)}</nav>
        ${framework?.setup ? html`<demo-snippet .say=${say} heading=${say('buildOption')} .code=${framework.setup}></demo-snippet>` : nothing}
        ${this.shown.map(({ name, code }) => html`<demo-snippet .say=${say} heading=${name} .code=${code}></demo-snippet>`)}
      </main>`;
  }
}

declare global {
  interface HTMLElementTagNameMap { 'integrations-page': IntegrationsPage }
}
