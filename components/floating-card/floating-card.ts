import { html, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { hostStyles } from '../base/host.styles.js';
import { TrtcElement } from '../base/trtc-element.js';
import { TrtcMinimiseRequestEvent } from '../events/call-requests.js';
import { cornerByKey, cornerFor, type Corner } from '../floating-tile/corners.js';
import { Drag } from '../floating-tile/drag.js';
import { restoreIcon } from '../icons/view.js';
import { callWords } from '../locales/en/call.js';
import { floatingCardStyles } from './floating-card.styles.js';

/**
 * @summary The call as a small card over the page, draggable to any corner by pointer or arrow keys. A minimised panel
 * shows one; alone it floats as long as it is in the page.
 * @tagname trtc-floating-card
 * @fires {TrtcMinimiseRequestEvent} trtc-minimise-request - Restore was pressed (`minimised` is false). Bubbles; whoever shows the call in large does so.
 * @csspart handle - What is dragged.
 * @csspart restore - The button that asks for the large call.
 * @cssproperty [--trtc-card-width=288px] - How wide it is.
 * @cssproperty [--trtc-card-inset=16px] - How far from the edges of the page it rests.
 */
export class TrtcFloatingCard extends TrtcElement {
  static override styles: CSSResultGroup = [hostStyles, floatingCardStyles];

  @state() private corner: Corner = { block: 'end', inline: 'end' };

  protected readonly drag = new Drag(this, {
    onDrop: (centre, speed, space) => this.#rest(cornerFor(centre, speed, space, this.words.direction === 'rtl')),
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.popover = 'manual';
    this.showPopover();
  }

  /** Puts the focus on the card, from where arrow keys move it. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('.handle')?.focus(options);
  }

  /** Moves there from wherever it is seen now. */
  #rest(corner: Corner): void {
    const before = this.getBoundingClientRect();
    this.corner = corner;
    void this.updateComplete.then(() => this.drag.glideFrom(before));
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const corner = cornerByKey(event.key, this.corner, this.words.direction === 'rtl');
    if (!corner) return;
    event.preventDefault();
    this.#rest(corner);
  };

  /** A finger on a button is no finger on the card. */
  readonly #onDown = (event: PointerEvent): void => {
    const isButton = event.composedPath().some((each) => each instanceof HTMLButtonElement);
    if (!isButton) this.drag.start(event);
  };

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { block, inline } = this.corner;
    this.states.only(`${block}-${inline}`, ['start-start', 'start-end', 'end-start', 'end-end']);
  }

  protected override render(): TemplateResult {
    const restore = this.say(callWords, 'showLarge');
    return html`
      <div class="handle" part="handle" role="group" tabindex="0" aria-label=${this.say(callWords, 'smallCall')}
        aria-keyshortcuts="ArrowUp ArrowDown ArrowLeft ArrowRight" lang=${this.words.language}
        @keydown=${this.#onKey} @pointerdown=${this.#onDown}>
        <trtc-call-card>
          <button slot="corner" type="button" class="restore" part="restore" aria-label=${restore} title=${restore}
            @click=${() => this.dispatchEvent(new TrtcMinimiseRequestEvent(false))}>${restoreIcon}</button>
        </trtc-call-card>
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap { 'trtc-floating-card': TrtcFloatingCard }
}
