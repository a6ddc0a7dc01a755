import { html, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { hostStyles } from '../base/host.styles.js';
import { LocalizedElement } from '../base/localized-element.js';
import { TrtcSwapRequestEvent } from '../events/media-requests.js';
import { personWords } from '../locales/en/person.js';
import { cornerByKey, cornerFor, type Corner } from './corners.js';
import { Drag } from './drag.js';
import { floatingTileStyles } from './floating-tile.styles.js';

/**
 * @summary A small tile over its positioned parent, draggable to any corner by pointer or arrow keys. A double click, or
 * Enter, asks to swap it with what is behind.
 * @tagname trtc-floating-tile
 * @slot - What is in the tile.
 * @fires {TrtcSwapRequestEvent} trtc-swap-request - Double click, Enter or Space. Bubbles; whoever lays the pictures out swaps them, unless it is prevented.
 * @csspart tile - The tile.
 * @cssproperty [--trtc-tile-inset=16px] - How far from the edges it rests.
 * @cssproperty [--trtc-tile-inset-block-end] - How far from the lower edge; above the buttons, for instance.
 * @cssproperty [--trtc-tile-inset-block-start] - How far from the upper edge.
 */
export class TrtcFloatingTile extends LocalizedElement {
  static override styles: CSSResultGroup = [hostStyles, floatingTileStyles];

  /** Its accessible name. */
  @property() label = '';

  @state() private corner: Corner = { block: 'end', inline: 'end' };

  protected readonly drag = new Drag(this, {
    onDrop: (centre, speed, space) => this.#rest(cornerFor(centre, speed, space, this.#isRightToLeft)),
  });

  get #isRightToLeft(): boolean {
    return getComputedStyle(this).direction === 'rtl';
  }

  /** Moves there from wherever it is seen now. */
  #rest(corner: Corner): void {
    const before = this.getBoundingClientRect();
    this.corner = corner;
    void this.updateComplete.then(() => this.drag.glideFrom(before));
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      this.#swap();
      return;
    }
    const corner = cornerByKey(event.key, this.corner, this.#isRightToLeft);
    if (!corner) return;
    event.preventDefault();
    this.#rest(corner);
  };

  readonly #swap = (): void => {
    const request = new TrtcSwapRequestEvent();
    this.dispatchEvent(request);
  };

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { block, inline } = this.corner;
    this.states.only(`${block}-${inline}`, ['start-start', 'start-end', 'end-start', 'end-end']);
  }

  protected override render(): TemplateResult {
    return html`
      <div class="tile" part="tile" role="button" tabindex="0" aria-label=${this.label} aria-keyshortcuts="ArrowUp ArrowDown ArrowLeft ArrowRight"
        title=${this.say(personWords, 'moveTile')} lang=${this.words.language}
        @keydown=${this.#onKey} @dblclick=${this.#swap} @pointerdown=${this.drag.start}>
        <slot></slot>
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap { 'trtc-floating-tile': TrtcFloatingTile }
}
