import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { hostStyles } from '../base/host.styles.js';
import { silentMark } from '../base/silent-other.js';
import { SnapshotController, sameFields } from '../base/snapshot-controller.js';
import { TrtcElement } from '../base/trtc-element.js';
import { splitUserIds } from '../call-button/dial.js';
import { callWords } from '../locales/en/call.js';
import { personWords } from '../locales/en/person.js';
import { peopleLine } from '../person-card/people-line.js';
import { ActiveSpeaker } from '../speaker-view/active-speaker.js';
import { mainStageOf } from '../speaker-view/main-stage.js';
import { selectCard } from './card-state.js';
import { callCardStyles } from './call-card.styles.js';

/**
 * @summary A whole call in a small space: one picture, a name, the time; mute and hang up, or answer and decline. What a
 * minimised panel and a picture-in-picture window show.
 * @tagname trtc-call-card
 * @slot corner - A button of your own in the upper corner.
 * @fires {TrtcMicRequestEvent} trtc-mic-request - The microphone button was pressed. Bubbles; preventable.
 * @fires {TrtcCameraRequestEvent} trtc-camera-request - The camera button was pressed. Bubbles; preventable.
 * @fires {TrtcHangupRequestEvent} trtc-hangup-request - Hang-up was pressed. Bubbles; preventable.
 * @fires {TrtcAcceptRequestEvent} trtc-accept-request - Answer was pressed. Bubbles; preventable.
 * @fires {TrtcRejectRequestEvent} trtc-reject-request - Decline was pressed. Bubbles; preventable.
 * @fires {TrtcErrorEvent} trtc-error - A command was refused. Bubbles.
 * @csspart card - The card.
 * @csspart picture - The picture.
 * @csspart line - Name and time.
 * @csspart bar - The buttons.
 */
export class TrtcCallCard extends TrtcElement {
  static override styles: CSSResultGroup = [hostStyles, callCardStyles];

  /** Says nothing to screen readers by itself: something else in the page does. */
  @property({ type: Boolean, reflect: true }) silent = false;

  readonly #state = new SnapshotController(this, selectCard, sameFields);
  readonly #speaker = new ActiveSpeaker(this, () => (this.#state.value.phase === 'in-call' ? this.#state.value.people : undefined));

  protected override render(): TemplateResult {
    const { phase, people, names, isMuted, isOtherSilent } = this.#state.value;
    const isPair = splitUserIds(people).length === 1;
    const line = peopleLine((key, ...params) => this.say(callWords, key, ...params), names.split('\n'));
    return html`
      <section class="card ${phase === 'in-call' && !isMuted ? 'fades' : ''}" part="card" aria-label=${this.say(callWords, 'call')} lang=${this.words.language}>
        ${phase === 'idle' ? html`<p class="standby">${this.say(callWords, 'standby')}</p>` : html`
          ${this.#picture()}
          <div class="line" part="line">
            ${silentMark(isOtherSilent ? this.say(personWords, 'micOff') : '')}
            <span class="name" dir=${isPair ? 'auto' : nothing}>${line || this.say(callWords, 'waitingForOthers')}</span>
            <trtc-call-status ?silent=${this.silent}></trtc-call-status><trtc-call-timer></trtc-call-timer>
            ${phase === 'in-call' && isPair ? html`<trtc-network-quality user-id=${people} only-poor></trtc-network-quality>` : nothing}
          </div>`}
        <div class="corner"><slot name="corner"></slot></div>
        ${this.#bar()}
      </section>`;
  }

  #picture(): TemplateResult {
    const { people, sharer } = this.#state.value;
    const ids = splitUserIds(people);
    const { userId, isScreen } = mainStageOf({ people: ids, pinned: '', sharer, speaker: this.#speaker.among(ids) });
    return html`<trtc-video-view class="picture ${ids.length === 1 ? 'pair' : ''}" part="picture" bare ?local=${userId === ''} user-id=${userId} stream-type=${isScreen ? 2 : 0}></trtc-video-view>`;
  }

  #bar(): TemplateResult | typeof nothing {
    const { phase, isCameraOn } = this.#state.value;
    if (phase === 'idle' || phase === 'ended') return nothing;
    if (phase === 'ringing') return html`<div class="bar" part="bar"><trtc-reject-button></trtc-reject-button><trtc-accept-button></trtc-accept-button></div>`;
    return html`
      <div class="bar" part="bar">
        <trtc-mic-button></trtc-mic-button>
        ${isCameraOn ? html`<trtc-camera-button></trtc-camera-button>` : nothing}
        <trtc-hangup-button></trtc-hangup-button>
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap { 'trtc-call-card': TrtcCallCard }
}
