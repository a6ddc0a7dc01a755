import { SnapshotController, sameFields } from '../base/snapshot-controller.js';
import { ControlButton, type ButtonFace } from '../base/control-button.js';
import { perform } from '../base/perform.js';
import { TrtcSpeakerRequestEvent } from '../events/media-requests.js';
import { speakerIcon, speakerOffIcon } from '../icons/media.js';
import { controlWords } from '../locales/en/controls.js';

/**
 * @summary Loudspeaker or not (hands-free). Where the browser offers no second output, off means silence.
 * @tagname trtc-speaker-button
 * @slot icon - A picture of your own.
 * @csspart button - The button.
 * @csspart disc - The round ground of the picture.
 * @csspart label - The word under it.
 * @csspart tooltip - What a press does, on hover and focus.
 * @cssproperty [--trtc-control-size=52px] - The width of the disc, at least 44px.
 * @cssproperty [--trtc-control-background] - The ground of the disc.
 * @cssproperty [--trtc-control-color] - The picture.
 * @cssstate absent - It cannot be used here at all and shows nothing.
 * @fires {TrtcSpeakerRequestEvent} trtc-speaker-request - Pressed. Bubbles; prevent it to leave the sound where it is.
 * @fires {TrtcErrorEvent} trtc-error - It did not work. Bubbles.
 */
export class TrtcSpeakerButton extends ControlButton {
  readonly #speaker = new SnapshotController(this, ({ devices: { speaker } }) => ({
    isOn: speaker.handsFree,
    isMuted: speaker.muted,
  }), sameFields);

  protected override get face(): ButtonFace {
    const { isOn, isMuted } = this.#speaker.value;
    return {
      icon: isOn && !isMuted ? speakerIcon : speakerOffIcon,
      name: this.say(controlWords, 'speaker'),
      hint: this.say(controlWords, isOn ? 'speakerOff' : 'speakerOn'),
      label: this.say(controlWords, 'speaker'),
      pressed: isOn,
      tone: isOn ? 'plain' : 'off',
    };
  }

  protected override press(): Promise<unknown> {
    const handsFree = !this.#speaker.value.isOn;
    return perform(this, this.calling, new TrtcSpeakerRequestEvent(handsFree), (calling) => calling.setHandsFree(handsFree));
  }
}

declare global {
  interface HTMLElementTagNameMap { 'trtc-speaker-button': TrtcSpeakerButton }
}
