import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { hostStyles } from '../base/host.styles.js';
import { perform } from '../base/perform.js';
import { SnapshotController } from '../base/snapshot-controller.js';
import { TrtcElement } from '../base/trtc-element.js';
import { TrtcScreenShareRequestEvent } from '../events/media-requests.js';
import { screenIcon } from '../icons/media.js';
import { controlWords } from '../locales/en/controls.js';
import { sharingBarStyles } from './sharing-bar.styles.js';

/**
 * @summary Says that one's own screen is shared, and stops it. Nothing while it is not. It is announced once and politely.
 * @tagname trtc-sharing-bar
 * @fires {TrtcScreenShareRequestEvent} trtc-screen-share-request - "Stop sharing" was pressed. Bubbles; prevent it to go on.
 * @fires {TrtcErrorEvent} trtc-error - It did not work. Bubbles.
 * @csspart bar - The strip.
 * @csspart button - Its button.
 */
export class TrtcSharingBar extends TrtcElement {
  static override styles: CSSResultGroup = [hostStyles, sharingBarStyles];

  readonly #isSharing = new SnapshotController(this, ({ devices }) => devices.screen.on);

  readonly #onStop = (): void => {
    void perform(this, this.calling, new TrtcScreenShareRequestEvent(false), (calling) => calling.stopScreenShare());
  };

  protected override render(): TemplateResult {
    return html`<div role="status" lang=${this.words.language}>${this.#isSharing.value ? html`
      <div class="bar" part="bar">
        ${screenIcon}<span>${this.say(controlWords, 'sharingNow')}</span>
        <button type="button" part="button" @click=${this.#onStop}>${this.say(controlWords, 'stopSharing')}</button>
      </div>` : nothing}</div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap { 'trtc-sharing-bar': TrtcSharingBar }
}
