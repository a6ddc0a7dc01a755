import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { hostStyles } from '../base/host.styles.js';
import { SnapshotController, sameFields } from '../base/snapshot-controller.js';
import { TrtcElement } from '../base/trtc-element.js';
import { controlWords } from '../locales/en/controls.js';
import { BarRoom } from './bar-room.js';
import { callControlsStyles } from './call-controls.styles.js';
import { controlOf, planFor, selectMoment, type ControlChoice, type Plan } from './controls.js';

const PHASES = ['idle', 'dialling', 'ringing', 'connecting', 'in-call'] as const;

/**
 * @summary The bar of buttons that fits the moment: answer and decline while it rings here, cancel while it rings there,
 * microphone, camera, speaker and hang-up while people talk. What has no room waits in a menu.
 * @tagname trtc-call-controls
 * @slot - Buttons of your own, before hang-up.
 * @slot start - Buttons of your own, before all others.
 * @slot end - Buttons of your own, after hang-up.
 * @slot menu - Buttons with `item`, or your own with `role="menuitem"`, for the menu.
 * @fires {TrtcAcceptRequestEvent} trtc-accept-request - Answer was pressed. Bubbles; preventable.
 * @fires {TrtcRejectRequestEvent} trtc-reject-request - Decline was pressed. Bubbles; preventable.
 * @fires {TrtcHangupRequestEvent} trtc-hangup-request - Hang-up was pressed. Bubbles; preventable.
 * @fires {TrtcMicRequestEvent} trtc-mic-request - The microphone button was pressed. Bubbles; preventable.
 * @fires {TrtcCameraRequestEvent} trtc-camera-request - The camera button was pressed. Bubbles; preventable.
 * @fires {TrtcSwitchCameraRequestEvent} trtc-switch-camera-request - The flip button was pressed. Bubbles; preventable.
 * @fires {TrtcSpeakerRequestEvent} trtc-speaker-request - The speaker button was pressed. Bubbles; preventable.
 * @fires {TrtcScreenShareRequestEvent} trtc-screen-share-request - The share button was pressed. Bubbles; preventable.
 * @fires {TrtcPipRequestEvent} trtc-pip-request - The pop-out button was pressed. Bubbles; preventable.
 * @fires {TrtcMinimiseRequestEvent} trtc-minimise-request - The call is to be small, or large again. Preventable.
 * @fires {TrtcFullscreenRequestEvent} trtc-fullscreen-request - The full-screen button was pressed. Bubbles; preventable.
 * @fires {TrtcSwitchTypeRequestEvent} trtc-switch-type-request - The switch button was pressed. Bubbles; preventable.
 * @fires {TrtcPickRequestEvent} trtc-pick-request - The add button was pressed. Bubbles; preventable.
 * @fires {TrtcInviteRequestEvent} trtc-invite-request - People were chosen. Bubbles; preventable.
 * @fires {TrtcErrorEvent} trtc-error - A command was refused. Bubbles.
 * @csspart bar - The bar.
 * @csspart button - Every button in it.
 * @csspart menu - The menu of what has no room.
 * @cssstate idle - No call.
 * @cssstate dialling - It rings there.
 * @cssstate ringing - It rings here.
 * @cssstate connecting - Answered, not there yet.
 * @cssstate in-call - People talk.
 */
export class TrtcCallControls extends TrtcElement {
  static override styles: CSSResultGroup = [hostStyles, callControlsStyles];

  /**
   * Which buttons, in the order given: `mic camera flip speaker share invite switch pip fullscreen
   * minimise hangup`; those after `more` wait in the
   * menu. Empty: those that fit the call.
   */
  @property() controls = '';

  /** Shows a word under each. */
  @property({ type: Boolean, reflect: true }) labelled = false;

  /** The author has rows of their own for the menu. */
  @state() private hasRows = false;

  readonly #moment = new SnapshotController(this, selectMoment, sameFields);
  readonly #room = new BarRoom(this, () => this.renderRoot.querySelector<HTMLElement>('.bar'));
  #plan: Plan = { bar: [], menu: [] };

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.states.only(this.#moment.value.phase, PHASES);
  }

  readonly #onRows = ({ target }: Event): void => {
    this.hasRows = target instanceof HTMLSlotElement && target.assignedElements({ flatten: true }).length > 0;
  };

  get #hasMenu(): boolean {
    return this.#plan.menu.length > 0 || this.hasRows;
  }

  protected override render(): TemplateResult | typeof nothing {
    const moment = this.#moment.value;
    if (moment.phase === 'idle') return nothing;
    const isRinging = moment.phase === 'ringing';
    this.#plan = this.#room.plan(isRinging ? { bar: [], menu: [] } : planFor(moment, this.controls));
    return html`
      <div class="bar ${isRinging ? 'answering' : ''}" part="bar" role="group" aria-label=${this.say(controlWords, 'callControls')} lang=${this.words.language}>
        <slot name="start" @slotchange=${this.#room.changed}></slot>
        ${isRinging ? this.#answers(moment.isVideo) : this.#buttons()}
        <slot name="end" @slotchange=${this.#room.changed}></slot>
      </div>`;
  }

  #answers(isVideo: boolean): TemplateResult {
    return html`
      <trtc-reject-button exportparts="button" labelled></trtc-reject-button>
      <trtc-reply-button class="second" exportparts="button" labelled></trtc-reply-button>
      ${isVideo ? html`<trtc-accept-button class="second" exportparts="button" audio-only labelled></trtc-accept-button>` : nothing}
      <trtc-accept-button exportparts="button" labelled></trtc-accept-button>
      <slot></slot>`;
  }

  #buttons(): TemplateResult {
    const { bar } = this.#plan;
    return html`
      ${bar.filter((name) => name !== 'hangup').map((name) => this.#button(name))}
      <slot @slotchange=${this.#room.changed}></slot>
      ${this.#more()}
      ${bar.includes('hangup') ? this.#button('hangup') : nothing}`;
  }

  #more(): TemplateResult {
    const { menu } = this.#plan;
    return html`
      <trtc-more-button exportparts="button, menu" ?labelled=${this.labelled} ?hidden=${!this.#hasMenu}>
        ${menu.map((name) => controlOf(name).button({ item: true, labelled: false }))}
        <slot name="menu" @slotchange=${this.#onRows}></slot>
      </trtc-more-button>`;
  }

  #button(name: ControlChoice): TemplateResult {
    return controlOf(name).button({ item: false, labelled: this.labelled });
  }
}

declare global {
  interface HTMLElementTagNameMap { 'trtc-call-controls': TrtcCallControls }
}
