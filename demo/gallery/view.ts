import type { ElementDoc } from '../docs-data.js';

/** What the gallery shows, as its address says it: `#/call-panel?state=in-call&theme=dark&locale=zh-CN&dir=rtl&width=320`. */
export interface GalleryView {
  /** An element without its `trtc-`; '' is the overview. */
  readonly element: string;
  readonly state: string;
  readonly theme: Theme;
  /** A language of the kit; '' is that of the site. */
  readonly locale: string;
  readonly dir: Direction;
  /** Pixels; 0 is all there is. */
  readonly width: number;
  /** Attributes that differ from the state's, by name; null takes one away. */
  readonly attributes: Readonly<Record<string, string | null>>;
}

export type Theme = 'auto' | 'light' | 'dark';
/** `auto` goes by the language. */
export type Direction = 'auto' | 'ltr' | 'rtl';

/** What an address can choose from. */
export interface Choices {
  readonly elements: readonly ElementDoc[];
  readonly locales: readonly string[];
  statesOf(element: string): readonly string[];
}

export const THEMES: readonly Theme[] = ['auto', 'light', 'dark'];
export const DIRECTIONS: readonly Direction[] = ['auto', 'ltr', 'rtl'];
export const WIDTHS: readonly number[] = [0, 240, 320, 390, 768, 1024];
const NARROWEST = 200;
const WIDEST = 2560;

export const OVERVIEW: GalleryView = { element: '', state: '', theme: 'auto', locale: '', dir: 'auto', width: 0, attributes: {} };

/** The words between which an attribute chooses, as its type says; undefined for one that takes any text. */
export function choicesOf(type: string | undefined): readonly string[] | undefined {
  const parts = (type ?? '').split('|').map((part) => part.trim()).filter(Boolean);
  const words = parts.map((part) => /^(?:'([^']*)'|(\d+))$/.exec(part)).map((match) => match?.[1] ?? match?.[2]);
  return words.length > 1 && words.every((word) => word !== undefined) ? words : undefined;
}

/**
 * Only what can be told to be harmless travels in an address: flags, choices and numbers. A text would let a link name an
 * address to be fetched or a user to be called.
 */
export function travels(type: string | undefined, value: string | null): boolean {
  if (value === null) return true;
  if (type === 'boolean') return value === '';
  if (type === 'number' || type === 'number | null') return /^\d{1,4}$/.test(value);
  return choicesOf(type)?.includes(value) ?? false;
}

const PREFIX = 'attr-';
/** An attribute taken away; no choice has this name. */
const ABSENT = '-';

/** Reads `location.hash`. What cannot be meant is left out: an old link shows as much as there still is. */
export function readView(hash: string, { elements, locales, statesOf }: Choices): GalleryView {
  const [path = '', search = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  const given = new URLSearchParams(search);
  const doc = elements.find(({ name }) => name === path);
  const width = Number(given.get('width') ?? 0);
  const element = doc?.name ?? '';
  const states = statesOf(element);
  return {
    element,
    state: states.find((state) => state === given.get('state')) ?? states[0] ?? '',
    theme: THEMES.find((theme) => theme === given.get('theme')) ?? 'auto',
    locale: locales.find((locale) => locale === given.get('locale')) ?? '',
    dir: DIRECTIONS.find((dir) => dir === given.get('dir')) ?? 'auto',
    width: Number.isInteger(width) && width >= NARROWEST && width <= WIDEST ? width : 0,
    attributes: Object.fromEntries((doc?.attributes ?? []).filter(({ name }) => given.has(PREFIX + name)).map(({ name, type }) => {
      const said = given.get(PREFIX + name) ?? '';
      return [name, said === ABSENT ? null : said, type] as const;
    }).filter(([, value, type]) => travels(type, value)).map(([name, value]) => [name, value])),
  };
}

/** The address of a view; what is as usual is left out. */
export function addressOf(view: GalleryView, { elements, statesOf }: Pick<Choices, 'elements' | 'statesOf'>): string {
  const { element, state, theme, locale, dir, width, attributes } = view;
  const doc = elements.find(({ name }) => name === element);
  const said = new URLSearchParams();
  if (state !== '' && state !== statesOf(element)[0]) said.set('state', state);
  if (theme !== 'auto') said.set('theme', theme);
  if (locale !== '') said.set('locale', locale);
  if (dir !== 'auto') said.set('dir', dir);
  if (width !== 0) said.set('width', String(width));
  for (const [name, value] of Object.entries(attributes)) {
    if (travels(doc?.attributes.find((each) => each.name === name)?.type, value)) said.set(PREFIX + name, value ?? ABSENT);
  }
  return `#/${element}${said.size > 0 ? `?${said}` : ''}`;
}
