import { CONTROLS, type ControlChoice } from '../call-controls/controls.js';

/** Which key presses which button; a letter alone, or `shift+` and a letter. */
export type ShortcutList = ReadonlyMap<ControlChoice, string>;

/** Hanging up by a slip of one finger would be worse than none of them. */
const USUAL = [['mic', 'm'], ['camera', 'v'], ['share', 's'], ['fullscreen', 'f'], ['hangup', 'shift+h']] as const;

/** One letter or digit: space, Enter, Tab, Esc and the arrows belong to whatever has the focus. */
const KEY = /^(shift\+)?[a-z0-9]$/;

/**
 * The usual keys, with those that an author gives instead: `mic=k camera=shift+c`; `share=` takes one away, and `off` all of
 * them. What is no control or no key is passed over.
 */
export function shortcutsOf(text: string): ShortcutList {
  if (text.trim().toLowerCase() === 'off') return new Map();
  const keys = new Map<ControlChoice, string>(USUAL);
  for (const word of text.toLowerCase().split(/[\s,]+/)) {
    const [name = '', key = '', ...rest] = word.split('=');
    if (!isControl(name) || !word.includes('=') || rest.length > 0) continue;
    if (key === '') keys.delete(name);
    else if (KEY.test(key)) keys.set(name, key);
  }
  return keys;
}

const isControl = (name: string): name is ControlChoice => Object.hasOwn(CONTROLS, name);

/** What was pressed, in the same spelling; '' with another modifier. A key of another script counts by its place on the keyboard. */
export function pressed({ key, code, ctrlKey, altKey, metaKey, shiftKey }: KeyboardEvent): string {
  if (ctrlKey || altKey || metaKey) return '';
  const letter = /^[\x21-\x7e]$/.test(key) ? key.toLowerCase() : /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? '';
  return letter === '' ? '' : `${shiftKey ? 'shift+' : ''}${letter}`;
}

/** 'shift+h' as `aria-keyshortcuts` has it (WAI-ARIA 1.2, 6.6): 'Shift+H'. */
export const spelled = (key: string): string => key.replace('shift', 'Shift').replace(/.$/, (letter) => letter.toUpperCase());
