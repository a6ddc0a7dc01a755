import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { VIDEO_CALL } from '../../src/calling/state/call-state.js';
import { selectPhase } from '../../src/calling/state/selectors.js';
import { hostStyles } from '../base/host.styles.js';
import { SnapshotController, sameFields } from '../base/snapshot-controller.js';
import { TrtcElement } from '../base/trtc-element.js';
import { controlWords } from '../locales/en/controls.js';
import { callControlsStyles } from './call-controls.styles.js';
import { buttonsFor } from './choice.js';
import type { ControlName } from './choice.js';

/**
 * @summary The bar of buttons that fits the moment: answer and decline while it rings here, cancel while it rings there,
 * microphone, camera, speaker and hang-up while people talk.
 * @tagname trtc-call-controls
 * @slot - Buttons of your own, before hang-up.
 * @fires {TrtcAcceptRequestEvent} trtc-accept-request - Answer was pressed. Bubbles; preventable.
 * @fires {TrtcRejectRequestEvent} trtc-reject-request - Decline was pressed. Bubbles; preventable.
 * @fires {TrtcHangupRequestEvent} trtc-hangup-request - Hang-up was pressed. Bubbles; preventable.
 * @fires {TrtcMicRequestEvent} trtc-mic-request - The microphone button was pressed. Bubbles; preventable.
 * @fires {TrtcCameraRequestEvent} trtc-camera-request - The camera button was pressed. Bubbles; preventable.
 * @fires {TrtcSwitchCameraRequestEvent} trtc-switch-camera-request - The flip button was pressed. Bubbles; preventable.
 * @fires {TrtcSpeakerRequestEvent} trtc-speaker-request - The speaker button was pressed. Bubbles; preventable.
 * @fires {TrtcScreenShareRequestEvent} trtc-screen-share-request - The share button was pressed. Bubbles; preventable.
 * @fires {TrtcPipRequestEvent} trtc-pip-request - The pop-out button was pressed. Bubbles; preventable.
 * @fires {TrtcFullscreenRequestEvent} trtc-fullscreen-request - The full-screen button was pressed. Bubbles; preventable.
 * @fires {TrtcErrorEvent} trtc-error - A command was refused. Bubbles.
 * @csspart bar - The bar.
 * @csspart button - Every button in it.
 */
export class TrtcCallControls extends TrtcElement {
  static override styles: CSSResultGroup = [hostStyles, callControlsStyles];

  /** Which buttons, in the order given: `mic camera flip speaker share pip fullscreen hangup`. Empty: those that fit the call. */
  @property() controls = '';

  /** Shows a word under each. */
  @property({ type: Boolean, reflect: true }) labelled = false;

  readonly #call = new SnapshotController(this, (snapshot) => ({
    phase: selectPhase(snapshot),
    isVideo: snapshot.call?.type === VIDEO_CALL || snapshot.devices.camera.on,
  }), sameFields);

  protected override render(): TemplateResult | typeof nothing {
    const { phase, isVideo } = this.#call.value;
    if (phase === 'idle') return nothing;
    const isRinging = phase === 'ringing';
    const names = buttonsFor(phase, isVideo, this.controls);
    const before = names.filter((name) => name !== 'hangup');
    return html`
      <div class="bar ${isRinging ? 'answering' : ''}" part="bar" role="group" aria-label=${this.say(controlWords, 'callControls')} lang=${this.words.language}>
        ${before.map((name) => this.#button(name))}
        <slot></slot>
        ${names.includes('hangup') ? this.#button('hangup') : nothing}
      </div>`;
  }

  #button(name: ControlName): TemplateResult {
    switch (name) {
      case 'mic': return html`<trtc-mic-button exportparts="button" ?labelled=${this.labelled}></trtc-mic-button>`;
      case 'camera': return html`<trtc-camera-button exportparts="button" ?labelled=${this.labelled}></trtc-camera-button>`;
      case 'flip': return html`<trtc-switch-camera-button exportparts="button" ?labelled=${this.labelled}></trtc-switch-camera-button>`;
      case 'speaker': return html`<trtc-speaker-button exportparts="button" ?labelled=${this.labelled}></trtc-speaker-button>`;
      case 'share': return html`<trtc-screen-share-button exportparts="button" ?labelled=${this.labelled}></trtc-screen-share-button>`;
      case 'pip': return html`<trtc-pip-button exportparts="button" ?labelled=${this.labelled}></trtc-pip-button>`;
      case 'fullscreen': return html`<trtc-fullscreen-button exportparts="button" ?labelled=${this.labelled}></trtc-fullscreen-button>`;
      case 'hangup': return html`<trtc-hangup-button exportparts="button" ?labelled=${this.labelled}></trtc-hangup-button>`;
      case 'reject': return html`<trtc-reject-button exportparts="button" labelled></trtc-reject-button>`;
      case 'accept-audio': return html`<trtc-accept-button exportparts="button" audio-only labelled></trtc-accept-button>`;
      case 'accept': return html`<trtc-accept-button exportparts="button" labelled></trtc-accept-button>`;
      default: return name satisfies never;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap { 'trtc-call-controls': TrtcCallControls }
}
