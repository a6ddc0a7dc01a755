import { css, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { hostStyles } from '../base/host.styles.js';
import { SnapshotController, sameFields } from '../base/snapshot-controller.js';
import { TrtcElement } from '../base/trtc-element.js';
import { callWords } from '../locales/en/call.js';
import { endedLine } from './ended-line.js';
import { selectStatus } from './status.js';

/**
 * @summary One line that says where the call is: Calling…, Ringing…, Connecting…, Reconnecting…, or how it ended. It is a
 * polite live region. Nothing while idle; while people talk it is empty for the eye and says "Connected" once.
 * @tagname trtc-call-status
 * @csspart text - The line.
 */
export class TrtcCallStatus extends TrtcElement {
  static override styles: CSSResultGroup = [hostStyles, css`:host { display: inline-block; font: inherit; text-align: inherit; }`];

  /** Only for the eye: another one in the page speaks. */
  @property({ type: Boolean, reflect: true }) silent = false;

  /** A trouble banner in the same place says that one's own connection is lost: it is not said twice. */
  @property({ type: Boolean, reflect: true, attribute: 'beside-banner' }) besideBanner = false;

  readonly #status = new SnapshotController(this, selectStatus, sameFields);

  protected override render(): TemplateResult | typeof nothing {
    return html`<span role=${this.silent ? nothing : 'status'} lang=${this.words.language}>${this.#line()}</span>`;
  }

  #line(): TemplateResult | typeof nothing {
    const { what, name, ended, isOwn } = this.#status.value;
    if (ended) return html`<span part="text">${endedLine((key, ...params) => this.say(callWords, key, ...params), ended, name)}</span>`;
    if (what === '' || (what === 'connected' && this.silent) || (isOwn && this.besideBanner)) return nothing;
    const seen = what !== 'connected';
    return html`<span part=${seen ? 'text' : nothing} class=${seen ? '' : 'visually-hidden'}>${this.say(callWords, what, { name })}</span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap { 'trtc-call-status': TrtcCallStatus }
}
