import { LOADERS } from '../../components/locales/match-locale.js';

/** The languages of the kit, English first. */
export const LOCALES: readonly string[] = ['en', ...Object.keys(LOADERS)];

/** Each in its own words: `简体中文`. */
export const nameOfLocale = (locale: string): string => new Intl.DisplayNames([locale], { type: 'language', languageDisplay: 'standard' }).of(locale) ?? locale;
