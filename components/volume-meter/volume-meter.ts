import { css, html, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { hostStyles } from '../base/host.styles.js';
import { isSelf, mediaKey, selectPerson } from '../base/person.js';
import { SnapshotController, sameFields } from '../base/snapshot-controller.js';
import { TrtcElement } from '../base/trtc-element.js';
import { WatchController } from '../base/watch-controller.js';
import { personWords } from '../locales/en/person.js';

/**
 * @summary How loud one person is, as a bar. It follows ten measurements a second without rendering again.
 * @tagname trtc-volume-meter
 * @csspart track - The whole bar.
 * @csspart level - The part that is filled.
 * @cssproperty [--trtc-meter-color] - The filled part; the accent unless set.
 */
export class TrtcVolumeMeter extends TrtcElement {
  static override styles: CSSResultGroup = [hostStyles, css`
    :host { display: inline-block; inline-size: 96px; block-size: 6px; }
    .track {
      inline-size: 100%;
      block-size: 100%;
      overflow: hidden;
      border-radius: 99px;
      background: color-mix(in srgb, currentColor 18%, transparent);
    }
    .level {
      inline-size: 100%;
      block-size: 100%;
      border-radius: inherit;
      background: var(--trtc-meter-color, var(--_accent));
      transform: scaleX(0);
      transform-origin: 0 50%;
      transition: transform 100ms linear;
    }
    :host(:state(rtl)) .level { transform-origin: 100% 50%; }
    @media (forced-colors: active) {
      .track { border: 1px solid CanvasText; }
      .level { background: Highlight; forced-color-adjust: none; }
    }
  `];

  /** Whose voice. */
  @property({ attribute: 'user-id' }) userId = '';

  /** One's own voice. */
  @property({ type: Boolean, reflect: true }) local = false;

  readonly #self = new SnapshotController(this, (snapshot) => {
    const { name } = selectPerson(this, snapshot);
    return { name, isSelf: isSelf(this, snapshot) };
  }, sameFields);

  protected readonly levels = new WatchController(
    this,
    () => this.calling && mediaKey(this, this.calling.state),
    (calling, userId) => {
      this.#show(calling.levels.get(userId));
      const stop = calling.levels.watch(userId, (volume) => this.#show(volume));
      return () => { stop(); this.#show(0); };
    },
  );

  #show(volume: number): void {
    this.renderRoot.querySelector<HTMLElement>('.level')?.style.setProperty('transform', `scaleX(${volume / 100})`);
  }

  protected override render(): TemplateResult {
    const { name, isSelf: self } = this.#self.value;
    const label = self ? this.say(personWords, 'yourLevel') : this.say(personWords, 'speakerLevel', { name });
    return html`<div class="track" part="track" role="img" aria-label=${label}><div class="level" part="level"></div></div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap { 'trtc-volume-meter': TrtcVolumeMeter }
}
