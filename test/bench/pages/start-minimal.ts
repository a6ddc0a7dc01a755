import { LitElement, css, html, type TemplateResult } from 'lit';
import { markLaidOut } from './laid-out.js';

/** The least that a call panel written by hand can be: a name, a place for a picture, three buttons, its own style. */
class MinimalPanel extends LitElement {
  static override properties = { name: {}, muted: { type: Boolean, state: true }, camera: { type: Boolean, state: true } };

  static override styles = css`
    :host { display: grid; grid-template-rows: auto 1fr auto; block-size: 100%; min-block-size: 320px; background: #0f1013; color: #f6f7f9; border-radius: 16px; font: 16px/1.5 system-ui, sans-serif; }
    header { padding: 16px; display: flex; gap: 8px; align-items: center; }
    .avatar { inline-size: 32px; block-size: 32px; border-radius: 50%; display: grid; place-items: center; background: #345; }
    video { inline-size: 100%; block-size: 100%; object-fit: cover; }
    footer { display: flex; gap: 16px; justify-content: center; padding: 16px; }
    button { inline-size: 52px; block-size: 52px; border: 0; border-radius: 50%; background: #3e424c; color: inherit; font: inherit; }
    .hangup { background: #d92c20; }
    input { font: inherit; padding: 8px 12px; border-radius: 8px; border: 1px solid #555; background: #1f2127; color: inherit; }
  `;

  declare name: string;
  declare muted: boolean;
  declare camera: boolean;

  constructor() {
    super();
    this.name = 'alice';
    this.muted = false;
    this.camera = false;
  }

  readonly #call = (): void => { this.dispatchEvent(new CustomEvent('call', { bubbles: true, composed: true })); };

  readonly #mute = (): void => { this.muted = !this.muted; };
  readonly #turn = (): void => { this.camera = !this.camera; };

  protected override render(): TemplateResult {
    return html`
      <header><span class="avatar">${this.name.slice(0, 1)}</span><span>${this.name}</span></header>
      <div><video playsinline .muted=${true}></video></div>
      <footer>
        <input aria-label="Whom to call">
        <button aria-label="Microphone" aria-pressed=${!this.muted} @click=${this.#mute}>M</button>
        <button aria-label="Camera" aria-pressed=${this.camera} @click=${this.#turn}>C</button>
        <button aria-label="Call" @click=${this.#call}>☎</button>
        <button class="hangup" aria-label="Hang up">×</button>
      </footer>`;
  }
}

customElements.define('minimal-panel', MinimalPanel);
const panel = document.querySelector<MinimalPanel>('minimal-panel');
if (!panel) throw new Error('The page has no panel.');
panel.updateComplete.then(() => markLaidOut(panel), (thrown: unknown) => reportError(thrown));
