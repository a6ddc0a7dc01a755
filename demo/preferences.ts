/** What a visitor chose: kept in this browser, and taken from it with care. */
export interface Preferences {
  readonly theme: ThemeChoice;
  readonly language: Language;
}

export type ThemeChoice = 'auto' | 'light' | 'dark';
export type Language = 'en' | 'zh-CN';

export const THEMES: readonly ThemeChoice[] = ['auto', 'light', 'dark'];
export const LANGUAGES: readonly Language[] = ['en', 'zh-CN'];

const KEY = 'trtc-calling-demo';

const browserLanguage = (): Language => (navigator.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en');

export function readPreferences(): Preferences {
  const kept = readKept();
  return {
    theme: THEMES.find((theme) => theme === kept['theme']) ?? 'auto',
    language: LANGUAGES.find((language) => language === kept['language']) ?? browserLanguage(),
  };
}

/** Forgotten with the tab where the browser keeps nothing. */
export function keepPreferences(preferences: Preferences): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(preferences));
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}

function readKept(): Readonly<Record<string, unknown>> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return typeof kept === 'object' && kept !== null ? { ...kept } : {};
  } catch {
    return {};
  }
}
