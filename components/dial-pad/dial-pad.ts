import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { AUDIO_CALL, VIDEO_CALL, type CallType } from '../../src/calling/state/call-state.js';
import { selectDisplayName } from '../../src/calling/state/selectors.js';
import { isEcho } from '../base/double-press.js';
import { hostStyles } from '../base/host.styles.js';
import { perform } from '../base/perform.js';
import { SnapshotController, sameFields } from '../base/snapshot-controller.js';
import { TrtcElement } from '../base/trtc-element.js';
import { dial, splitUserIds } from '../call-button/dial.js';
import { TrtcCallRequestEvent } from '../events/call-requests.js';
import type { TrtcPersonRequestEvent } from '../events/flow-requests.js';
import { phoneIcon } from '../icons/call.js';
import { cameraIcon } from '../icons/media.js';
import { controlWords } from '../locales/en/controls.js';
import { dialerWords } from '../locales/en/dialer.js';
import { errorWords } from '../locales/en/errors.js';
import { errorWordOf } from '../locales/error-words.js';
import { dialPadStyles } from './dial-pad.styles.js';
import { checkUserIds } from './check-user-ids.js';

/**
 * @summary Asks whom to call, and calls: one person or several, audio or video. It says who is signed in.
 * @tagname trtc-dial-pad
 * @fires {TrtcCallRequestEvent} trtc-call-request - A call button was pressed with valid user ids. Bubbles; prevent it to call in another way.
 * @fires {TrtcPersonRequestEvent} trtc-person-request - One of the recent people was picked for the field. Bubbles; prevent it to do something else.
 * @fires {TrtcErrorEvent} trtc-error - It did not work. Bubbles.
 * @csspart title - The question.
 * @csspart input - The field.
 * @csspart message - What is wrong with what was typed.
 * @csspart button - Both call buttons.
 */
export class TrtcDialPad extends TrtcElement {
  static override styles: CSSResultGroup = [hostStyles, dialPadStyles];

  /** Offers only `audio` or only `video` calls. */
  @property({ reflect: true }) type: '' | 'audio' | 'video' = '';

  /** What stands in the field. */
  @property({ attribute: 'user-ids' }) userIds = '';

  @state() private message = '';
  @state() private busy = false;

  readonly #session = new SnapshotController(this, (snapshot) => ({
    phase: snapshot.session.phase,
    userId: snapshot.session.userId,
    name: selectDisplayName(snapshot, snapshot.session.userId),
  }), sameFields);

  /** Puts the cursor into its field. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector('input')?.focus(options);
  }

  readonly #onInput = (event: Event): void => {
    if (event.target instanceof HTMLInputElement) this.userIds = event.target.value;
    this.message = '';
  };

  /** A double click on a call button must not press what comes under the pointer next. */
  readonly #onPress = (event: MouseEvent): void => {
    if (isEcho(this, event)) event.preventDefault();
  };

  /** One more into the field; somebody who stands there already is not doubled. */
  readonly #onPerson = (event: TrtcPersonRequestEvent): void => {
    queueMicrotask(() => {
      if (event.defaultPrevented) return;
      this.userIds = [...new Set([...splitUserIds(this.userIds), event.detail.userId])].join(', ');
      this.message = '';
      this.focus();
    });
  };

  protected override firstUpdated(changed: PropertyValues): void {
    super.firstUpdated(changed);
    import('../recent-people/recent-people.define.js').catch(reportError);
  }

  readonly #onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const { submitter } = event;
    const isAudio = submitter instanceof HTMLButtonElement ? submitter.value === 'audio' : this.type === 'audio';
    void this.#call(isAudio ? AUDIO_CALL : VIDEO_CALL);
  };

  async #call(type: CallType): Promise<void> {
    if (this.busy || this.#session.value.phase !== 'logged-in') return;
    const userIds = splitUserIds(this.userIds);
    this.message = checkUserIds((key, ...params) => this.say(dialerWords, key, ...params), userIds, this.#session.value.userId);
    if (this.message !== '' || userIds.length === 0) {
      this.renderRoot.querySelector('input')?.focus();
      return;
    }
    this.busy = true;
    try {
      const answer = await perform(this, this.calling, new TrtcCallRequestEvent(userIds, type), (calling) => dial(calling, userIds, type));
      const word = errorWordOf(answer?.code ?? 0);
      if (word) this.message = this.say(errorWords, word);
    } finally {
      this.busy = false;
    }
  }

  protected override render(): TemplateResult {
    const { phase } = this.#session.value;
    const isReady = phase === 'logged-in' && !this.busy;
    return html`
      <form class="pad" lang=${this.words.language} novalidate @submit=${this.#onSubmit}>
        ${this.#who()}
        <h2 class="title" part="title" id="title">${this.say(dialerWords, 'whoToCall')}</h2>
        <input part="input" type="text" autocomplete="off" autocapitalize="none" spellcheck="false" enterkeyhint="go" maxlength="400"
          aria-label=${this.say(dialerWords, 'userIdLabel')} aria-describedby="message" aria-invalid=${this.message ? 'true' : nothing}
          placeholder=${this.say(dialerWords, 'userIdHint')} .value=${this.userIds} ?disabled=${phase !== 'logged-in'} @input=${this.#onInput}>
        <p class="message" part="message" id="message" role="alert">${this.message}</p>
        <trtc-recent-people @trtc-person-request=${this.#onPerson}></trtc-recent-people>
        <div class="buttons">
          ${this.type === 'video' ? nothing : this.#button('audio', isReady)}
          ${this.type === 'audio' ? nothing : this.#button('video', isReady)}
        </div>
      </form>`;
  }

  #button(kind: 'audio' | 'video', isReady: boolean): TemplateResult {
    return html`
      <button type="submit" part="button" class=${kind} value=${kind} aria-disabled=${isReady ? nothing : 'true'} @click=${this.#onPress}>
        ${kind === 'audio' ? phoneIcon : cameraIcon}<span>${this.say(controlWords, kind === 'audio' ? 'audioCall' : 'videoCall')}</span>
      </button>`;
  }

  #who(): TemplateResult {
    const { phase, userId, name } = this.#session.value;
    const line = phase === 'logged-in' ? this.say(dialerWords, 'signedInAs', { name })
      : this.say(dialerWords, phase === 'logging-in' ? 'signingIn' : 'signedOut');
    return html`
      <div class="who">
        ${userId === '' ? nothing : html`<trtc-avatar user-id=${userId} decorative></trtc-avatar>`}
        <span class="session" role="status">${line}</span>
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap { 'trtc-dial-pad': TrtcDialPad }
}
