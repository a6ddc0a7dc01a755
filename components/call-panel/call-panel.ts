import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Calling } from '../../src/calling/calling.js';
import { accountOf, optionsOf, type EngineName, type TransportName } from '../base/account-attributes.js';
import { AccountSession } from '../base/account-session.js';
import { DelegateRelay } from '../base/delegate-relay.js';
import { hostStyles } from '../base/host.styles.js';
import { sharedCalling } from '../base/shared-calling.js';
import { SnapshotController, sameFields } from '../base/snapshot-controller.js';
import { TrtcElement } from '../base/trtc-element.js';
import { callWords } from '../locales/en/call.js';
import { callPanelStyles } from './call-panel.styles.js';
import { IncomingWatch } from './incoming-watch.js';
import { arrange, selectPanel, type Arrangement, type Layout, type PanelState } from './panel-state.js';

const PHASES = ['idle', 'dialling', 'ringing', 'connecting', 'in-call', 'ended'] as const;

/**
 * @summary A whole call in one element: dial pad, calling, ringing, talking, ended. Inside a provider it works with the
 * provider's TRTCCalling; alone it works with the page's shared one and logs in by its own attributes, and every
 * delegate callback leaves it as a DOM event.
 * @tagname trtc-call-panel
 * @slot - Buttons of your own in the bar.
 * @slot idle - Shown while there is no call.
 * @csspart stage - The dark ground of a call.
 * @csspart controls - The bar.
 * @cssproperty [--trtc-panel-radius=16px] - Its corners.
 * @cssstate idle - No call. @cssstate dialling - It rings there. @cssstate ringing - It rings here.
 * @cssstate connecting - Answered. @cssstate in-call - People talk. @cssstate ended - It says how the call ended.
 */
export class TrtcCallPanel extends TrtcElement {
  static override styles: CSSResultGroup = [hostStyles, callPanelStyles];

  /** `grid` all tiles alike, `speaker` who speaks large, `float` the other large and oneself in a corner. Empty: by the number of people. */
  @property({ reflect: true }) layout: Layout = '';

  /** Offers only `audio` or only `video` calls on the dial pad. */
  @property({ reflect: true }) type: '' | 'audio' | 'video' = '';

  /** Shows a dial pad while there is no call. */
  @property({ type: Boolean, reflect: true }) dialer = false;

  /** Which buttons, in the order given: `mic camera flip speaker share hangup`. Empty: those that fit the call. */
  @property() controls = '';

  /** Without a provider: which engine. */
  @property() engine: EngineName = '';

  /** Without a provider: the SDKAppID. */
  @property({ type: Number, attribute: 'sdk-app-id' }) sdkAppId = 0;

  /** Without a provider: who is to be logged in. */
  @property({ attribute: 'user-id' }) userId = '';

  /** Without a provider: the signature that your server made. */
  @property({ attribute: 'user-sig' }) userSig = '';

  /** Without a provider: the name that others see. */
  @property() nickname = '';

  /** Without a provider: the picture that others see. */
  @property({ attribute: 'avatar-url' }) avatarUrl = '';

  /** Without a provider: where the relay is. */
  @property({ attribute: 'relay-url' }) relayUrl = '';

  /** Without a provider: `auto`, `relay` or `broadcast`. */
  @property() transport: TransportName = '';

  /** Without a provider: seconds that an invitation rings. */
  @property({ type: Number, attribute: 'ring-timeout' }) ringTimeout = 0;

  readonly #state = new SnapshotController(this, selectPanel, sameFields);
  readonly #incoming = new IncomingWatch(this);
  readonly #relay = new DelegateRelay(this);
  protected readonly session = new AccountSession(this, () => (this.standsAlone ? accountOf(this) : undefined), () => this);

  protected override fallbackCalling(): Promise<Calling> {
    return sharedCalling(optionsOf(this));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    setTimeout(() => {
      if (this.isConnected) return;
      this.session.end();
      this.#relay.follow(undefined);
    });
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.isConnected) this.#relay.follow(this.standsAlone ? this.calling : undefined);
    this.states.only(this.#screen, PHASES);
  }

  /** The screen in view: the phase, unless somebody else shows the incoming call. */
  get #screen(): PanelState['screen'] {
    const { screen, callId } = this.#state.value;
    return screen === 'ringing' && this.#incoming.isShownElsewhere(callId) ? 'idle' : screen;
  }

  protected override render(): TemplateResult {
    const screen = this.#screen;
    if (screen === 'idle') return this.#idle();
    return html`
      <section class="stage ${screen}" part="stage" aria-label=${this.say(callWords, 'call')} lang=${this.words.language}>
        ${screen === 'ended' ? html`<trtc-ended-screen class="centre"></trtc-ended-screen>` : this.#call(screen)}
      </section>`;
  }

  #idle(): TemplateResult {
    return html`<slot name="idle">${this.dialer
      ? html`<div class="surface"><trtc-dial-pad type=${this.type}></trtc-dial-pad></div>`
      : nothing}</slot>`;
  }

  #call(screen: PanelState['screen']): TemplateResult {
    const state = this.#state.value;
    const arrangement = arrange(state, this.layout);
    return html`
      ${screen === 'in-call' && arrangement !== 'card' ? this.#people(arrangement, state) : this.#card(screen, state)}
      <div class="foot"><trtc-call-controls part="controls" controls=${this.controls}><slot></slot></trtc-call-controls></div>`;
  }

  #card(screen: PanelState['screen'], { people }: PanelState): TemplateResult {
    return html`
      <trtc-person-card class="centre" user-ids=${people} ?ringing=${screen === 'dialling'}>
        <trtc-call-status></trtc-call-status><trtc-call-timer></trtc-call-timer>
      </trtc-person-card>`;
  }

  #people(arrangement: Arrangement, { people }: PanelState): TemplateResult {
    if (arrangement === 'float') {
      return html`
        <trtc-video-view class="main" user-id=${people}></trtc-video-view>
        <trtc-video-view class="self" local></trtc-video-view>`;
    }
    return html`<trtc-participant-grid></trtc-participant-grid>`;
  }
}

declare global {
  interface HTMLElementTagNameMap { 'trtc-call-panel': TrtcCallPanel }
}
