import { isServer } from 'lit';
import { property, state } from 'lit/decorators.js';
import { ControlButton, type ButtonFace } from '../base/control-button.js';
import { performInPage } from '../base/perform.js';
import { elementById, stageAround } from '../base/stage.js';
import { TrtcFullscreenRequestEvent } from '../events/media-requests.js';
import { fullScreenIcon, leaveFullScreenIcon } from '../icons/media.js';
import { controlWords } from '../locales/en/controls.js';

/**
 * @summary Lets the call fill the screen, or not; on an iPhone, which gives the screen to a video alone, the main picture. Shows
 * nothing where the browser cannot.
 * @tagname trtc-fullscreen-button
 * @slot icon - A picture of your own.
 * @csspart button - The button.
 * @csspart disc - The round ground of the picture.
 * @csspart label - The word under it.
 * @csspart tooltip - What a press does, on hover and focus.
 * @cssproperty [--trtc-control-size=52px] - The width of the disc, at least 44px.
 * @cssproperty [--trtc-control-background] - The ground of the disc.
 * @cssproperty [--trtc-control-color] - The picture.
 * @cssstate absent - It cannot be used here at all and shows nothing.
 * @fires {TrtcFullscreenRequestEvent} trtc-fullscreen-request - Pressed. Bubbles; prevent it to leave the size as it is.
 * @fires {TrtcErrorEvent} trtc-error - The browser refused. Bubbles.
 */
export class TrtcFullscreenButton extends ControlButton {
  /** The id of what is to fill the screen; the panel around the button unless given. */
  @property() for = '';

  @state() private isOn = false;

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('fullscreenchange', this.#onChange);
    this.#onChange();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('fullscreenchange', this.#onChange);
  }

  readonly #onChange = (): void => {
    this.isOn = document.fullscreenElement !== null;
  };

  protected override get face(): ButtonFace {
    const name = this.say(controlWords, 'fullScreen');
    return {
      icon: this.isOn ? leaveFullScreenIcon : fullScreenIcon,
      name,
      hint: this.say(controlWords, this.isOn ? 'leaveFullScreen' : 'fullScreen'),
      label: name,
      pressed: this.isOn,
      absent: isServer || (!document.fullscreenEnabled && !playerOf(HTMLVideoElement.prototype)),
    };
  }

  protected override async press(): Promise<void> {
    await performInPage(this, new TrtcFullscreenRequestEvent(!this.isOn), () => (this.isOn ? document.exitFullscreen() : this.#enter()));
  }

  async #enter(): Promise<void> {
    const target = this.for === '' ? stageAround(this) : elementById(this, this.for);
    if (document.fullscreenEnabled) return (target ?? document.documentElement).requestFullscreen();
    const video = target && 'mainVideo' in target ? target.mainVideo : target;
    if (video instanceof HTMLVideoElement) playerOf(video)?.call(video);
  }
}

/** iPhones let no element fill the screen but a video, in the system's player. Source: HTMLVideoElement, Safari. */
function playerOf(video: HTMLVideoElement): ((this: HTMLVideoElement) => void) | undefined {
  if (!('webkitEnterFullscreen' in video)) return undefined;
  // On the prototype it is only asked whether it is there.
  const enter: unknown = Reflect.get(video, 'webkitEnterFullscreen');
  return isMethod(enter) ? enter : undefined;
}

const isMethod = (value: unknown): value is (this: HTMLVideoElement) => void => typeof value === 'function';

declare global {
  interface HTMLElementTagNameMap { 'trtc-fullscreen-button': TrtcFullscreenButton }
}
