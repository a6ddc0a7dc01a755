import { property } from 'lit/decorators.js';
import { SnapshotController, sameFields } from '../base/snapshot-controller.js';
import { ControlButton, type ButtonFace } from '../base/control-button.js';
import { perform } from '../base/perform.js';
import { PlainSight } from '../base/plain-sight.js';
import { VIDEO_CALL } from '../../src/calling/state/call-state.js';
import { TrtcAcceptRequestEvent } from '../events/call-requests.js';
import { phoneIcon } from '../icons/call.js';
import { cameraIcon, cameraOffIcon } from '../icons/media.js';
import { controlWords } from '../locales/en/controls.js';

/**
 * @summary Answers the incoming call.
 * @tagname trtc-accept-button
 * @slot icon - A picture of your own.
 * @csspart button - The button.
 * @csspart disc - The round ground of the picture.
 * @csspart label - The word under it.
 * @csspart tooltip - What a press does, on hover and focus.
 * @cssproperty [--trtc-control-size=52px] - The width of the disc, at least 44px.
 * @cssproperty [--trtc-control-background] - The ground of the disc.
 * @cssproperty [--trtc-control-color] - The picture.
 * @cssstate absent - It cannot be used here at all and shows nothing.
 * @fires {TrtcAcceptRequestEvent} trtc-accept-request - Pressed. Bubbles; prevent it to answer in another way.
 * @fires {TrtcErrorEvent} trtc-error - It did not work. Bubbles.
 */
export class TrtcAcceptButton extends ControlButton {
  /** Answers a video call with one's own camera off; the other is seen. */
  @property({ type: Boolean, reflect: true, attribute: 'audio-only' }) audioOnly = false;

  /** Makes an audio call of a video call: both cameras stay off. */
  @property({ type: Boolean, reflect: true, attribute: 'as-audio' }) asAudio = false;

  readonly #call = new SnapshotController(this, ({ call }) => ({
    isRinging: call?.phase === 'ringing',
    isVideo: call?.type === VIDEO_CALL,
  }), sameFields);
  readonly #sight = new PlainSight(this);

  protected override get face(): ButtonFace {
    const { isRinging, isVideo } = this.#call.value;
    const rest = { tone: this.asAudio || this.audioOnly ? 'plain' : 'answer', disabled: !isRinging } as const;
    // The one ends the video for both, the other only keeps one's own camera off: they are not to be taken for each other.
    if (this.asAudio) return { icon: phoneIcon, name: this.say(controlWords, 'answerAsAudio'), label: this.say(controlWords, 'audioCall'), ...rest };
    if (this.audioOnly) return { icon: cameraOffIcon, name: this.say(controlWords, 'answerAudioOnly'), label: this.say(controlWords, 'audioOnly'), ...rest };
    return { icon: isVideo ? cameraIcon : phoneIcon, name: this.say(controlWords, 'answer'), label: this.say(controlWords, 'answer'), ...rest };
  }

  protected override admits(press: MouseEvent): boolean {
    return this.#sight.admits(press);
  }

  protected override press(): Promise<unknown> {
    const camera = this.#call.value.isVideo && !this.audioOnly && !this.asAudio;
    const options = this.asAudio ? { camera, asAudio: true } : { camera };
    return perform(this, this.calling, new TrtcAcceptRequestEvent(camera, this.asAudio), (calling) => calling.accept(options));
  }
}

declare global {
  interface HTMLElementTagNameMap { 'trtc-accept-button': TrtcAcceptButton }
}
