/** The languages that come with the package; English is always there, the others are loaded when first asked for. */
export const LOADERS = {
  ar: () => import('./ar.js'),
  de: () => import('./de.js'),
  es: () => import('./es.js'),
  fr: () => import('./fr.js'),
  ja: () => import('./ja.js'),
  ko: () => import('./ko.js'),
  'pt-BR': () => import('./pt-BR.js'),
  'zh-CN': () => import('./zh-CN.js'),
  'zh-TW': () => import('./zh-TW.js'),
} as const;

export type LocaleName = 'en' | keyof typeof LOADERS;

const NAMES: readonly LocaleName[] = ['en', ...names(LOADERS)];

/**
 * The language of ours that serves a BCP 47 tag best: the same tag, else one of the same language and script
 * (zh-Hans-SG → zh-CN), else of the same language, else English.
 */
export function matchLocale(tag: string): LocaleName {
  const asked = describe(tag);
  if (!asked) return 'en';
  const same = (test: (name: LocaleName) => boolean): LocaleName | undefined => NAMES.find(test);
  return same((name) => name === asked.baseName)
    ?? same((name) => describe(name)?.script === asked.script && describe(name)?.language === asked.language)
    ?? same((name) => describe(name)?.language === asked.language)
    ?? 'en';
}

const RIGHT_TO_LEFT: ReadonlySet<string | undefined> = new Set(['Arab', 'Hebr', 'Thaa', 'Syrc', 'Nkoo', 'Adlm']);

/** Which way a language is written. */
export const directionOf = (tag: string): 'ltr' | 'rtl' => (RIGHT_TO_LEFT.has(describe(tag)?.script) ? 'rtl' : 'ltr');

interface Description {
  readonly baseName: string;
  readonly language: string;
  readonly script: string | undefined;
}

/** undefined for what is not a language tag. */
function describe(tag: string): Description | undefined {
  try {
    const locale = new Intl.Locale(tag);
    const { language, script } = locale.maximize();
    return { baseName: locale.baseName, language, script };
  } catch {
    return undefined;
  }
}

function names<T extends object>(table: T): (keyof T & string)[] {
  return Object.keys(table).filter((name): name is keyof T & string => Object.hasOwn(table, name));
}
