import { isServer, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { ControlButton, type ButtonFace } from '../base/control-button.js';
import { performInPage } from '../base/perform.js';
import { elementById, stageAround } from '../base/stage.js';
import { composedAncestors } from '../base/composed-tree.js';
import { SnapshotController } from '../base/snapshot-controller.js';
import { TrtcPipRequestEvent } from '../events/media-requests.js';
import { pipIcon } from '../icons/media.js';
import { TrtcElement } from '../base/trtc-element.js';
import { controlWords } from '../locales/en/controls.js';
import { pipWindowOf, pipWindows } from './pip-windows.js';

/**
 * @summary Puts the call into a small window over everything, or back: with mute, hang up and answer where the browser has
 * Document Picture-in-Picture, else the picture alone. Shows nothing where the browser cannot.
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
  /** The id of a `<trtc-video-view>` or `<video>` to show alone; the call of the panel around the button unless given. */
  @property() for = '';

  @state() private isOn = false;

  readonly #hasPicture = new SnapshotController(this, ({ call }) => call?.participants.some(({ video, screen }) => video || screen) === true);
  #leaving: AbortController | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    pipWindows()?.addEventListener('enter', this.#look);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    pipWindows()?.removeEventListener('enter', this.#look);
    this.#leaving?.abort();
    this.isOn = false;
  }

  /** Only a whole call needs the window of elements; a picture alone is what the video element can do by itself. */
  get #hasWindows(): boolean {
    return this.for === '' && pipWindows() !== undefined;
  }

  get #video(): HTMLVideoElement | undefined {
    const target = this.for === '' ? stageAround(this)?.mainVideo : elementById(this, this.for);
    if (target instanceof HTMLVideoElement) return target;
    return target && 'videoElement' in target && target.videoElement instanceof HTMLVideoElement ? target.videoElement : undefined;
  }

  /** What the window is to look like and where its wishes are heard: the panel around, else the outermost element of ours. */
  get #source(): TrtcElement {
    const around = [...composedAncestors(this)].filter((each): each is TrtcElement => each instanceof TrtcElement && each.calling === this.calling);
    return around.find((each) => 'mainVideo' in each) ?? around.at(-1) ?? this;
  }

  /** Another button, or this one in another place, may have opened the window. */
  readonly #look = (): void => {
    const view = this.#hasWindows ? pipWindowOf(this.calling) : undefined;
    if (view && !this.isOn) this.#watch(view, 'pagehide');
  };

  #watch(target: EventTarget, leaving: 'pagehide' | 'leavepictureinpicture'): void {
    this.#leaving?.abort();
    this.#leaving = new AbortController();
    this.isOn = true;
    target.addEventListener(leaving, () => { this.isOn = false; }, { once: true, signal: this.#leaving.signal });
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#look();
  }

  protected override get face(): ButtonFace {
    return {
      icon: pipIcon,
      name: this.say(controlWords, 'popOutPicture'),
      hint: this.say(controlWords, this.isOn ? 'popInPicture' : 'popOutPicture'),
      label: this.say(controlWords, 'popOut'),
      pressed: this.isOn,
      tone: this.isOn ? 'accent' : 'plain',
      disabled: !this.isOn && !this.#hasWindows && !this.#hasPicture.value,
      absent: isServer || (!this.#hasWindows && document.pictureInPictureEnabled !== true),
    };
  }

  protected override async press(): Promise<void> {
    await performInPage(this, new TrtcPipRequestEvent(!this.isOn), () => (this.isOn ? this.#leave() : this.#enter()));
  }

  async #enter(): Promise<void> {
    const windows = this.#hasWindows ? pipWindows() : undefined;
    if (windows) {
      const [{ popOut }] = await Promise.all([import('./document-pip.js'), import('../call-card/call-card.define.js')]);
      await popOut(windows, this.#source);
      return this.#look();
    }
    const video = this.#video;
    if (!video) return;
    await video.requestPictureInPicture();
    this.#watch(video, 'leavepictureinpicture');
  }

  async #leave(): Promise<void> {
    const view = pipWindowOf(this.calling);
    if (view) view.close();
    else await document.exitPictureInPicture();
  }
}

declare global {
  interface HTMLElementTagNameMap { 'trtc-pip-button': TrtcPipButton }
}
