export { loadLocale, resetStrings, setStrings } from './registry.js';
export { directionOf, matchLocale, type LocaleName } from './match-locale.js';
export type { MessageKey, Messages, Strings } from './messages.js';
