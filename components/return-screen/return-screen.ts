import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { VIDEO_CALL } from '../../src/calling/state/call-state.js';
import { selectDisplayName } from '../../src/calling/state/selectors.js';
import { isEcho } from '../base/double-press.js';
import { hostStyles } from '../base/host.styles.js';
import { perform } from '../base/perform.js';
import { screenStyles } from '../base/screen.styles.js';
import { SnapshotController, sameFields } from '../base/snapshot-controller.js';
import { TrtcElement } from '../base/trtc-element.js';
import { TrtcReturnRequestEvent } from '../events/call-requests.js';
import { closeIcon, phoneIcon } from '../icons/call.js';
import { cameraIcon } from '../icons/media.js';
import { callWords } from '../locales/en/call.js';
import { peopleLine } from '../person-card/people-line.js';

/**
 * @summary Offers the way back into a call that a reload of the page broke off. Nothing when there is none.
 * @tagname trtc-return-screen
 * @fires {TrtcReturnRequestEvent} trtc-return-request - One of the buttons was pressed. Bubbles; prevent it to leave things as they are.
 * @fires {TrtcErrorEvent} trtc-error - Going back did not work. Bubbles.
 * @csspart line - With whom the call is.
 * @csspart button - Both buttons.
 */
export class TrtcReturnScreen extends TrtcElement {
  static override styles: CSSResultGroup = [hostStyles, screenStyles];

  readonly #call = new SnapshotController(this, (snapshot) => {
    const { call, interrupted } = snapshot;
    return {
      isThere: call === null && interrupted !== null,
      isVideo: interrupted?.type === VIDEO_CALL,
      first: interrupted?.userIds[0] ?? '',
      names: (interrupted?.userIds ?? []).map((userId) => selectDisplayName(snapshot, userId)).join('\n'),
      isReady: snapshot.session.phase === 'logged-in',
    };
  }, sameFields);

  readonly #onBack = (event: MouseEvent): void => {
    if (isEcho(this, event)) return;
    const camera = this.#call.value.isVideo;
    void perform(this, this.calling, new TrtcReturnRequestEvent(true), (calling) => calling.returnToCall({ camera }));
  };

  readonly #onLeave = (event: MouseEvent): void => {
    if (isEcho(this, event)) return;
    void perform(this, this.calling, new TrtcReturnRequestEvent(false), (calling) => calling.forgetCall());
  };

  protected override render(): TemplateResult | typeof nothing {
    const { isThere, isVideo, first, names, isReady } = this.#call.value;
    if (!isThere) return nothing;
    const name = peopleLine((key, ...params) => this.say(callWords, key, ...params), names.split('\n'));
    return html`
      <div class="screen" lang=${this.words.language}>
        <trtc-avatar user-id=${first} decorative></trtc-avatar>
        <div class="words" role="status"><p class="line" part="line">${this.say(callWords, 'stillOn', { name })}</p></div>
        <div class="buttons">
          <button type="button" part="button" @click=${this.#onLeave}>${closeIcon}<span>${this.say(callWords, 'notNow')}</span></button>
          <button type="button" part="button" class="main" ?disabled=${!isReady} @click=${this.#onBack}>
            ${isVideo ? cameraIcon : phoneIcon}<span>${this.say(callWords, 'returnToCall')}</span>
          </button>
        </div>
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap { 'trtc-return-screen': TrtcReturnScreen }
}
