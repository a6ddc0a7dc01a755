import type { Calling } from '../../src/calling/calling.js';
import { composedAncestors } from '../base/composed-tree.js';
import type { Theme } from '../base/localized-element.js';
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
 * The dialog's element is to be registered by then.
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
  dialog.theme = themeAround(from);
  dialog.open = true;
  dialog.addEventListener('close', () => {
    dialog.remove();
    if (document.activeElement === document.body || document.activeElement === null) (from.isConnected ? from : back)?.focus();
  });
  document.body.append(dialog);
  await dialog.updateComplete;
}

const THEMES: readonly Theme[] = ['light', 'dark', 'auto'];

/** What an element or provider around asks for. The stage of a call is dark for itself only. */
function themeAround(element: HTMLElement): Theme {
  const asked = [...composedAncestors(element)].filter(({ localName }) => localName.startsWith('trtc-')).map((each) => each.getAttribute('theme'));
  return THEMES.find((theme) => theme === asked.find(Boolean)) ?? '';
}
