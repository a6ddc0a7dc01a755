import { AUDIO_CALL, VIDEO_CALL, type CallSnapshot, type CallType } from '../../src/calling/state/call-state.js';
import { isPresent } from '../../src/calling/state/selectors.js';
import { ControlButton, type ButtonFace } from '../base/control-button.js';
import { perform } from '../base/perform.js';
import { SnapshotController, sameFields } from '../base/snapshot-controller.js';
import { TrtcSwitchTypeRequestEvent } from '../events/flow-requests.js';
import { phoneIcon } from '../icons/call.js';
import { cameraIcon } from '../icons/media.js';
import { flowWords } from '../locales/en/flow.js';

const selectSwitch = ({ call }: CallSnapshot) => ({
  /** Only two people change the kind of their call. */
  isPossible: call?.phase === 'in-call' && call.participants.filter(isPresent).length === 1,
  type: call?.type ?? AUDIO_CALL,
  isAsking: call?.switching?.state === 'asking',
});

/**
 * @summary Asks the other one of a call of two to switch between audio and video. While the other side is being asked it
 * says so, and a press takes the wish back. Nothing in a group call.
 * @tagname trtc-switch-type-button
 * @slot icon - A picture of your own.
 * @csspart button - The button.
 * @csspart disc - The round ground of the picture.
 * @csspart label - The word under it.
 * @csspart tooltip - What a press does, on hover and focus.
 * @cssproperty [--trtc-control-size=52px] - The width of the disc, at least 44px.
 * @cssproperty [--trtc-control-background] - The ground of the disc.
 * @cssproperty [--trtc-control-color] - The picture.
 * @cssstate absent - It cannot be used here at all and shows nothing.
 * @cssstate asking - The other side has not answered yet.
 * @fires {TrtcSwitchTypeRequestEvent} trtc-switch-type-request - Pressed. Bubbles; prevent it to do something else.
 * @fires {TrtcErrorEvent} trtc-error - It did not work, or the other side refused. Bubbles.
 */
export class TrtcSwitchTypeButton extends ControlButton {
  readonly #switch = new SnapshotController(this, selectSwitch, sameFields);

  get #target(): CallType {
    return this.#switch.value.type === VIDEO_CALL ? AUDIO_CALL : VIDEO_CALL;
  }

  protected override get face(): ButtonFace {
    const { isPossible, isAsking } = this.#switch.value;
    const isToVideo = this.#target === VIDEO_CALL;
    this.states.set('asking', isAsking);
    const name = this.say(flowWords, isToVideo ? 'switchToVideo' : 'switchToAudio');
    const asking = this.say(flowWords, isToVideo ? 'askingForVideo' : 'askingForAudio');
    return {
      icon: isToVideo ? cameraIcon : phoneIcon,
      name: isAsking ? asking : name,
      hint: isAsking ? this.say(flowWords, 'takeBack') : name,
      label: this.say(flowWords, isToVideo ? 'videoShort' : 'audioShort'),
      tone: isAsking ? 'accent' : 'plain',
      absent: !isPossible,
    };
  }

  /** Not waited for: while the other side thinks about it, a second press takes the wish back. */
  protected override async press(): Promise<void> {
    const type = this.#switch.value.isAsking ? this.#switch.value.type : this.#target;
    void perform(this, this.calling, new TrtcSwitchTypeRequestEvent(type), (calling) =>
      (type === VIDEO_CALL ? calling.switchToVideoCall() : calling.switchToAudioCall()));
  }
}

declare global {
  interface HTMLElementTagNameMap { 'trtc-switch-type-button': TrtcSwitchTypeButton }
}
