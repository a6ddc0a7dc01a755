import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Calling } from '../../src/calling/calling.js';
import { selectDisplayName } from '../../src/calling/state/selectors.js';
import { accountOf, optionsOf } from '../base/account-attributes.js';
import { AccountSession } from '../base/account-session.js';
import { hueOf } from '../avatar/portrait.js';
import { DelegateRelay } from '../base/delegate-relay.js';
import { hostStyles } from '../base/host.styles.js';
import { IncomingWatch } from '../base/incoming-watch.js';
import { LaterParts } from '../base/later-parts.js';
import { AttentionController } from '../base/attention-controller.js';
import { AttentiveElement } from './attentive-element.js';
import { panelWish } from './panel-attention.js';
import { sharedCalling } from '../base/shared-calling.js';
import { SnapshotController, sameFields } from '../base/snapshot-controller.js';
import type { CallStage } from '../base/stage.js';
import { splitUserIds } from '../call-button/dial.js';
import { ringLine } from '../call-status/ring-line.js';
import { TrtcPinRequestEvent } from '../events/view-requests.js';
import { TrtcVideoResizeEvent } from '../events/video-resize-event.js';
import { callWords } from '../locales/en/call.js';
import { incomingWords } from '../locales/en/incoming.js';
import { personWords } from '../locales/en/person.js';
import { peopleLine } from '../person-card/people-line.js';
import { ActiveSpeaker } from '../speaker-view/active-speaker.js';
import { ScreenFirst } from '../speaker-view/screen-first.js';
import { callPanelStyles } from './call-panel.styles.js';
import { arrange, selectPanel, type Arrangement, type Layout, type PanelState } from './panel-state.js';
import { EdgeRoom } from './edge-room.js';
import { KeptFocus } from './kept-focus.js';
import { Minimised } from './minimised.js';
import { OnFirstFocus } from './on-first-focus.js';
import { Quiet } from './quiet.js';
import { backdrop, controlsOf, dialScene, floatScene, gridScene, headOf, hearButton, marksOf, notesOf, ringAlert, speakerScene } from './scenes.js';
import { mainViewIn } from './main-view.js';

const SCREENS = ['idle', 'dialling', 'ringing', 'connecting', 'in-call', 'ended', 'interrupted'] as const;

/** How long the bar stays over a picture after the last movement, ms. */
const FADE_MS = 4000;

/**
 * @summary A whole call in one element: dial pad, calling, ringing, talking, ended. Inside a provider it works with the
 * provider's TRTCCalling; alone it works with the page's shared one and logs in by its own attributes, and every
 * delegate callback leaves it as a DOM event.
 * @tagname trtc-call-panel
 * @slot - Buttons of your own in the bar, before hang-up.
 * @slot idle - Shown while there is no call.
 * @slot top - Over the stage, under the line with name and time.
 * @slot ended - In place of the screen of an ended call.
 * @slot controls-start - Buttons of your own, before all others.
 * @slot controls-end - Buttons of your own, after hang-up.
 * @slot controls-menu - Rows of your own in the bar's menu.
 * @fires {TrtcErrorEvent} trtc-error - Something failed, or a command was refused. Bubbles, as all of these do.
 * @fires {TrtcInvitedEvent} trtc-invited - Without a provider: somebody calls. Prevent it to show the call yourself.
 * @fires {TrtcCallRequestEvent} trtc-call-request - Somebody is to be called. Preventable.
 * @fires {TrtcAcceptRequestEvent} trtc-accept-request - Answer was pressed. Preventable.
 * @fires {TrtcRejectRequestEvent} trtc-reject-request - Decline was pressed. Preventable.
 * @fires {TrtcHangupRequestEvent} trtc-hangup-request - Hang-up was pressed. Preventable.
 * @fires {TrtcMicRequestEvent} trtc-mic-request - The microphone button was pressed. Preventable.
 * @fires {TrtcCameraRequestEvent} trtc-camera-request - The camera button was pressed. Preventable.
 * @fires {TrtcSwitchCameraRequestEvent} trtc-switch-camera-request - The flip button was pressed. Preventable.
 * @fires {TrtcSpeakerRequestEvent} trtc-speaker-request - The speaker button was pressed. Preventable.
 * @fires {TrtcScreenShareRequestEvent} trtc-screen-share-request - The share button was pressed. Preventable.
 * @fires {TrtcSwitchTypeRequestEvent} trtc-switch-type-request - The call is to become an audio or a video call. Preventable.
 * @fires {TrtcSwitchAnswerRequestEvent} trtc-switch-answer-request - The other side's wish was answered. Preventable.
 * @fires {TrtcPickRequestEvent} trtc-pick-request - People are to be chosen for the call. Preventable.
 * @fires {TrtcInviteRequestEvent} trtc-invite-request - People were chosen. Preventable.
 * @fires {TrtcPipRequestEvent} trtc-pip-request - The pop-out button was pressed. Preventable.
 * @fires {TrtcMinimiseRequestEvent} trtc-minimise-request - The call is to be small, or large again. Preventable.
 * @fires {TrtcFullscreenRequestEvent} trtc-fullscreen-request - The full-screen button was pressed. Preventable.
 * @fires {TrtcPinRequestEvent} trtc-pin-request - Somebody is to be large whoever speaks, or no longer. Preventable.
 * @fires {TrtcSwapRequestEvent} trtc-swap-request - The small picture is to be large. Preventable.
 * @fires {TrtcResumeRequestEvent} trtc-resume-request - Play sound was pressed. Preventable.
 * @fires {TrtcDismissRequestEvent} trtc-dismiss-request - The screen of the ended call is to go. Preventable.
 * @fires {TrtcReturnRequestEvent} trtc-return-request - The broken-off call is to be returned to, or left. Preventable.
 * @fires {TrtcLoginRequestEvent} trtc-login-request - Sign in here was pressed. Preventable.
 * @fires {TrtcRejectEvent} trtc-reject - Without a provider: an invitee declined.
 * @fires {TrtcNoRespEvent} trtc-no-resp - Without a provider: an invitee did not answer.
 * @fires {TrtcLineBusyEvent} trtc-line-busy - Without a provider: an invitee is in another call.
 * @fires {TrtcCallingCancelEvent} trtc-calling-cancel - Without a provider: the inviter cancelled.
 * @fires {TrtcCallingTimeOutEvent} trtc-calling-timeout - Without a provider: the invitation here ran out.
 * @fires {TrtcUserEnterEvent} trtc-user-enter - Without a provider: somebody came into the call.
 * @fires {TrtcUserLeaveEvent} trtc-user-leave - Without a provider: somebody left the call.
 * @fires {TrtcUserAudioAvailableEvent} trtc-user-audio-available - Without a provider: a microphone went on or off.
 * @fires {TrtcUserVideoAvailableEvent} trtc-user-video-available - Without a provider: a camera went on or off.
 * @fires {TrtcUserVoiceVolumeEvent} trtc-user-voice-volume - Without a provider: how loud everybody is.
 * @fires {TrtcCallEndEvent} trtc-call-end - Without a provider: the call is over.
 * @fires {TrtcKickedOfflineEvent} trtc-kicked-offline - Without a provider: the service ended the session.
 * @fires {TrtcWarningEvent} trtc-warning - Without a provider: something is not as wished.
 * @fires {TrtcGroupCallInviteeListUpdateEvent} trtc-group-call-invitee-list-update - Without a provider: the invited people changed.
 * @fires {TrtcCallTypeChangedEvent} trtc-call-type-changed - Without a provider: the call became an audio or a video call.
 * @fires {TrtcNetworkQualityEvent} trtc-network-quality - Without a provider: somebody’s network quality changed.
 * @fires {TrtcConnectionStateChangeEvent} trtc-connection-state-change - Without a provider: the signalling connection changed.
 * @fires {TrtcDeviceChangeEvent} trtc-device-change - Without a provider: a device was plugged in or out.
 * @csspart stage - The dark ground of a call.
 * @csspart head - Name and time over the picture.
 * @csspart banner - What is in the way.
 * @csspart hear - Turns the ringing on, where the browser holds it back.
 * @csspart controls - The bar.
 * @cssproperty [--trtc-panel-radius=16px] - Its corners.
 * @cssproperty [--trtc-safe-block-start] - Kept free at the top, for a notch; what the device says unless set.
 * @cssproperty [--trtc-safe-block-end] - Kept free at the bottom.
 * @cssstate idle - No call.
 * @cssstate dialling - It rings there.
 * @cssstate ringing - It rings here.
 * @cssstate connecting - Answered, not there yet.
 * @cssstate in-call - People talk.
 * @cssstate ended - It says how the call ended.
 * @cssstate interrupted - It offers to return to a call that a reload broke off.
 */
export class TrtcCallPanel extends AttentiveElement implements CallStage {
  static override styles: CSSResultGroup = [hostStyles, callPanelStyles];

  /** `grid` all tiles alike, `speaker` who speaks large, `float` the other large and oneself in a corner. Empty: by the number of people. */
  @property({ reflect: true }) layout: Layout = '';

  /** Offers only `audio` or only `video` calls on the dial pad. */
  @property({ reflect: true }) type: '' | 'audio' | 'video' = '';

  /** Shows a dial pad while there is no call. */
  @property({ type: Boolean, reflect: true }) dialer = false;

  /** Which buttons, in the order given: `mic camera flip speaker share invite switch pip fullscreen minimise hangup`. Empty: those that fit the call. */
  @property() controls = '';

  /** One is muted unless the microphone button or a key is held. */
  @property({ type: Boolean, reflect: true, attribute: 'push-to-talk' }) pushToTalk = false;

  /** The key to hold within the panel, as `KeyboardEvent.code` names it. Empty: the space key. */
  @property({ reflect: true, attribute: 'talk-key' }) talkKey = '';

  /**
   * Keys that press the buttons while the focus is in the panel: m microphone, v camera, s share, f full screen, Shift+h hang up.
   * `mic=k share=` changes one and takes one away, `off` takes all.
   */
  @property() shortcuts = '';

  /** Who stays large in a call of several, whoever speaks. Empty, or somebody who is not there: nobody. A screen that comes to be shared empties it; set while it is there, the person goes before the screen. */
  @property({ reflect: true }) pinned = '';

  /** The call is a small card over the page, and the panel takes no room. It ends with the call. */
  @property({ type: Boolean, reflect: true }) minimised = false;

  /** Shows the small card by itself when the panel is scrolled away or hidden. */
  @property({ type: Boolean, reflect: true, attribute: 'auto-minimise' }) autoMinimise = false;

  @state() private isSwapped = false;
  @state() private isPortrait = false;

  readonly #state = new SnapshotController(this, selectPanel, sameFields);
  readonly #names = new SnapshotController(this, (snapshot) =>
    splitUserIds(selectPanel(snapshot).people).map((userId) => selectDisplayName(snapshot, userId)).join('\n'));
  readonly #incoming = new IncomingWatch(this);
  readonly #idleParts = new LaterParts(this, () => import('./idle-parts.define.js'), { whenIdle: false });
  readonly #parts = new LaterParts(this, () => import('./parts.define.js'));
  readonly #relay = new DelegateRelay(this);
  protected readonly attention = new AttentionController(this, this.words, () => panelWish(this, this.#screen === 'ringing'));
  readonly #focus = new KeptFocus(this);
  readonly #screenFirst = new ScreenFirst();
  readonly #quiet = new Quiet(this, FADE_MS);
  protected readonly keys = new OnFirstFocus(this, async () => new (await import('./shortcuts.js')).Shortcuts(this));
  readonly #speaker = new ActiveSpeaker(this, () => (this.#arrangement === 'float' ? this.#state.value.people : undefined));
  protected readonly small = new Minimised(this, () => this.#screen !== 'idle' && this.#screen !== 'interrupted');
  protected readonly head = new EdgeRoom(this, '.top', '--_top');
  protected readonly foot = new EdgeRoom(this, '.foot', '--_foot');
  protected readonly session = new AccountSession(this, () => (this.standsAlone ? accountOf(this) : undefined), () => this);

  protected override fallbackCalling(): Promise<Calling> {
    return sharedCalling(optionsOf(this));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A framework may only be moving it: what is gone by the next task is gone.
    setTimeout(() => {
      if (this.isConnected) return;
      this.session.end();
      this.#relay.follow(undefined);
    });
  }

  /** The large picture, for a window of its own. */
  get mainVideo(): HTMLVideoElement | null {
    return mainViewIn(this.renderRoot)?.videoElement ?? null;
  }

  /** The screen in view: the phase, unless somebody else shows the incoming call. */
  get #screen(): PanelState['screen'] {
    const { screen, callId } = this.#state.value;
    return screen === 'ringing' && this.#incoming.isShownElsewhere(callId) ? 'idle' : screen;
  }

  get #arrangement(): Arrangement {
    return arrange(this.#state.value, this.layout, this.pinned);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.isConnected) this.#relay.follow(this.standsAlone ? this.calling : undefined);
    this.states.only(this.#screen, SCREENS);
    if (this.#screen !== 'idle') this.#parts.fetch();
    else if (this.dialer) this.#idleParts.fetch();
    this.#focus.before(this.#screen);
    if (this.#screen === 'idle' || this.#screen === 'interrupted') this.minimised = false;
    if (this.#screen !== 'in-call') [this.isSwapped, this.pinned] = [false, ''];
    if (this.#screenFirst.hasCome(this.#state.value.sharer) && !changed.has('pinned')) this.pinned = '';
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#focus.after(() => this.renderRoot.querySelector<HTMLElement>('.stage, trtc-dial-pad'));
    this.renderRoot.querySelector<HTMLElement>('.stage')?.style.setProperty('--hue', String(hueOf(this.#state.value.face)));
  }

  protected override render(): TemplateResult {
    const screen = this.#screen;
    if (screen === 'idle') return this.#idle();
    const arrangement = this.#arrangement;
    const { hasPicture } = this.#state.value;
    const isFaded = this.#quiet.isQuiet && arrangement !== 'card' && hasPicture;
    return html`<div class="room">
      <section class="stage ${screen} as-${arrangement} ${isFaded ? 'quiet' : ''}" part="stage" tabindex="-1" aria-label=${this.say(callWords, 'call')} lang=${this.words.language}>
        ${arrangement === 'card' ? backdrop(this.#state.value) : nothing}
        <div class="top">
          ${arrangement === 'card' ? nothing : this.#head(arrangement)}
          <trtc-trouble-banner part="banner"></trtc-trouble-banner>
          <slot name="top"></slot>
          ${this.#state.value.isSharing ? html`<trtc-sharing-bar></trtc-sharing-bar>` : nothing}
          ${notesOf(this.#state.value)}
        </div>
        ${this.#inner(arrangement, screen)}
        ${screen === 'ringing' ? ringAlert(ringLine((key, ...params) => this.say(callWords, key, ...params), this.calling?.state)) : nothing}
        <trtc-call-status class="visually-hidden" beside-banner></trtc-call-status>
      </section></div>`;
  }

  #idle(): TemplateResult {
    return html`<div class="room"><slot name="idle">${this.dialer ? dialScene(this.type, this.words.language) : nothing}</slot></div>`;
  }

  #inner(arrangement: Arrangement, screen: PanelState['screen']): TemplateResult {
    if (screen === 'ended') return html`<slot name="ended"><trtc-ended-screen class="centre"></trtc-ended-screen></slot>`;
    if (screen === 'interrupted') return html`<trtc-return-screen class="centre"></trtc-return-screen>`;
    return html`${arrangement === 'card' ? this.#card(screen) : this.#people(arrangement)}${controlsOf(this.controls)}`;
  }

  #card(screen: PanelState['screen']): TemplateResult {
    return html`
      <trtc-person-card class="centre" user-ids=${this.#state.value.people} ?ringing=${screen === 'dialling' || screen === 'ringing'}>
        ${this.#state.value.isCallingGroup ? html`<trtc-people-list></trtc-people-list>`
          : html`<trtc-call-status silent beside-banner></trtc-call-status> <trtc-call-timer></trtc-call-timer>${screen === 'in-call' ? marksOf(this.#state.value.face, this.#silence()) : nothing}`}
        ${screen === 'ringing' && this.attention.isSilent ? hearButton(this.say(incomingWords, 'hearRing'), () => this.attention.hear()) : nothing}
      </trtc-person-card>`;
  }

  #people(arrangement: Arrangement): TemplateResult {
    const now = this.#state.value;
    const people = splitUserIds(now.people);
    if (arrangement === 'float') {
      const name = this.#names.value.split('\n')[0] ?? '';
      return floatScene({
        other: this.#speaker.among(people), isSwapped: this.isSwapped, isPortrait: this.isPortrait,
        label: this.isSwapped ? this.say(personWords, 'otherTile', { name }) : this.say(personWords, 'selfTile'),
        onSwap: this.#onSwap, onResize: this.#onTileResize,
      });
    }
    return arrangement === 'speaker' ? speakerScene(this.pinned, this.#onPin) : gridScene(this.#onPin);
  }

  readonly #silence = (): string => (this.#state.value.isOtherSilent ? this.say(personWords, 'micOff') : '');

  #head(arrangement: Arrangement): TemplateResult {
    const line = peopleLine((key, ...params) => this.say(callWords, key, ...params), this.#names.value.split('\n'));
    return headOf(line || this.say(callWords, 'waitingForOthers'), arrangement === 'float' ? this.#state.value.face : '', arrangement === 'float' ? this.#silence() : '');
  }

  /** After everybody outside had their say. */
  readonly #onSwap = (event: Event): void => {
    queueMicrotask(() => { if (!event.defaultPrevented) this.isSwapped = !this.isSwapped; });
  };

  readonly #onPin = (event: Event): void => {
    if (!(event instanceof TrtcPinRequestEvent)) return;
    queueMicrotask(() => {
      if (!event.defaultPrevented) this.pinned = event.detail.pinned ? event.detail.userId : '';
    });
  };

  readonly #onTileResize = (event: Event): void => {
    if (event instanceof TrtcVideoResizeEvent) this.isPortrait = event.detail.height > event.detail.width;
  };
}

declare global {
  interface HTMLElementTagNameMap { 'trtc-call-panel': TrtcCallPanel }
}
