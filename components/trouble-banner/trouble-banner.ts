import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { Elapsed } from '../call-timer/elapsed.js';
import { clockTime } from '../call-timer/seconds.js';
import { canSignIn, signInAgain } from '../base/account-session.js';
import { hostStyles } from '../base/host.styles.js';
import { perform } from '../base/perform.js';
import { SnapshotController } from '../base/snapshot-controller.js';
import { TrtcElement } from '../base/trtc-element.js';
import { TrtcLoginRequestEvent } from '../events/call-requests.js';
import { TrtcCameraRequestEvent, TrtcMicRequestEvent, TrtcResumeRequestEvent } from '../events/media-requests.js';
import { closeIcon, warningIcon } from '../icons/call.js';
import { controlWords } from '../locales/en/controls.js';
import { troubleWords } from '../locales/en/trouble.js';
import { troubleBannerStyles } from './trouble-banner.styles.js';
import { sameTroubles, selectTroubles, type Remedy, type Trouble } from './troubles.js';

/**
 * @summary The worst thing in the way of the call: one sentence, one button. Nothing when all is well. It is announced
 * once and politely.
 * @tagname trtc-trouble-banner
 * @fires {TrtcResumeRequestEvent} trtc-resume-request - "Play sound" was pressed. Bubbles; prevent it to keep silent.
 * @fires {TrtcMicRequestEvent} trtc-mic-request - "Try again" for the microphone. Bubbles; prevent it to leave it closed.
 * @fires {TrtcCameraRequestEvent} trtc-camera-request - "Try again" for the camera. Bubbles; prevent it to leave it closed.
 * @fires {TrtcLoginRequestEvent} trtc-login-request - "Sign in here" was pressed. Bubbles; prevent it to sign in in another way.
 * @fires {TrtcErrorEvent} trtc-error - It did not work. Bubbles.
 * @csspart banner - The strip.
 * @csspart button - Its button.
 * @csspart close - What closes it.
 * @cssstate shown - Something is in the way.
 */
export class TrtcTroubleBanner extends TrtcElement {
  static override styles: CSSResultGroup = [hostStyles, troubleBannerStyles];

  @state() private closed: readonly string[] = [];

  readonly #troubles = new SnapshotController(this, selectTroubles, sameTroubles);

  readonly #elapsed = new Elapsed(this, () => this.#worst?.since ?? null);
  /** What is in the way now and was not easing when it came. */
  #present: ReadonlySet<string> = new Set();

  get #worst(): Trouble | undefined {
    return this.#troubles.value.find(({ id }) => this.#present.has(id) && !this.closed.includes(id));
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    super.willUpdate(changed);
    this.#present = new Set(this.#troubles.value.filter(({ id, isEasing }) => isEasing !== true || this.#present.has(id)).map(({ id }) => id));
    // What is over may come again and is then shown again.
    if (this.closed.some((id) => !this.#present.has(id))) this.closed = this.closed.filter((id) => this.#present.has(id));
    this.states.set('shown', this.#worst !== undefined);
  }

  readonly #onRemedy = (): void => {
    switch (this.#worst?.remedy) {
      case 'play':
        void perform(this, this.calling, new TrtcResumeRequestEvent(), (calling) => calling.resumePlayback());
        break;
      case 'microphone':
      case 'unmute':
        void perform(this, this.calling, new TrtcMicRequestEvent(false), (calling) => calling.setMicMute(false));
        break;
      case 'camera':
        void perform(this, this.calling, new TrtcCameraRequestEvent(true), (calling) => calling.openCamera(calling.state.devices.camera.front));
        break;
      case 'sign-in':
        void perform(this, this.calling, new TrtcLoginRequestEvent(), signInAgain);
        break;
      default:
    }
  };

  readonly #onClose = (): void => {
    const worst = this.#worst;
    if (worst) this.closed = [...this.closed, worst.id];
  };

  protected override render(): TemplateResult {
    const trouble = this.#worst;
    return html`<div role="status" lang=${this.words.language}>${trouble ? this.#banner(trouble) : nothing}</div>`;
  }

  #banner({ word, names, remedy, code, isPassing }: Trouble): TemplateResult {
    const button = this.#buttonWord(remedy);
    return html`
      <div class="banner" part="banner" title=${code === 0 ? nothing : this.say(troubleWords, 'errorCode', { code })}>
        ${warningIcon}
        <span class="sentence">${word === 'microphoneReplaced' || word === 'cameraReplaced'
          ? this.say(troubleWords, word, names ?? { missing: '', label: '' }) : this.say(troubleWords, word)}</span>
        ${this.#count()}
        ${button ? html`<button type="button" part="button" class="remedy" @click=${this.#onRemedy}>${button}</button>` : nothing}
        ${isPassing ? nothing : html`
          <button type="button" part="close" class="close" aria-label=${this.say(troubleWords, 'dismiss')} @click=${this.#onClose}>${closeIcon}</button>`}
      </div>`;
  }

  /** How long it has been so: for the eyes, since a live region would say every second. */
  #count(): TemplateResult | typeof nothing {
    const { seconds } = this.#elapsed;
    return seconds === null ? nothing : html`<span class="count" aria-hidden="true">${clockTime(seconds)}</span>`;
  }

  #buttonWord(remedy: Remedy): string {
    switch (remedy) {
      case 'play': return this.say(troubleWords, 'playSound');
      case 'sign-in': return canSignIn(this.calling) ? this.say(troubleWords, 'signInAgain') : '';
      case 'unmute': return this.say(controlWords, 'unmute');
      case 'microphone':
      case 'camera': return this.say(troubleWords, 'tryAgain');
      case 'none': return '';
      default: return remedy satisfies never;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap { 'trtc-trouble-banner': TrtcTroubleBanner }
}
