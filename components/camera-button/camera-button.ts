import { SnapshotController, sameFields } from '../base/snapshot-controller.js';
import { ControlButton, type ButtonFace } from '../base/control-button.js';
import { perform } from '../base/perform.js';
import { TrtcCameraRequestEvent } from '../events/media-requests.js';
import { cameraIcon, cameraOffIcon } from '../icons/media.js';
import { controlWords } from '../locales/en/controls.js';

/**
 * @summary Turns the camera off and on. It goes by what is wanted, so that a second press while the camera starts stops it.
 * @tagname trtc-camera-button
 * @slot icon - A picture of your own.
 * @csspart button - The button.
 * @csspart disc - The round ground of the picture.
 * @csspart label - The word under it.
 * @csspart tooltip - What a press does, on hover and focus.
 * @cssproperty [--trtc-control-size=52px] - The width of the disc, at least 44px.
 * @cssproperty [--trtc-control-background] - The ground of the disc.
 * @cssproperty [--trtc-control-color] - The picture.
 * @cssstate absent - It cannot be used here at all and shows nothing.
 * @fires {TrtcCameraRequestEvent} trtc-camera-request - Pressed. Bubbles; prevent it to leave the camera as it is.
 * @fires {TrtcErrorEvent} trtc-error - It did not work. Bubbles.
 */
export class TrtcCameraButton extends ControlButton {
  readonly #camera = new SnapshotController(this, ({ devices: { camera } }) => ({
    isOn: camera.wanted,
    front: camera.front,
  }), sameFields);

  protected override get face(): ButtonFace {
    const { isOn } = this.#camera.value;
    return {
      icon: isOn ? cameraIcon : cameraOffIcon,
      name: this.say(controlWords, 'camera'),
      hint: this.say(controlWords, isOn ? 'cameraOff' : 'cameraOn'),
      label: this.say(controlWords, 'camera'),
      pressed: isOn,
      tone: isOn ? 'plain' : 'off',
    };
  }

  protected override async press(): Promise<void> {
    const { isOn, front } = this.#camera.value;
    // Not awaited: opening may take seconds, and the next press must be able to take it back.
    const done = perform(this, this.calling, new TrtcCameraRequestEvent(!isOn), (calling) =>
      isOn ? calling.closeCamera() : calling.openCamera(front));
    done.catch((error: unknown) => reportError(error));
  }
}

declare global {
  interface HTMLElementTagNameMap { 'trtc-camera-button': TrtcCameraButton }
}
