import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { partStyles } from './part.styles.js';

const clock = (): string => new Date().toLocaleTimeString([], { hour: 'numeric', minute: '2-digit', hour12: false });
const untilNextMinute = (): number => 60_000 - (Date.now() % 60_000) + 50;

/**
 * A phone to look at: what is slotted in is its screen. Nothing in it takes part in a call.
 * @slot - The screen.
 */
@customElement('demo-phone-frame')
export class DemoPhoneFrame extends LitElement {
  static override styles = [partStyles, css`
    :host {
      --bezel: 9px;
      --corner: 50px;
    }

    .body {
      position: relative;
      padding: var(--bezel);
      border-radius: var(--corner);
      background: linear-gradient(150deg, #3b3e46, #121317 32%, #0a0b0d 68%, #33363d);
      box-shadow:
        inset 0 0 0 1px rgb(255 255 255 / 0.16),
        inset 0 0 3px 2px rgb(0 0 0 / 0.7),
        0 2px 4px rgb(8 10 16 / 0.22),
        0 24px 56px -12px rgb(8 10 16 / 0.42);
    }

    .body::before, .body::after {
      content: '';
      position: absolute;
      inline-size: 3px;
      border-radius: 2px;
      background: #2a2c33;
    }
    .body::before { inset-inline-start: -2px; inset-block-start: 128px; block-size: 44px; box-shadow: 0 56px 0 #2a2c33; }
    .body::after { inset-inline-end: -2px; inset-block-start: 156px; block-size: 72px; }

    .screen {
      position: relative;
      isolation: isolate;
      overflow: hidden;
      inline-size: 100%;
      aspect-ratio: 302 / 640;
      /* What rings is answered at its foot, which is to be seen under the page's bar. */
      max-block-size: max(480px, 100svh - 168px);
      clip-path: inset(0 round calc(var(--corner) - var(--bezel)));
      background: #0f1013;
      /* What is fixed inside stays inside. */
      contain: layout paint;
    }

    .status {
      position: absolute;
      z-index: 3;
      inset-block-start: 0;
      inset-inline: 0;
      display: flex;
      align-items: center;
      justify-content: space-between;
      block-size: 44px;
      padding: 0 26px;
      color: #fff;
      font-size: 13px;
      font-weight: 600;
      font-variant-numeric: tabular-nums;
      pointer-events: none;
      text-shadow: 0 1px 2px rgb(0 0 0 / 0.3);
    }

    .status svg { filter: drop-shadow(0 1px 1px rgb(0 0 0 / 0.3)); }

    .camera {
      position: absolute;
      z-index: 4;
      inset-block-start: 11px;
      inset-inline-start: 50%;
      inline-size: 82px;
      block-size: 23px;
      margin-inline-start: -41px;
      border-radius: 12px;
      background: #000;
      pointer-events: none;
    }
    .camera::after {
      content: '';
      position: absolute;
      inset-block: 7px;
      inset-inline-end: 8px;
      inline-size: 9px;
      border-radius: 50%;
      background: radial-gradient(circle at 40% 40%, #2b3c6b, #0b0d16 70%);
    }

    ::slotted(*) { position: absolute; inset: 0; }
  `];

  @state() private time = clock();
  #timer: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#tick();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  readonly #tick = (): void => {
    this.time = clock();
    this.#timer = setTimeout(this.#tick, untilNextMinute());
  };

  protected override render(): TemplateResult {
    return html`
      <div class="body">
        <div class="screen">
          <slot></slot>
          <div class="status" aria-hidden="true">
            <span>${this.time}</span>
            <svg width="44" height="12" viewBox="0 0 44 12" fill="currentColor">
              <path d="M8 1.600c2.3 0 4.4.9 6 2.400l1.2-1.200A10.2 10.2 0 0 0 8 0C5.3 0 2.8 1 .8 2.800L2 4c1.6-1.5 3.7-2.4 6-2.400zm0 4c1.2 0 2.3.5 3.2 1.200l1.2-1.200A6.3 6.3 0 0 0 8 4a6.3 6.3 0 0 0-4.4 1.700l1.2 1.200c.9-.8 2-1.3 3.2-1.300zM6.2 8.3 8 10.200l1.8-1.900a2.5 2.5 0 0 0-3.6 0z"/>
              <rect x="21.5" y=".5" width="19" height="10" rx="3" fill="none" stroke="currentColor" opacity=".45"/><rect x="23" y="2" width="14" height="7" rx="1.7"/><path d="M42 3.700v3.600c.8-.3 1.3-1 1.3-1.800s-.5-1.5-1.3-1.800z" opacity=".5"/>
            </svg>
          </div>
          <div class="camera"></div>
        </div>
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'demo-phone-frame': DemoPhoneFrame;
  }
}
