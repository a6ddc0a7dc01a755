import { isServer } from 'lit';
import { property, state } from 'lit/decorators.js';
import { ControlButton, type ButtonFace } from '../base/control-button.js';
import { performInPage } from '../base/perform.js';
import { elementById, stageAround } from '../base/stage.js';
import { SnapshotController } from '../base/snapshot-controller.js';
import { TrtcPipRequestEvent } from '../events/media-requests.js';
import { pipIcon } from '../icons/media.js';
import { controlWords } from '../locales/en/controls.js';

/**
 * @summary Puts the picture into a small window over everything, or back. Shows nothing where the browser cannot.
 * @tagname trtc-pip-button
 * @slot icon - A picture of your own.
 * @csspart button - The button.
 * @csspart disc - The round ground of the picture.
 * @csspart label - The word under it.
 * @csspart tooltip - What a press does, on hover and focus.
 * @cssproperty [--trtc-control-size=52px] - The width of the disc, at least 44px.
 * @cssproperty [--trtc-control-background] - The ground of the disc.
 * @cssproperty [--trtc-control-color] - The picture.
 * @cssstate absent - It cannot be used here at all and shows nothing.
 * @fires {TrtcPipRequestEvent} trtc-pip-request - Pressed. Bubbles; prevent it to do it in another way.
 * @fires {TrtcErrorEvent} trtc-error - The browser refused. Bubbles.
 */
export class TrtcPipButton extends ControlButton {
  /** The id of a `<trtc-video-view>` or `<video>`; the main picture of the panel around the button unless given. */
  @property() for = '';

  @state() private isOn = false;

  readonly #hasPicture = new SnapshotController(this, ({ call }) => call?.participants.some(({ video, screen }) => video || screen) === true);
  #watched: HTMLVideoElement | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watch(undefined);
  }

  get #video(): HTMLVideoElement | undefined {
    const target = this.for === '' ? stageAround(this)?.mainVideo : elementById(this, this.for);
    if (target instanceof HTMLVideoElement) return target;
    return target && 'videoElement' in target && target.videoElement instanceof HTMLVideoElement ? target.videoElement : undefined;
  }

  #watch(video: HTMLVideoElement | undefined): void {
    this.#watched?.removeEventListener('leavepictureinpicture', this.#onLeave);
    this.#watched = video;
    video?.addEventListener('leavepictureinpicture', this.#onLeave);
    this.isOn = video !== undefined;
  }

  readonly #onLeave = (): void => this.#watch(undefined);

  protected override get face(): ButtonFace {
    return {
      icon: pipIcon,
      name: this.say(controlWords, 'popOutPicture'),
      hint: this.say(controlWords, this.isOn ? 'popInPicture' : 'popOutPicture'),
      label: this.say(controlWords, 'popOut'),
      pressed: this.isOn,
      tone: this.isOn ? 'accent' : 'plain',
      disabled: !this.isOn && !this.#hasPicture.value,
      absent: isServer || !('pictureInPictureEnabled' in document) || !document.pictureInPictureEnabled,
    };
  }

  protected override async press(): Promise<void> {
    const video = this.#video;
    await performInPage(this, new TrtcPipRequestEvent(!this.isOn), async () => {
      if (this.isOn) return document.exitPictureInPicture();
      if (!video) return;
      await video.requestPictureInPicture();
      this.#watch(video);
    });
  }
}

declare global {
  interface HTMLElementTagNameMap { 'trtc-pip-button': TrtcPipButton }
}
