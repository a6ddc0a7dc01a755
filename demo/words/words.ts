import type { Language } from '../preferences.js';
import { en, type DemoWord } from './en.js';
import { zhCN } from './zh-CN.js';

const LANGUAGES: Readonly<Record<Language, Readonly<Record<DemoWord, string>>>> = { en, 'zh-CN': zhCN };

/** Says a word of the demo, with `{places}` filled. */
export type Say = (word: DemoWord, values?: Readonly<Record<string, string | number>>) => string;

export const sayIn = (language: Language): Say => (word, values = {}) =>
  LANGUAGES[language][word].replaceAll(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
