import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { VIDEO_CALL, type CallSnapshot } from '../../src/calling/state/call-state.js';
import { isPresent, selectDisplayName } from '../../src/calling/state/selectors.js';
import { DelegateRelay } from '../base/delegate-relay.js';
import type { ValueConverter } from '../base/attributes.js';
import { hostStyles } from '../base/host.styles.js';
import { IncomingWatch } from '../base/incoming-watch.js';
import { LaterParts } from '../base/later-parts.js';
import { perform } from '../base/perform.js';
import { askToNotify } from '../base/signals.js';
import { AttentionController } from '../base/attention-controller.js';
import { SnapshotController, sameFields } from '../base/snapshot-controller.js';
import { TrtcElement } from '../base/trtc-element.js';
import { ringLine } from '../call-status/ring-line.js';
import { incomingWord } from '../call-status/status.js';
import { TrtcAcceptRequestEvent, TrtcMinimiseRequestEvent } from '../events/call-requests.js';
import { minimiseIcon } from '../icons/call.js';
import { callWords } from '../locales/en/call.js';
import { incomingWords } from '../locales/en/incoming.js';
import { peopleLine } from '../person-card/people-line.js';
import { incomingDialogStyles } from './incoming-dialog.styles.js';
import { PoliteFocus } from './polite-focus.js';

const selectIncoming = (snapshot: CallSnapshot) => {
  const call = snapshot.call?.phase === 'ringing' ? snapshot.call : null;
  return {
    callId: call?.callId ?? '',
    inviter: call?.inviter ?? '',
    name: call ? selectDisplayName(snapshot, call.inviter) : '',
    kind: call ? incomingWord(call) : '',
    isVideo: call?.type === VIDEO_CALL,
    others: (call?.participants ?? []).filter((person) => isPresent(person) && person.userId !== call?.inviter)
      .map(({ userId }) => selectDisplayName(snapshot, userId)).join('\n'),
  } as const;
};

const secondsOrNone: ValueConverter<number | null> = { takesAny: true, fromAttribute: (value) => (value === null ? null : Number(value) || 0) };

/**
 * @summary The card of an incoming call: who, what kind, answer, answer without camera, decline. Top right on a wide
 * page, a full sheet in a narrow one. It rings, takes the focus only from somebody who is not typing, and Esc makes it
 * small without answering or declining.
 * @tagname trtc-incoming-dialog
 * @slot - More about the caller, under the name.
 * @fires {TrtcAcceptRequestEvent} trtc-accept-request - Answer was pressed, or `auto-answer` is due. Bubbles; prevent it to answer in another way.
 * @fires {TrtcRejectRequestEvent} trtc-reject-request - Decline was pressed. Bubbles; prevent it to let it ring on.
 * @fires {TrtcMinimiseRequestEvent} trtc-minimise-request - Esc or Minimise, or the small card was pressed. Bubbles; prevent it to keep the size.
 * @fires {TrtcInvitedEvent} trtc-invited - Without a provider: somebody calls. Bubbles; prevent it to keep the dialog closed. The other callbacks come as their events, too.
 * @fires {TrtcErrorEvent} trtc-error - It did not work. Bubbles.
 * @csspart card - The card.
 * @csspart name - The caller.
 * @csspart kind - What kind of call.
 * @cssproperty [--trtc-dialog-inset=16px] - How far from the edges of the page.
 * @cssstate open - A call is shown.
 * @cssstate minimised - It is shown small.
 */
export class TrtcIncomingDialog extends TrtcElement {
  static override styles: CSSResultGroup = [hostStyles, incomingDialogStyles];

  /** `none` for silence, or the address of a sound; the built-in tone unless given. */
  @property() ringtone = '';

  /** Shows a notification while no page with the call is in view, where the person has allowed it: see {@link requestNotifications}. */
  @property({ type: Boolean, reflect: true }) notify = false;

  /** What is left out beside the sound: any of `title badge vibration wake-lock`. The provider's counts as well. */
  @property() quiet = '';

  /** Tells of missed calls before the title and on the page's icon until they are seen (`callLog.markSeen()`, or a call log in view). */
  @property({ type: Boolean, reflect: true, attribute: 'show-missed' }) showMissed = false;

  /** Opens the camera while it rings for a video call and shows oneself. The camera's light is on before the answer. */
  @property({ type: Boolean, reflect: true }) preview = false;

  /** Answers by itself after so many seconds; without a value at once. */
  @property({ attribute: 'auto-answer', converter: secondsOrNone }) autoAnswer: number | null = null;

  /** Stays inside its positioned parent instead of over the whole page. */
  @property({ type: Boolean, reflect: true }) contained = false;

  @state() private isMinimised = false;

  readonly #call = new SnapshotController(this, selectIncoming, sameFields);
  readonly #incoming = new IncomingWatch(this, { claims: true });
  readonly #relay = new DelegateRelay(this);
  protected readonly attention = new AttentionController(this, this.words, () => (this.#isOpen ? { tone: 'ring', sound: this.ringtone, vibrates: true, notifies: this.notify } : null));
  readonly #focus = new PoliteFocus(this);
  readonly #parts = new LaterParts(this, () => import('./parts.define.js'));
  #shown = '';
  #answering: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#relay.follow(undefined);
    this.#close();
  }

  get #isOpen(): boolean {
    const { callId } = this.#call.value;
    return callId !== '' && !this.#incoming.isPrevented(callId);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#relay.follow(this.isConnected && this.standsAlone ? this.calling : undefined);
    const shown = this.#isOpen ? this.#call.value.callId : '';
    if (shown !== this.#shown) this.isMinimised = false;
    if (shown !== '') this.#parts.fetch();
    this.states.set('open', shown !== '');
    this.states.set('minimised', shown !== '' && this.isMinimised);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const shown = this.#isOpen ? this.#call.value.callId : '';
    if (shown === this.#shown) return;
    this.#close();
    this.#shown = shown;
    if (shown !== '') this.#open();
  }

  /** Asks the person to allow notifications; to be called from a gesture. `denied` where the browser has none. */
  async requestNotifications(): Promise<NotificationPermission> {
    return askToNotify();
  }

  #open(): void {
    if (!this.contained) this.renderRoot.querySelector<HTMLElement>('.layer')?.showPopover();
    this.#focus.take(this.renderRoot.querySelector<HTMLElement>('.card'));
    const { isVideo } = this.#call.value;
    const { calling } = this;
    if (this.preview && isVideo && calling) void calling.openCamera(calling.state.devices.camera.front);
    if (this.autoAnswer !== null) this.#answering = setTimeout(() => this.#answer(), this.autoAnswer * 1000);
  }

  #close(): void {
    clearTimeout(this.#answering);
    this.#focus.giveBack();
    this.#shown = '';
  }

  #answer(): void {
    const camera = this.#call.value.isVideo;
    void perform(this, this.calling, new TrtcAcceptRequestEvent(camera), (calling) => calling.accept({ camera }));
  }

  #minimise(minimised: boolean): void {
    const request = new TrtcMinimiseRequestEvent(minimised);
    if (!this.dispatchEvent(request)) return;
    this.isMinimised = minimised;
    void this.updateComplete.then(() => this.#focus.keep(this.renderRoot.querySelector<HTMLElement>(minimised ? '.restore' : '.card')));
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || this.isMinimised) return;
    event.preventDefault();
    event.stopPropagation();
    this.#minimise(true);
  };

  protected override render(): TemplateResult {
    const { kind } = this.#call.value;
    const isOpen = this.#isOpen && kind !== '';
    const spoken = isOpen ? ringLine((key, ...params) => this.say(callWords, key, ...params), this.calling?.state) : '';
    return html`
      <div class="visually-hidden" role="alert" lang=${this.words.language}>${spoken}</div>
      ${isOpen ? html`
        <div class="layer" popover=${this.contained ? nothing : 'manual'} lang=${this.words.language}>
          ${this.isMinimised ? this.#small() : this.#card(kind)}
        </div>` : nothing}`;
  }

  #card(kind: ReturnType<typeof incomingWord>): TemplateResult {
    const { inviter, name, isVideo, others } = this.#call.value;
    const names = others === '' ? '' : peopleLine((key, ...params) => this.say(callWords, key, ...params), others.split('\n'));
    return html`
      <div class="card" part="card" role="alertdialog" tabindex="-1" aria-labelledby="name" aria-describedby=${names === '' ? 'kind' : 'kind others'} @keydown=${this.#onKey}>
        <button type="button" class="minimise" aria-label=${this.say(incomingWords, 'minimise')} @click=${() => this.#minimise(true)}>${minimiseIcon}</button>
        <div class="who">
          ${this.preview && isVideo
            ? html`<trtc-video-view class="preview" local bare aria-label=${this.say(incomingWords, 'yourPreview')}></trtc-video-view>` : nothing}
          <div class="face"><span class="wave"></span><trtc-avatar user-id=${inviter} decorative></trtc-avatar></div>
          <div class="words">
            <p class="name" part="name" id="name" dir="auto">${name}</p>
            <p class="kind" part="kind" id="kind">${this.say(callWords, kind, { name })}</p>
            ${names === '' ? nothing : html`<p class="kind" id="others">${this.say(callWords, 'withOthers', { names })}</p>`}
            ${this.attention.isSilent ? html`<button type="button" class="hear" @click=${() => this.attention.hear()}>${this.say(incomingWords, 'hearRing')}</button>` : nothing}
            <slot></slot>
          </div>
        </div>
        <trtc-call-controls></trtc-call-controls>
      </div>`;
  }

  #small(): TemplateResult {
    const { inviter, name } = this.#call.value;
    return html`
      <div class="small" part="card">
        <button type="button" class="restore" aria-label=${this.say(incomingWords, 'showCall', { name })} @click=${() => this.#minimise(false)}>
          <trtc-avatar user-id=${inviter} decorative></trtc-avatar><span class="short" dir="auto">${name}</span>
        </button>
        <trtc-reject-button></trtc-reject-button><trtc-accept-button></trtc-accept-button>
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap { 'trtc-incoming-dialog': TrtcIncomingDialog }
}
