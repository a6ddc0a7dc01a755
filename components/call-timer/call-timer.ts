import { css, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { hostStyles } from '../base/host.styles.js';
import { SnapshotController } from '../base/snapshot-controller.js';
import { TrtcElement } from '../base/trtc-element.js';
import { callWords } from '../locales/en/call.js';
import { Elapsed } from './elapsed.js';
import { clockTime } from './seconds.js';

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
  readonly #elapsed = new Elapsed(this, () => this.#connectedAt.value);

  protected override render(): TemplateResult | typeof nothing {
    const { seconds } = this.#elapsed;
    if (seconds === null) return nothing;
    return html`<span role="timer" part="time" aria-label=${this.say(callWords, 'callTime')}>${clockTime(seconds)}</span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap { 'trtc-call-timer': TrtcCallTimer }
}
