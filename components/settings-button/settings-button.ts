import { ControlButton, type ButtonFace } from '../base/control-button.js';
import { performInPage } from '../base/perform.js';
import { stageAround } from '../base/stage.js';
import { TrtcSettingsRequestEvent } from '../events/settings-requests.js';
import { settingsIcon } from '../icons/settings.js';
import { settingsWords } from '../locales/en/settings.js';

/**
 * @summary Opens the sound and picture settings in a dialog, before, during and after a call. Their file is fetched with the
 * first press. Esc closes them and the focus comes back.
 * @tagname trtc-settings-button
 * @slot icon - A picture of your own.
 * @csspart button - The button.
 * @csspart disc - The round ground of the picture.
 * @csspart label - The word under it.
 * @csspart tooltip - What a press does, on hover and focus.
 * @cssproperty [--trtc-control-size=52px] - The width of the disc, at least 44px.
 * @cssproperty [--trtc-control-background] - The ground of the disc.
 * @cssproperty [--trtc-control-color] - The picture.
 * @fires {TrtcSettingsRequestEvent} trtc-settings-request - Pressed. Bubbles; prevent it to show settings of your own.
 * @fires {TrtcErrorEvent} trtc-error - They could not be fetched. Bubbles.
 */
export class TrtcSettingsButton extends ControlButton {
  protected override get face(): ButtonFace {
    const name = this.say(settingsWords, 'settings');
    return { icon: settingsIcon, name, label: name };
  }

  protected override press(): Promise<unknown> {
    return performInPage(this, new TrtcSettingsRequestEvent(), async () => {
      const [{ openSettings }] = await Promise.all([import('../settings-dialog/open-settings.js'), import('../settings-dialog/settings-dialog.define.js')]);
      const { calling, strings } = this;
      await openSettings(this, { calling, strings, language: this.words.language, back: stageAround(this) });
    });
  }
}

declare global {
  interface HTMLElementTagNameMap { 'trtc-settings-button': TrtcSettingsButton }
}
