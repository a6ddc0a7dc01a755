import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Say } from '../words/words.js';
import { partStyles } from './part.styles.js';

const SHOWN_AS_COPIED = 2000;
/** Comments, tags with their attributes' names, values. */
const MARKUP = /(<!--[\s\S]*?-->)|(<\/?[\w-]+|\/?>)|("[^"]*")/g;

function* coloured(code: string): Generator<TemplateResult | string> {
  let from = 0;
  for (const match of code.matchAll(MARKUP)) {
    const [text, comment, tag] = match;
    yield code.slice(from, match.index);
    yield html`<span class=${comment ? 'comment' : tag ? 'tag' : 'value'}>${text}</span>`;
    from = match.index + text.length;
  }
  yield code.slice(from);
}

/** HTML to read and to copy. */
@customElement('demo-snippet')
export class DemoSnippet extends LitElement {
  static override styles = [partStyles, css`
    .card { overflow: hidden; }
    header { display: flex; align-items: center; justify-content: space-between; gap: 12px; padding: 10px 12px 10px 16px; border-block-end: 1px solid var(--line); }
    h2 { font-size: 14px; font-weight: 600; }
    pre { padding: 14px 16px 16px; overflow-x: auto; font: 12px / 1.65 var(--mono); color: var(--ink); tab-size: 2; }
    .tag { color: light-dark(#1a56bd, #9cc3ff); }
    .value { color: light-dark(#116a3b, #7fdca8); }
    .comment { color: var(--ink-muted); }
  `];

  @property({ attribute: false }) say: Say = String;
  @property() code = '';
  /** Above it, in place of the usual words. */
  @property() heading = '';
  @state() private copied = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  readonly #copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(this.code);
      this.copied = true;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => { this.copied = false; }, SHOWN_AS_COPIED);
    } catch {
      this.#select();
    }
  };

  /** Where the page may not write to the clipboard, the text is selected: the keyboard does the rest. */
  #select(): void {
    const code = this.renderRoot.querySelector('code');
    if (code) getSelection()?.selectAllChildren(code);
  }

  protected override render(): TemplateResult {
    return html`
      <section class="card" aria-labelledby="title">
        <header>
          <h2 id="title">${this.heading || this.say('snippet')}</h2>
          <button class="quiet-button" type="button" @click=${this.#copy}><span aria-live="polite">${this.say(this.copied ? 'copied' : 'copy')}</span></button>
        </header>
        <pre tabindex="0"><code>${[...coloured(this.code)]}</code></pre>
      </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'demo-snippet': DemoSnippet;
  }
}
