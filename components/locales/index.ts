export { loadLocale, resetStrings, setStrings } from './registry.js';
export { directionOf, matchLocale, type LocaleName } from './match-locale.js';
export type { MessageKey, Messages, Params, Sentence, Strings } from './messages.js';
export { plural, type Forms } from './plural.js';
