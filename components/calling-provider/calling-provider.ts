import { ContextProvider } from '@lit/context';
import { css, html, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Calling } from '../../src/calling/calling.js';
import type { ProfileResolver } from '../../src/calling/profile-book.js';
import { numberOr, objectWith } from '../base/attributes.js';
import { accountOf, type EngineName, type TransportName } from '../base/account-attributes.js';
import { AccountSession } from '../base/account-session.js';
import { callingContext } from '../base/calling-context.js';
import { DelegateRelay } from '../base/delegate-relay.js';
import { hostStyles } from '../base/host.styles.js';
import { LocalizedElement } from '../base/localized-element.js';
import { quieten } from '../base/signals.js';
import { OwnCalling } from './own-calling.js';

/**
 * @summary Gives one TRTCCalling to all elements inside it: one of its own, or the one set as `calling`. It logs in when
 * `user-id` is set, again when the account changes, and out when `user-id` is removed or the provider leaves the page.
 * Every delegate callback leaves it as a DOM event. Two providers are two accounts in one page.
 * @tagname trtc-calling-provider
 * @slot - The elements that work with this TRTCCalling.
 * @fires {TrtcErrorEvent} trtc-error - Something failed. Bubbles, as all of these do.
 * @fires {TrtcInvitedEvent} trtc-invited - Somebody calls; `preventDefault()` stops the built-in incoming screens.
 * @fires {TrtcRejectEvent} trtc-reject - An invitee declined.
 * @fires {TrtcNoRespEvent} trtc-no-resp - An invitee did not answer.
 * @fires {TrtcLineBusyEvent} trtc-line-busy - An invitee is in another call.
 * @fires {TrtcCallingCancelEvent} trtc-calling-cancel - The inviter cancelled.
 * @fires {TrtcCallingTimeOutEvent} trtc-calling-timeout - The invitation here ran out.
 * @fires {TrtcUserEnterEvent} trtc-user-enter - Somebody came into the call.
 * @fires {TrtcUserLeaveEvent} trtc-user-leave - Somebody left the call.
 * @fires {TrtcUserAudioAvailableEvent} trtc-user-audio-available - A microphone went on or off.
 * @fires {TrtcUserVideoAvailableEvent} trtc-user-video-available - A camera went on or off.
 * @fires {TrtcUserVoiceVolumeEvent} trtc-user-voice-volume - How loud everybody is.
 * @fires {TrtcCallEndEvent} trtc-call-end - The call is over.
 * @fires {TrtcKickedOfflineEvent} trtc-kicked-offline - The service ended the session.
 * @fires {TrtcWarningEvent} trtc-warning - Something is not as wished.
 * @fires {TrtcGroupCallInviteeListUpdateEvent} trtc-group-call-invitee-list-update - The invited people changed.
 * @fires {TrtcCallTypeChangedEvent} trtc-call-type-changed - The call became an audio or a video call.
 * @fires {TrtcNetworkQualityEvent} trtc-network-quality - Somebody’s network quality changed.
 * @fires {TrtcConnectionStateChangeEvent} trtc-connection-state-change - The signalling connection changed.
 * @fires {TrtcDeviceChangeEvent} trtc-device-change - A device was plugged in or out.
 */
export class TrtcCallingProvider extends LocalizedElement {
  static override styles: CSSResultGroup = [hostStyles, css`:host { display: contents; }`];

  /** `local` (unless said) or `tencent`. It is read when the TRTCCalling is made; a change counts when no call is on. */
  @property() engine: EngineName = '';

  /** The SDKAppID; tencent needs it. */
  @property({ converter: numberOr(0), attribute: 'sdk-app-id' }) sdkAppId = 0;

  /** Who is to be logged in: A-Z a-z 0-9 _ and -, at most 32. Empty: nobody. */
  @property({ attribute: 'user-id' }) userId = '';

  /** The signature that your server made for that user; tencent needs it. It is never reflected or logged. */
  @property({ attribute: 'user-sig' }) userSig = '';

  /** The name that others see. */
  @property() nickname = '';

  /** The picture that others see, an http(s) address. */
  @property({ attribute: 'avatar-url' }) avatarUrl = '';

  /** Where the local engine's relay is, ws: or wss:. */
  @property({ attribute: 'relay-url' }) relayUrl = '';

  /** The shared secret of a relay that asks for one. It is never reflected or logged. */
  @property({ attribute: 'relay-token' }) relayToken = '';

  /** How the local engine finds others: `auto`, `relay` or `broadcast`. */
  @property() transport: TransportName = '';

  /** Seconds that an invitation rings; 30 unless said. */
  @property({ converter: numberOr(0), attribute: 'ring-timeout' }) ringTimeout = 0;

  /** Keeps no log of calls in the browser's storage. */
  @property({ type: Boolean, attribute: 'without-log' }) withoutLog = false;

  /** What the elements inside leave out while they call for attention: any of `title badge vibration wake-lock`. */
  @property() quiet = '';

  /** Gives names and pictures of your own: `(userIds) => profiles`. See TRTCCalling's `profileResolver`. */
  @property({ attribute: false }) profileResolver: ProfileResolver | null | undefined;

  readonly #context = new ContextProvider(this, { context: callingContext });
  readonly #relay = new DelegateRelay(this);
  readonly #own = new OwnCalling(this, (calling) => this.#changed(calling));
  readonly #session = new AccountSession(this, () => accountOf(this), () => this);
  #given: Calling | undefined;

  /** The TRTCCalling given to everybody inside: the one set here, else one of the provider's own. `undefined` until it is made. */
  @property({ attribute: false, converter: objectWith('subscribe') })
  get calling(): Calling | undefined {
    return this.#given ?? this.#own.calling;
  }

  set calling(calling: Calling | undefined) {
    this.#given = calling;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A framework may only be moving it: what is gone by the next task is gone.
    setTimeout(() => { if (!this.isConnected) this.#tearDown(); });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.isConnected) this.#own.keep(this.#given === undefined);
    this.#changed(this.calling);
  }

  #changed(calling: Calling | undefined): void {
    this.#relay.follow(this.isConnected ? calling : undefined);
    if (calling) quieten(calling, this.quiet);
    if (calling && !calling.destroyed && this.profileResolver !== undefined) calling.profileResolver = this.profileResolver;
    this.#context.setValue(calling);
  }

  #tearDown(): void {
    this.#session.end();
    this.#relay.follow(undefined);
    this.#own.keep(false);
    this.#context.setValue(this.#given);
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }
}

declare global {
  interface HTMLElementTagNameMap { 'trtc-calling-provider': TrtcCallingProvider }
}
