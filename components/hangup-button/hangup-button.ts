import { SnapshotController } from '../base/snapshot-controller.js';
import { ControlButton, type ButtonFace } from '../base/control-button.js';
import { perform } from '../base/perform.js';
import { selectPhase } from '../../src/calling/state/selectors.js';
import { TrtcHangupRequestEvent } from '../events/call-requests.js';
import { hangUpIcon } from '../icons/call.js';
import { controlWords } from '../locales/en/controls.js';

/**
 * @summary Ends the call; while it still rings on the other side, cancels it.
 * @tagname trtc-hangup-button
 * @slot icon - A picture of your own.
 * @csspart button - The button.
 * @csspart disc - The round ground of the picture.
 * @csspart label - The word under it.
 * @csspart tooltip - What a press does, on hover and focus.
 * @cssproperty [--trtc-control-size=52px] - The width of the disc, at least 44px.
 * @cssproperty [--trtc-control-background] - The ground of the disc.
 * @cssproperty [--trtc-control-color] - The picture.
 * @cssstate absent - It cannot be used here at all and shows nothing.
 * @fires {TrtcHangupRequestEvent} trtc-hangup-request - Pressed. Bubbles; prevent it to go on talking.
 * @fires {TrtcErrorEvent} trtc-error - It did not work. Bubbles.
 */
export class TrtcHangupButton extends ControlButton {
  readonly #phase = new SnapshotController(this, selectPhase);

  protected override get face(): ButtonFace {
    const phase = this.#phase.value;
    const name = this.say(controlWords, phase === 'dialling' ? 'cancel' : 'hangUp');
    return { icon: hangUpIcon, name, label: name, tone: 'hangup', wide: true, disabled: phase === 'idle' };
  }

  protected override press(): Promise<unknown> {
    return perform(this, this.calling, new TrtcHangupRequestEvent(), (calling) => calling.hangup());
  }
}

declare global {
  interface HTMLElementTagNameMap { 'trtc-hangup-button': TrtcHangupButton }
}
