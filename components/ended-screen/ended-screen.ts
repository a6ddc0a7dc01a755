import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { EndedCall } from '../../src/calling/state/call-state.js';
import { selectDisplayName } from '../../src/calling/state/selectors.js';
import { numberOr } from '../base/attributes.js';
import { isEcho } from '../base/double-press.js';
import { hostStyles } from '../base/host.styles.js';
import { perform } from '../base/perform.js';
import { SnapshotController, sameFields } from '../base/snapshot-controller.js';
import { TrtcElement } from '../base/trtc-element.js';
import { dial } from '../call-button/dial.js';
import { endedLine } from '../call-status/ended-line.js';
import { otherOf } from '../call-status/status.js';
import { clockTime } from '../call-timer/seconds.js';
import { TrtcCallRequestEvent, TrtcDismissRequestEvent } from '../events/call-requests.js';
import { closeIcon, phoneIcon } from '../icons/call.js';
import { cameraIcon } from '../icons/media.js';
import { callWords } from '../locales/en/call.js';
import { flowWords } from '../locales/en/flow.js';
import { screenStyles } from '../base/screen.styles.js';

/** Nobody is called again after these: the session is gone, or the call was dealt with in another place. */
const FINAL: ReadonlySet<string> = new Set(['kicked', 'logged-out', 'answered-elsewhere', 'rejected-elsewhere']);

/**
 * @summary What became of the call that ended last: why, how long, call again, close. It goes by itself after a while
 * unless somebody touches it. Nothing when there is none.
 * @tagname trtc-ended-screen
 * @fires {TrtcCallRequestEvent} trtc-call-request - "Call again" was pressed. Bubbles; prevent it to call in another way.
 * @fires {TrtcDismissRequestEvent} trtc-dismiss-request - "Close" was pressed, or its time is over. Bubbles; prevent it to keep the screen.
 * @fires {TrtcErrorEvent} trtc-error - Calling again did not work. Bubbles.
 * @csspart line - What happened.
 * @csspart message - What the one who declined said.
 * @csspart duration - How long it was.
 * @csspart button - Both buttons.
 */
export class TrtcEndedScreen extends TrtcElement {
  static override styles: CSSResultGroup = [hostStyles, screenStyles];

  /** Seconds until it goes; 0 keeps it. */
  @property({ converter: numberOr(5) }) seconds = 5;

  readonly #ended = new SnapshotController(this, (snapshot) => ({
    ended: snapshot.ended,
    name: snapshot.ended ? selectDisplayName(snapshot, otherOf(snapshot.ended)) : '',
    isReady: snapshot.session.phase === 'logged-in',
  }), sameFields);

  #counted = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopCounting();
    this.#counted = '';
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const callId = this.#ended.value.ended?.callId ?? '';
    if (callId === this.#counted) return;
    this.#counted = callId;
    this.#stopCounting();
    if (callId !== '' && this.seconds > 0) this.#timer = setTimeout(() => this.#dismiss(true), this.seconds * 1000);
  }

  #stopCounting(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** Whoever touches it is reading it. */
  readonly #onTouch = (): void => this.#stopCounting();

  readonly #onClose = (event: MouseEvent): void => {
    if (!isEcho(this, event)) this.#dismiss(false);
  };

  #dismiss(auto: boolean): void {
    this.#stopCounting();
    void perform(this, this.calling, new TrtcDismissRequestEvent(auto), (calling) => calling.dismissEnded());
  }

  readonly #onAgain = (event: MouseEvent): void => {
    const { ended } = this.#ended.value;
    if (!ended || isEcho(this, event)) return;
    const userIds = redialOf(ended);
    void perform(this, this.calling, new TrtcCallRequestEvent(userIds, ended.type), (calling) => dial(calling, userIds, ended.type));
  };

  protected override render(): TemplateResult | typeof nothing {
    const { ended, name, isReady } = this.#ended.value;
    if (!ended) return nothing;
    const canCallAgain = isReady && !FINAL.has(ended.reason) && redialOf(ended).length > 0;
    return html`
      <div class="screen" lang=${this.words.language} @pointerdown=${this.#onTouch} @pointermove=${this.#onTouch} @keydown=${this.#onTouch} @focusin=${this.#onTouch}>
        <trtc-avatar user-id=${otherOf(ended)} decorative></trtc-avatar>
        <div class="words">
          <p class="line" part="line">${endedLine((key, ...params) => this.say(callWords, key, ...params), ended, name)}</p>
          ${ended.message === '' ? nothing : html`<p class="second" part="message">${this.say(flowWords, 'saying', { message: ended.message })}</p>`}
          ${ended.duration > 0 ? html`<p class="second" part="duration">${this.say(callWords, 'duration', { time: clockTime(ended.duration) })}</p>` : nothing}
        </div>
        <div class="buttons">
          <button type="button" part="button" @click=${this.#onClose}>${closeIcon}<span>${this.say(callWords, 'close')}</span></button>
          ${canCallAgain ? html`
            <button type="button" part="button" class="main" @click=${this.#onAgain}>
              ${ended.type === 2 ? cameraIcon : phoneIcon}<span>${this.say(callWords, 'callAgain')}</span>
            </button>` : nothing}
        </div>
      </div>`;
  }
}

/** Whom "call again" calls. */
const redialOf = (ended: EndedCall): readonly string[] => (ended.userIds.length > 0 ? ended.userIds : [otherOf(ended)]);

declare global {
  interface HTMLElementTagNameMap { 'trtc-ended-screen': TrtcEndedScreen }
}
