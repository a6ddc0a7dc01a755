import { html, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { selectPhase } from '../../src/calling/state/selectors.js';
import { listConverter } from '../base/attributes.js';
import { ControlButton, type ButtonFace } from '../base/control-button.js';
import { perform } from '../base/perform.js';
import { placeMenu } from '../base/place.js';
import { SnapshotController } from '../base/snapshot-controller.js';
import { TrtcRejectRequestEvent } from '../events/call-requests.js';
import { messageIcon, sendIcon } from '../icons/people.js';
import { flowWords } from '../locales/en/flow.js';
import { replyButtonStyles } from './reply-button.styles.js';

/** What a decline may carry. */
const MAX_LENGTH = 120;

/**
 * @summary Declines the incoming call with a line that the caller reads: one of the quick replies, or words of one's own.
 * @tagname trtc-reply-button
 * @slot icon - A picture of your own.
 * @csspart button - The button.
 * @csspart disc - The round ground of the picture.
 * @csspart label - The word under it.
 * @csspart tooltip - What a press does, on hover and focus.
 * @csspart replies - The card with the replies.
 * @csspart reply - Each quick reply.
 * @csspart input - The field for one's own words.
 * @cssproperty [--trtc-control-size=52px] - The width of the disc, at least 44px.
 * @cssproperty [--trtc-control-background] - The ground of the disc.
 * @cssproperty [--trtc-control-color] - The picture.
 * @cssstate absent - It cannot be used here at all and shows nothing.
 * @cssstate open - The replies are seen.
 * @fires {TrtcRejectRequestEvent} trtc-reject-request - A reply was chosen. Bubbles; prevent it to let it ring on.
 * @fires {TrtcErrorEvent} trtc-error - It did not work. Bubbles.
 */
export class TrtcReplyButton extends ControlButton {
  static override styles: CSSResultGroup = [ControlButton.styles, replyButtonStyles];

  /** Quick replies of your own, each at most 120 characters; three of the kit's unless given. */
  @property({ attribute: false, converter: listConverter }) replies: readonly string[] = [];

  @state() private isOpen = false;

  readonly #phase = new SnapshotController(this, selectPhase);

  protected override get face(): ButtonFace {
    return {
      icon: messageIcon, name: this.say(flowWords, 'declineWithMessage'), label: this.say(flowWords, 'message'), disabled: this.#phase.value !== 'ringing',
    };
  }

  get #card(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('.replies');
  }

  protected override async press(): Promise<void> {
    const card = this.#card;
    const button = this.renderRoot.querySelector('button');
    if (!card || !button) return;
    if (this.isOpen) return card.hidePopover();
    card.showPopover();
    const { clientWidth: width, clientHeight: height } = this.ownerDocument.documentElement;
    card.style.maxHeight = '';
    const place = placeMenu(button.getBoundingClientRect(), card.getBoundingClientRect(), { width, height });
    Object.assign(card.style, { left: `${place.left}px`, top: `${place.top}px`, maxHeight: `${place.maxHeight}px` });
    card.querySelector('button')?.focus();
  }

  readonly #onToggle = (event: ToggleEvent): void => {
    this.isOpen = event.newState === 'open';
  };

  /** Esc closes the replies, and nothing around them. */
  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') event.stopPropagation();
  };

  readonly #onSend = (event: SubmitEvent): void => {
    event.preventDefault();
    const message = this.renderRoot.querySelector('input')?.value.trim() ?? '';
    if (message === '') this.renderRoot.querySelector('input')?.focus();
    else this.#decline(message);
  };

  #decline(message: string): void {
    this.#card?.hidePopover();
    void perform(this, this.calling, new TrtcRejectRequestEvent(message), (calling) => calling.reject({ message }));
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.states.set('open', this.isOpen);
    const button = this.renderRoot.querySelector('button');
    button?.setAttribute('aria-haspopup', 'dialog');
    button?.setAttribute('aria-expanded', String(this.isOpen));
    if (this.isOpen && this.#phase.value !== 'ringing') this.#card?.hidePopover();
  }

  protected override render(): TemplateResult {
    const own = this.replies.filter((reply) => typeof reply === 'string' && reply !== '').map((reply) => reply.slice(0, MAX_LENGTH));
    const replies = own.length > 0 ? own : [this.say(flowWords, 'replyBusy'), this.say(flowWords, 'replyLater'), this.say(flowWords, 'replyWrite')];
    return html`
      ${super.render()}
      <div class="replies" part="replies" popover="auto" role="dialog" aria-label=${this.say(flowWords, 'declineWithMessage')} lang=${this.words.language}
        @toggle=${this.#onToggle} @keydown=${this.#onKey}>
        ${replies.map((reply) => html`<button type="button" class="reply" part="reply" @click=${() => this.#decline(reply)}>${reply}</button>`)}
        <form @submit=${this.#onSend}>
          <input type="text" part="input" maxlength=${MAX_LENGTH} autocomplete="off" enterkeyhint="send"
            aria-label=${this.say(flowWords, 'ownReply')} placeholder=${this.say(flowWords, 'ownReply')}>
          <button type="submit" class="send" aria-label=${this.say(flowWords, 'sendReply')}>${sendIcon}</button>
        </form>
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap { 'trtc-reply-button': TrtcReplyButton }
}
