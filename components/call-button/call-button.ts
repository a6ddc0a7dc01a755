import { html, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { AUDIO_CALL, VIDEO_CALL, type CallType } from '../../src/calling/state/call-state.js';
import { selectDisplayName } from '../../src/calling/state/selectors.js';
import { isEcho } from '../base/double-press.js';
import { hostStyles } from '../base/host.styles.js';
import { perform } from '../base/perform.js';
import { SnapshotController, sameFields } from '../base/snapshot-controller.js';
import { TrtcElement } from '../base/trtc-element.js';
import { TrtcCallRequestEvent } from '../events/call-requests.js';
import { cameraIcon, phoneIcon } from '../icons/call.js';
import { controlWords } from '../locales/en/controls.js';
import { callButtonStyles } from './call-button.styles.js';
import { dial, splitUserIds } from './dial.js';

/**
 * @summary Calls one or several people. In a call it invites them into it.
 * @tagname trtc-call-button
 * @slot - The word on it; the kind of call unless given.
 * @slot icon - A picture of your own.
 * @fires {TrtcCallRequestEvent} trtc-call-request - Pressed. Bubbles; prevent it to call in another way.
 * @fires {TrtcErrorEvent} trtc-error - It did not work. Bubbles.
 * @csspart button - The button.
 * @csspart label - The word.
 * @cssproperty [--trtc-call-button-background] - Its ground; the answer colour unless set.
 * @cssproperty [--trtc-call-button-color] - Picture and word.
 */
export class TrtcCallButton extends TrtcElement {
  static override styles: CSSResultGroup = [hostStyles, callButtonStyles];

  /** Whom to call: user ids with spaces or commas between. */
  @property({ attribute: 'user-ids' }) userIds = '';

  /** `audio` or `video`. */
  @property({ reflect: true }) type: 'audio' | 'video' = 'video';

  /** The IM group that the call belongs to: everybody in it hears who answered. Engines without groups call them one by one. */
  @property({ attribute: 'group-id' }) groupId = '';

  /** Takes the button out of use. */
  @property({ type: Boolean, reflect: true }) disabled = false;

  /** Only the picture; the word is still its name. */
  @property({ type: Boolean, reflect: true }) compact = false;

  @state() private busy = false;

  readonly #state = new SnapshotController(this, (snapshot) => ({
    isReady: snapshot.session.phase === 'logged-in',
    isTaken: snapshot.call !== null && snapshot.call.phase !== 'in-call',
    name: splitUserIds(this.userIds).map((userId) => selectDisplayName(snapshot, userId)).join(', '),
  }), sameFields);

  /** Calls, as if it had been pressed. */
  override click(): void {
    this.renderRoot.querySelector('button')?.click();
  }

  get #callType(): CallType {
    return this.type === 'audio' ? AUDIO_CALL : VIDEO_CALL;
  }

  get #isDisabled(): boolean {
    const { isReady, isTaken, name } = this.#state.value;
    return this.disabled || !isReady || isTaken || name === '';
  }

  readonly #onClick = async (event: MouseEvent): Promise<void> => {
    if (isEcho(this, event) || this.busy || this.#isDisabled) return;
    const { groupId } = this;
    const userIds = splitUserIds(this.userIds);
    this.busy = true;
    try {
      await perform(this, this.calling, new TrtcCallRequestEvent(userIds, this.#callType, groupId), (calling) => dial(calling, userIds, this.#callType, groupId));
    } finally {
      this.busy = false;
    }
  };

  protected override render(): TemplateResult {
    const isAudio = this.#callType === AUDIO_CALL;
    const { name } = this.#state.value;
    const hint = name === '' ? undefined : this.say(controlWords, isAudio ? 'callUser' : 'videoCallUser', { name });
    return html`
      <button type="button" part="button" lang=${this.words.language} aria-disabled=${this.#isDisabled ? 'true' : 'false'} title=${hint ?? ''}
        @click=${this.#onClick}>
        <slot name="icon">${isAudio ? phoneIcon : cameraIcon}</slot>
        <span class=${this.compact ? 'visually-hidden' : 'label'} part="label"><slot>${this.say(controlWords, isAudio ? 'audioCall' : 'videoCall')}</slot></span>
      </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap { 'trtc-call-button': TrtcCallButton }
}
