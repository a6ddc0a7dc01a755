import { SnapshotController, sameFields } from '../base/snapshot-controller.js';
import { ControlButton, type ButtonFace } from '../base/control-button.js';
import { perform } from '../base/perform.js';
import { TrtcScreenShareRequestEvent } from '../events/media-requests.js';
import { screenIcon, screenOffIcon } from '../icons/media.js';
import { controlWords } from '../locales/en/controls.js';

const canCapture = (): boolean => 'getDisplayMedia' in (globalThis.navigator?.mediaDevices ?? {});

/**
 * @summary Shares the screen, or stops. Shows nothing where the browser cannot share one.
 * @tagname trtc-screen-share-button
 * @slot icon - A picture of your own.
 * @csspart button - The button.
 * @csspart disc - The round ground of the picture.
 * @csspart label - The word under it.
 * @csspart tooltip - What a press does, on hover and focus.
 * @cssproperty [--trtc-control-size=52px] - The width of the disc, at least 44px.
 * @cssproperty [--trtc-control-background] - The ground of the disc.
 * @cssproperty [--trtc-control-color] - The picture.
 * @cssstate absent - It cannot be used here at all and shows nothing.
 * @fires {TrtcScreenShareRequestEvent} trtc-screen-share-request - Pressed. Bubbles; prevent it to share in another way.
 * @fires {TrtcErrorEvent} trtc-error - It did not work. Bubbles.
 */
export class TrtcScreenShareButton extends ControlButton {
  readonly #screen = new SnapshotController(this, ({ call, devices: { screen } }) => ({
    isOn: screen.on,
    isPending: screen.pending,
    isInRoom: call?.inRoom === true,
  }), sameFields);

  protected override get face(): ButtonFace {
    const { isOn, isPending, isInRoom } = this.#screen.value;
    return {
      icon: isOn ? screenOffIcon : screenIcon,
      name: this.say(controlWords, 'screenShare'),
      hint: this.say(controlWords, isOn ? 'stopSharing' : 'shareScreen'),
      label: this.say(controlWords, 'share'),
      pressed: isOn,
      tone: isOn ? 'accent' : 'plain',
      disabled: isPending || !isInRoom,
      absent: !canCapture(),
    };
  }

  protected override press(): Promise<unknown> {
    const on = !this.#screen.value.isOn;
    return perform(this, this.calling, new TrtcScreenShareRequestEvent(on), (calling) =>
      on ? calling.startScreenShare() : calling.stopScreenShare());
  }
}

declare global {
  interface HTMLElementTagNameMap { 'trtc-screen-share-button': TrtcScreenShareButton }
}
