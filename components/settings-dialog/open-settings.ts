import './settings-dialog.define.js';
import type { Calling } from '../../src/calling/calling.js';
import type { Strings } from '../locales/messages.js';
import { TOKENS } from '../theme/tokens.js';

export interface SettingsPlace {
  readonly calling: Calling | undefined;
  readonly strings: Strings | undefined;
  readonly language: string;
  /** Has the focus afterwards where the button is gone. */
  readonly back: HTMLElement | undefined;
}

/**
 * Shows the settings for as long as they are open. They stand at the end of the page, because the button may be in a menu
 * that closes or in a bar that goes with the call; language, words, brand and light or dark are those of the button's place.
 */
export async function openSettings(from: HTMLElement, { calling, strings, language, back }: SettingsPlace): Promise<void> {
  const dialog = document.createElement('trtc-settings-dialog');
  const style = getComputedStyle(from);
  for (const name of Object.keys(TOKENS)) {
    const value = style.getPropertyValue(`--trtc-${name}`);
    if (value !== '') dialog.style.setProperty(`--trtc-${name}`, value);
  }
  dialog.calling = calling;
  dialog.strings = strings;
  dialog.locale = language;
  dialog.open = true;
  dialog.addEventListener('close', () => {
    dialog.remove();
    if (document.activeElement === document.body || document.activeElement === null) (from.isConnected ? from : back)?.focus();
  });
  document.body.append(dialog);
  await dialog.updateComplete;
}
