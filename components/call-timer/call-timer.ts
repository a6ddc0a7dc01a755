import { css, html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { hostStyles } from '../base/host.styles.js';
import { SnapshotController } from '../base/snapshot-controller.js';
import { TrtcElement } from '../base/trtc-element.js';
import { callWords } from '../locales/en/call.js';
import { clockTime, onSecond } from './seconds.js';

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

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#tick(false);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#tick(this.isConnected && this.#connectedAt.value !== null);
  }

  #tick(on: boolean): void {
    if (on) {
      this.#stop ??= onSecond(() => this.requestUpdate());
    } else {
      this.#stop?.();
      this.#stop = undefined;
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    const since = this.#connectedAt.value;
    if (since === null) return nothing;
    const seconds = Math.max(0, Math.floor((Date.now() - since) / 1000));
    return html`<span role="timer" part="time" aria-label=${this.say(callWords, 'callTime')}>${clockTime(seconds)}</span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap { 'trtc-call-timer': TrtcCallTimer }
}
