import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { hostStyles } from '../base/host.styles.js';
import { SnapshotController } from '../base/snapshot-controller.js';
import { TrtcElement } from '../base/trtc-element.js';
import { closeIcon } from '../icons/call.js';
import { callWords } from '../locales/en/call.js';
import { settingsWords } from '../locales/en/settings.js';
import { settingsDialogStyles } from './settings-dialog.styles.js';

/**
 * @summary The sound and picture settings as a modal dialog. `open` shows it; Esc, its button and a press beside it close it,
 * and then every device that it opened is let go.
 * @tagname trtc-settings-dialog
 * @slot - After the settings.
 * @fires {Event} close - It was closed. Does not bubble.
 * @csspart dialog - The dialog.
 * @csspart close - Its button.
 */
export class TrtcSettingsDialog extends TrtcElement {
  static override styles: CSSResultGroup = [hostStyles, settingsDialogStyles];

  /** Whether it is to be seen. */
  @property({ type: Boolean, reflect: true }) open = false;

  readonly #signedIn = new SnapshotController(this, ({ session }) => session.userId);

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    // Whoever destroyed the TRTCCalling has nothing to set any more.
    if (this.calling?.destroyed) this.open = false;
    const dialog = this.#dialog;
    if (!dialog || !this.isConnected || dialog.open === this.open) return;
    if (this.open) dialog.showModal();
    else dialog.close();
  }

  readonly #onClose = (): void => {
    this.open = false;
    this.dispatchEvent(new Event('close'));
  };

  readonly #onPress = (event: Event): void => {
    if (event.target === this.#dialog) this.#dialog?.close();
  };

  protected override render(): TemplateResult {
    const title = this.say(settingsWords, 'settingsTitle');
    return html`
      <dialog part="dialog" aria-labelledby="title" lang=${this.words.language} data-user=${this.#signedIn.value || nothing}
        @close=${this.#onClose} @click=${this.#onPress}>
        <header>
          <h2 id="title">${title}</h2>
          <button type="button" part="close" autofocus aria-label=${this.say(callWords, 'close')} @click=${() => this.#dialog?.close()}>${closeIcon}</button>
        </header>
        ${this.open ? html`<trtc-device-settings></trtc-device-settings>` : nothing}
        <slot></slot>
      </dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap { 'trtc-settings-dialog': TrtcSettingsDialog }
}
