import { css, html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { hostStyles } from '../base/host.styles.js';
import { selectPerson } from '../base/person.js';
import { SnapshotController } from '../base/snapshot-controller.js';
import { TrtcElement } from '../base/trtc-element.js';
import { personWords } from '../locales/en/person.js';

const STEPS = [
  { upTo: 2, bars: 3, word: 'qualityGood' },
  { upTo: 3, bars: 2, word: 'qualityFair' },
  { upTo: 5, bars: 1, word: 'qualityPoor' },
  { upTo: 6, bars: 0, word: 'qualityDown' },
] as const;

/**
 * @summary One person's network in bars: three good, two weak, one poor, none down. Nothing while it is unknown.
 * @tagname trtc-network-quality
 * @csspart bars - The picture.
 * @cssstate shown - There is something to show.
 * @cssstate good - Excellent or good.
 * @cssstate poor - Poor, very bad or down.
 */
export class TrtcNetworkQuality extends TrtcElement {
  static override styles: CSSResultGroup = [hostStyles, css`
    :host { display: inline-block; color: inherit; line-height: 0; }
    :host(:not(:state(shown))) { display: none; }
    .bar { fill: currentColor; opacity: 0.32; }
    .bar.lit { opacity: 1; }
    .poor { color: var(--_warning); }
    @media (forced-colors: active) {
      .bar { fill: CanvasText; }
    }
  `];

  /** Whose network. */
  @property({ attribute: 'user-id' }) userId = '';

  /** Shows the bars only when the network is weak or worse. */
  @property({ type: Boolean, reflect: true, attribute: 'only-poor' }) onlyPoor = false;

  readonly #quality = new SnapshotController(this, (snapshot) => selectPerson({ userId: this.userId, local: false }, snapshot).quality);

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const quality = this.#quality.value;
    this.states.set('shown', this.#step !== undefined);
    this.states.set('good', quality === 1 || quality === 2);
    this.states.set('poor', quality >= 4);
  }

  /** undefined: unknown, or too good to be mentioned. */
  get #step(): (typeof STEPS)[number] | undefined {
    const quality = this.#quality.value;
    if (quality === 0 || (this.onlyPoor && quality <= 2)) return undefined;
    return STEPS.find(({ upTo }) => quality <= upTo);
  }

  protected override render(): TemplateResult | typeof nothing {
    const step = this.#step;
    if (!step) return nothing;
    const lit = (bar: number): string => (bar <= step.bars ? 'bar lit' : 'bar');
    return html`
      <svg part="bars" class=${step.bars <= 1 ? 'poor' : ''} viewBox="0 0 16 16" width="16" height="16" role="img"
        aria-label=${this.say(personWords, step.word)}>
        <rect class=${lit(1)} x="1.5" y="9.5" width="3" height="4.5" rx="1"/>
        <rect class=${lit(2)} x="6.5" y="6" width="3" height="8" rx="1"/>
        <rect class=${lit(3)} x="11.5" y="2" width="3" height="12" rx="1"/>
      </svg>`;
  }
}

declare global {
  interface HTMLElementTagNameMap { 'trtc-network-quality': TrtcNetworkQuality }
}
