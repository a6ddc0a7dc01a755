import { SnapshotController, sameFields } from '../base/snapshot-controller.js';
import { ControlButton, type ButtonFace } from '../base/control-button.js';
import { perform } from '../base/perform.js';
import { TrtcMicRequestEvent } from '../events/media-requests.js';
import { micIcon, micOffIcon } from '../icons/media.js';
import { controlWords } from '../locales/en/controls.js';

/**
 * @summary Turns the microphone off and on.
 * @tagname trtc-mic-button
 * @slot icon - A picture of your own.
 * @csspart button - The button.
 * @csspart disc - The round ground of the picture.
 * @csspart label - The word under it.
 * @csspart tooltip - What a press does, on hover and focus.
 * @cssproperty [--trtc-control-size=52px] - The width of the disc, at least 44px.
 * @cssproperty [--trtc-control-background] - The ground of the disc.
 * @cssproperty [--trtc-control-color] - The picture.
 * @cssstate absent - It cannot be used here at all and shows nothing.
 * @fires {TrtcMicRequestEvent} trtc-mic-request - Pressed. Bubbles; prevent it to leave the microphone as it is.
 * @fires {TrtcErrorEvent} trtc-error - It did not work. Bubbles.
 */
export class TrtcMicButton extends ControlButton {
  readonly #state = new SnapshotController(this, ({ call, devices: { microphone } }) => ({
    isMuted: microphone.muted || (microphone.error !== 0 && !microphone.on),
    isRinging: call?.phase === 'ringing',
  }), sameFields);

  protected override get face(): ButtonFace {
    const { isMuted, isRinging } = this.#state.value;
    return {
      icon: isMuted ? micOffIcon : micIcon,
      name: this.say(controlWords, 'microphone'),
      hint: this.say(controlWords, isMuted ? 'unmute' : 'mute'),
      label: this.say(controlWords, 'mic'),
      pressed: !isMuted,
      tone: isMuted ? 'off' : 'plain',
      disabled: isRinging,
    };
  }

  protected override press(): Promise<unknown> {
    const muted = !this.#state.value.isMuted;
    return perform(this, this.calling, new TrtcMicRequestEvent(muted), (calling) => calling.setMicMute(muted));
  }
}

declare global {
  interface HTMLElementTagNameMap { 'trtc-mic-button': TrtcMicButton }
}
