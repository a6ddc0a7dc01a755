import { LOADERS, matchLocale, type LocaleName } from './match-locale.js';
import type { MessageKey, Messages, Sentence, Strings } from './messages.js';

const loaded = new Map<LocaleName, Messages>();
const loading = new Map<LocaleName, Promise<void>>();
const replaced = new Map<LocaleName, Strings>();
const listeners = new Set<() => void>();

/** Loads a language; `tag` is any BCP 47 tag. Resolves at once for English and for one that is there. Rejects when its file cannot be had. */
export async function loadLocale(tag: string): Promise<void> {
  const name = matchLocale(tag);
  if (name === 'en' || loaded.has(name)) return;
  const under = loading.get(name) ?? fetchLocale(name);
  loading.set(name, under);
  await under;
}

async function fetchLocale(name: Exclude<LocaleName, 'en'>): Promise<void> {
  try {
    loaded.set(name, (await LOADERS[name]()).default);
    tell();
  } finally {
    loading.delete(name);
  }
}

/**
 * Replaces sentences of one language in the whole page: `setStrings('en', { hangUp: 'Leave' })`. Later calls add to
 * earlier ones. For one element or one provider, set its `strings` instead.
 */
export function setStrings(tag: string, strings: Strings): void {
  const name = matchLocale(tag);
  replaced.set(name, { ...replaced.get(name), ...strings });
  tell();
}

/** Forgets what {@link setStrings} replaced in that language. */
export function resetStrings(tag: string): void {
  if (replaced.delete(matchLocale(tag))) tell();
}

/** The sentence in that language, if it is loaded; English is with the elements themselves. */
export function lookUp(name: LocaleName, key: MessageKey): Sentence | undefined {
  return replaced.get(name)?.[key] ?? loaded.get(name)?.[key];
}

/** Tells when words were loaded or replaced, until the returned function is called. */
export function onWords(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(): void {
  for (const listener of [...listeners]) listener();
}
