import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { StreamType } from '../../src/calling/calling.js';
import { showTrack } from '../../src/page/show-track.js';
import type { SurfaceSource } from '../../src/page/surfaces.js';
import { hueOf } from '../avatar/portrait.js';
import { numberOr } from '../base/attributes.js';
import { hostStyles } from '../base/host.styles.js';
import { mediaKey, selectPerson, type Shown } from '../base/person.js';
import { SnapshotController, sameFields } from '../base/snapshot-controller.js';
import { TrtcElement } from '../base/trtc-element.js';
import { WatchController } from '../base/watch-controller.js';
import { TrtcVideoResizeEvent } from '../events/video-resize-event.js';
import { micOffIcon, speakerOffIcon } from '../icons/media.js';
import { callWords } from '../locales/en/call.js';
import { personWords } from '../locales/en/person.js';
import { videoViewStyles } from './video-view.styles.js';
import { ViewNumber } from './view-number.js';
import { Filled } from './filled.js';
import { levelWriter } from './show-level.js';
import { VoiceMute } from './voice-mute.js';

/** '' fills the frame with a camera's picture, unless that is upright and the frame is not; a screen is shown whole. */
export type Fit = '' | 'cover' | 'contain';

/** '' mirrors one's own front camera and nothing else. */
export type Mirror = '' | 'true' | 'false';

/**
 * @summary One person's picture with name, voice, mute and network marks, or their avatar while there is no picture. With
 * `user-id` or `local` it works by itself; with `startRemoteView(…, view.viewId)` it shows what it is told.
 * @tagname trtc-video-view
 * @slot - Put over the picture.
 * @slot placeholder - In place of the avatar.
 * @slot name - In place of the name.
 * @fires {TrtcVideoResizeEvent} trtc-video-resize - The picture has another size. Bubbles.
 * @csspart frame - The whole.
 * @csspart video - The video element.
 * @csspart placeholder - What is seen while there is no picture.
 * @csspart caption - The strip with name and marks.
 * @csspart name - The name.
 * @csspart ring - The mark of somebody who speaks.
 * @cssproperty [--trtc-view-radius=12px] - Its corners.
 * @cssproperty [--trtc-view-background] - Behind the picture.
 * @cssproperty [--trtc-view-ring=block] - `none` takes away the mark of somebody who speaks.
 * @cssproperty [--trtc-view-fit=cover] - `object-fit` of the picture.
 * @cssstate picture - A picture is seen.
 * @cssstate portrait - The picture is higher than wide.
 */
export class TrtcVideoView extends TrtcElement {
  static override styles: CSSResultGroup = [hostStyles, videoViewStyles];

  /** Whose picture. */
  @property({ attribute: 'user-id' }) userId = '';

  /** Shows one's own. */
  @property({ type: Boolean, reflect: true }) local = false;

  /** 0 the camera's picture, 1 the same small, 2 the shared screen. */
  @property({ converter: numberOr(0), attribute: 'stream-type' }) streamType: StreamType = 0;

  /** `cover` fills the frame, `contain` shows the whole picture. */
  @property({ reflect: true }) fit: Fit = '';

  /** `true` or `false`; without it one's own front camera is mirrored. */
  @property({ reflect: true }) mirror: Mirror = '';

  /** Silences this person's voice for oneself; they do not notice. No effect on oneself. */
  @property({ type: Boolean, reflect: true }) muted = false;

  /** Only the picture or the avatar: no name, no marks. */
  @property({ type: Boolean, reflect: true }) bare = false;

  /** What startRemoteView or openCamera put here; it goes before the attributes. */
  @state() private source: SurfaceSource | null = null;
  @state() private isPlaying = false;
  @state() private isUpright = false;

  #size = { width: 0, height: 0 };
  #isCovered = false;
  readonly #number = new ViewNumber(this, (source) => this.#take(source));
  readonly #person = new SnapshotController(this, (snapshot) => selectPerson(this.#shown, snapshot), sameFields);

  protected readonly picture = new WatchController(
    this,
    () => {
      const key = this.calling && mediaKey(this.#shown, this.calling.state);
      return key === undefined ? undefined : `${this.#isScreen ? 'screen' : 'video'} ${key}`;
    },
    (calling, key) => {
      const [kind = '', userId = ''] = key.split(' ');
      const stop = calling.tracks.watch(userId, kind === 'screen' ? 'screen' : 'video', (track) => this.#attach(track));
      return () => { stop(); this.#attach(null); };
    },
  );

  protected readonly voice = new WatchController(
    this,
    () => (this.calling && !this.#isScreen ? mediaKey(this.#shown, this.calling.state) : undefined),
    (calling, userId) => {
      const write = levelWriter(this.renderRoot);
      const show = (volume: number): void => write(this.#person.known.audio ? volume : 0, this.#isCovered);
      show(calling.levels.get(userId));
      const stop = calling.levels.watch(userId, show);
      return () => { stop(); write(0); };
    },
  );

  protected readonly mute = new VoiceMute(this, () => {
    const { userId, isSelf } = this.#person.value;
    return this.muted && !isSelf && userId !== '' ? userId : undefined;
  });

  protected readonly filled = new Filled(this, () => this.#isSeen && this.isUpright && this.fit === '' && !this.#isScreen);

  /** The number that startRemoteView and openCamera take; the same until the view is taken out of the page. */
  get viewId(): number {
    return this.#number.value;
  }

  /** Width and height of the picture; null while there is none. */
  get videoSize(): { readonly width: number; readonly height: number } | null {
    return this.isPlaying ? this.#size : null;
  }

  /** The inner video element, for picture in picture. */
  get videoElement(): HTMLVideoElement | null {
    return this.#video;
  }

  get #video(): HTMLVideoElement | null {
    return this.renderRoot.querySelector('video');
  }

  get #shown(): Shown {
    return this.source ? { userId: this.source.userId, local: this.source.userId === '' } : this;
  }

  get #isScreen(): boolean {
    return (this.source?.streamType ?? this.streamType) === 2;
  }

  #take(source: SurfaceSource | null): void {
    this.source = source;
    if (source && source.calling !== this.calling) this.calling = source.calling;
  }

  #attach(track: Parameters<typeof showTrack>[1]): void {
    const video = this.#video;
    if (video) showTrack(video, track);
  }

  readonly #onFrame = (): void => {
    const video = this.#video;
    const hasPicture = video !== null && video.srcObject !== null && video.videoWidth > 0;
    this.isPlaying = hasPicture;
    this.isUpright = hasPicture && video.videoHeight > video.videoWidth;
    this.states.set('portrait', this.isUpright);
    const [width, height] = hasPicture ? [video.videoWidth, video.videoHeight] : [0, 0];
    if (width === this.#size.width && height === this.#size.height) return;
    this.#size = { width, height };
    this.dispatchEvent(new TrtcVideoResizeEvent(width, height));
  };

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { userId, name } = this.#person.value;
    this.renderRoot.querySelector<HTMLElement>('.frame')?.style.setProperty('--hue', String(hueOf(userId || name)));
    this.#isCovered = this.#isSeen;
    this.states.set('picture', this.#isCovered);
  }

  get #isSeen(): boolean {
    const { video, screen } = this.#person.value;
    return this.isPlaying && (this.#isScreen ? screen : video);
  }

  get #isMirrored(): boolean {
    if (this.mirror !== '') return this.mirror === 'true';
    return this.#person.value.isFront && !this.#isScreen;
  }

  protected override render(): TemplateResult {
    const person = this.#person.value;
    const name = person.isSelf ? this.say(callWords, 'you') : person.name;
    const isContained = this.fit === 'contain' || (this.fit === '' && this.#isScreen);
    const classes = ['frame', this.bare && 'bare', this.#isSeen && 'seen', this.#isMirrored && 'mirrored', isContained && 'contain', this.fit === 'cover' && 'cover', this.isUpright && 'upright'];
    return html`
      <div class=${classes.filter(Boolean).join(' ')} part="frame" role="group" aria-label=${name || nothing} lang=${this.words.language}>
        <video part="video" playsinline autoplay .muted=${true} aria-label=${this.#videoName(name)} aria-hidden=${this.#isSeen ? nothing : 'true'}
          @loadeddata=${this.#onFrame} @resize=${this.#onFrame} @emptied=${this.#onFrame}></video>
        <div class="placeholder" part="placeholder">
          <slot name="placeholder">
            <div class="person">
              <div class="halo"><div class="swell"></div></div>
              <trtc-avatar user-id=${person.userId} decorative></trtc-avatar>
            </div>
          </slot>
        </div>
        <div class="ring" part="ring"></div>
        ${person.isReconnecting ? html`<div class="badge">${this.say(callWords, 'reconnecting')}</div>` : nothing}
        ${this.bare ? nothing : this.#caption(person, name)}
        <slot></slot>
      </div>`;
  }

  #videoName(name: string): string {
    if (!this.#isScreen) return this.say(personWords, 'videoOf', { name });
    return this.#person.value.isSelf ? this.say(personWords, 'yourScreen') : this.say(personWords, 'screenOf', { name });
  }

  #caption({ audio, isSelf, isPresent, userId }: ReturnType<typeof selectPerson>, name: string): TemplateResult | typeof nothing {
    if (!isPresent && name === '') return nothing;
    const label = this.#isScreen ? this.#videoName(name) : name;
    const isSilent = isPresent && (!audio || (this.muted && !isSelf)) && !this.#isScreen;
    const silence = this.say(personWords, audio ? 'mutedHere' : 'micOff');
    return html`
      <div class="caption" part="caption">
        ${isSilent ? html`<span class="mic" role="img" aria-label=${silence}>${audio ? speakerOffIcon : micOffIcon}</span>` : nothing}
        <slot name="name" class="name" part="name" dir="auto">${label}</slot>
        ${isSelf ? nothing : html`<trtc-network-quality user-id=${userId} only-poor></trtc-network-quality>`}
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap { 'trtc-video-view': TrtcVideoView }
}
