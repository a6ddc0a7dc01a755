import { state } from 'lit/decorators.js';
import type { PropertyValues } from 'lit';
import type { Calling } from '../../src/calling/calling.js';
import type { DelegateListener } from '../../src/calling/delegate.js';
import { SnapshotController, sameFields } from '../base/snapshot-controller.js';
import { ControlButton, type ButtonFace } from '../base/control-button.js';
import { perform } from '../base/perform.js';
import { TrtcSwitchCameraRequestEvent } from '../events/media-requests.js';
import { flipIcon } from '../icons/media.js';
import { controlWords } from '../locales/en/controls.js';

/**
 * @summary Changes between the front and the back camera. Shows nothing where there is only one camera.
 * @tagname trtc-switch-camera-button
 * @slot icon - A picture of your own.
 * @csspart button - The button.
 * @csspart disc - The round ground of the picture.
 * @csspart label - The word under it.
 * @csspart tooltip - What a press does, on hover and focus.
 * @cssproperty [--trtc-control-size=52px] - The width of the disc, at least 44px.
 * @cssproperty [--trtc-control-background] - The ground of the disc.
 * @cssproperty [--trtc-control-color] - The picture.
 * @cssstate absent - It cannot be used here at all and shows nothing.
 * @fires {TrtcSwitchCameraRequestEvent} trtc-switch-camera-request - Pressed. Bubbles; prevent it to keep the camera.
 * @fires {TrtcErrorEvent} trtc-error - It did not work. Bubbles.
 */
export class TrtcSwitchCameraButton extends ControlButton {
  @state() private cameras = 0;

  readonly #camera = new SnapshotController(this, ({ devices: { camera } }) => ({ isOn: camera.on, front: camera.front }), sameFields);
  #listened: Calling | undefined;

  protected override get face(): ButtonFace {
    return {
      icon: flipIcon,
      name: this.say(controlWords, 'flip'),
      label: this.say(controlWords, 'flipShort'),
      disabled: !this.#camera.value.isOn,
      absent: this.cameras < 2,
    };
  }

  protected override press(): Promise<unknown> {
    const front = !this.#camera.value.front;
    return perform(this, this.calling, new TrtcSwitchCameraRequestEvent(front), (calling) => calling.switchCamera(front));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#listen(undefined);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.isConnected) this.#listen(this.calling);
  }

  #listen(calling: Calling | undefined): void {
    if (calling === this.#listened) return;
    this.#listened?.unRegisterListener(this.#onDelegate);
    this.#listened = calling;
    calling?.registerListener(this.#onDelegate);
    this.#count();
  }

  readonly #onDelegate: DelegateListener = (type, params) => {
    if (type === 'onDeviceChange' && params.kind === 'camera') this.#count();
  };

  #count(): void {
    const calling = this.#listened;
    calling?.getDevices('camera').then(
      (list) => { if (calling === this.#listened) this.cameras = list.length; },
      () => { this.cameras = 0; },
    );
  }
}

declare global {
  interface HTMLElementTagNameMap { 'trtc-switch-camera-button': TrtcSwitchCameraButton }
}
