import { css, html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { hostStyles } from '../base/host.styles.js';
import { SnapshotController } from '../base/snapshot-controller.js';
import { TrtcElement } from '../base/trtc-element.js';
import { callWords } from '../locales/en/call.js';
import { clockTime, onTick } from './seconds.js';

/**
 * @summary How long the call has lasted: 0:07, 12:30, 1:02:03. Nothing before it is connected.
 * @tagname trtc-call-timer
 * @csspart time - The figures.
 */
export class TrtcCallTimer extends TrtcElement {
  static override styles: CSSResultGroup = [hostStyles, css`
    :host { display: inline-block; font: inherit; font-variant-numeric: tabular-nums; }
  `];

  readonly #connectedAt = new SnapshotController(this, ({ call }) => call?.connectedAt ?? null);
  #stop: (() => void) | undefined;
  #shown: number | null = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#tick(false);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#tick(this.isConnected && this.#connectedAt.value !== null);
  }

  /** Whole seconds so far; null before the call is connected. */
  get #seconds(): number | null {
    const since = this.#connectedAt.value;
    return since === null ? null : Math.max(0, Math.floor((Date.now() - since) / 1000));
  }

  #tick(on: boolean): void {
    if (on) {
      this.#stop ??= onTick(() => { if (this.#seconds !== this.#shown) this.requestUpdate(); });
    } else {
      this.#stop?.();
      this.#stop = undefined;
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    this.#shown = this.#seconds;
    if (this.#shown === null) return nothing;
    return html`<span role="timer" part="time" aria-label=${this.say(callWords, 'callTime')}>${clockTime(this.#shown)}</span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap { 'trtc-call-timer': TrtcCallTimer }
}
