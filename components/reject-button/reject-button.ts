import { property } from 'lit/decorators.js';
import { SnapshotController } from '../base/snapshot-controller.js';
import { ControlButton, type ButtonFace } from '../base/control-button.js';
import { perform } from '../base/perform.js';
import { selectPhase } from '../../src/calling/state/selectors.js';
import { TrtcRejectRequestEvent } from '../events/call-requests.js';
import { hangUpIcon } from '../icons/call.js';
import { controlWords } from '../locales/en/controls.js';

/**
 * @summary Declines the incoming call.
 * @tagname trtc-reject-button
 * @slot icon - A picture of your own.
 * @csspart button - The button.
 * @csspart disc - The round ground of the picture.
 * @csspart label - The word under it.
 * @csspart tooltip - What a press does, on hover and focus.
 * @cssproperty [--trtc-control-size=52px] - The width of the disc, at least 44px.
 * @cssproperty [--trtc-control-background] - The ground of the disc.
 * @cssproperty [--trtc-control-color] - The picture.
 * @cssstate absent - It cannot be used here at all and shows nothing.
 * @fires {TrtcRejectRequestEvent} trtc-reject-request - Pressed. Bubbles; prevent it to let it ring on.
 * @fires {TrtcErrorEvent} trtc-error - It did not work. Bubbles.
 */
export class TrtcRejectButton extends ControlButton {
  /** What the caller is to read: a line of at most 120 characters. */
  @property() message = '';

  readonly #phase = new SnapshotController(this, selectPhase);

  protected override get face(): ButtonFace {
    const name = this.say(controlWords, 'decline');
    return { icon: hangUpIcon, name, label: name, tone: 'hangup', disabled: this.#phase.value !== 'ringing' };
  }

  protected override press(): Promise<unknown> {
    const { message } = this;
    return perform(this, this.calling, new TrtcRejectRequestEvent(message), (calling) => calling.reject(message === '' ? undefined : { message }));
  }
}

declare global {
  interface HTMLElementTagNameMap { 'trtc-reject-button': TrtcRejectButton }
}
