import { createContext } from '@lit/context';
import type { Strings } from '../locales/messages.js';

/** The language and the words of an application's own that hold inside an element. */
export interface LocaleScope {
  /** A BCP 47 tag; '' leaves it to the page's `lang`. */
  readonly locale: string;
  readonly strings: Strings;
}

export const localeContext = createContext<LocaleScope | undefined>(Symbol.for('trtc-calling-elements/locale'));
