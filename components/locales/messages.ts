import type en from './en.js';

/** The name of one sentence. */
export type MessageKey = keyof typeof en;

/** Every sentence in one language. A missing or an unknown one does not compile. */
export type Messages = { readonly [K in MessageKey]: string };

/** Words of an application's own, for some sentences or all. */
export type Strings = Partial<Messages>;

/** The names in braces of a sentence: 'Call {name}' → 'name'. */
export type Placeholder<S extends string> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Placeholder<Rest> : never;

/** What must be given with a sentence: nothing, or a value for each of its placeholders. */
export type ParamsOf<S extends string> = [Placeholder<S>] extends [never]
  ? []
  : [params: { readonly [P in Placeholder<S>]: string | number }];

/** Puts `params` into the braces; a brace without a value stays as it is. */
export function fill(sentence: string, params: Readonly<Record<string, string | number>> = {}): string {
  return sentence.replace(/\{(\w+)\}/g, (brace, name: string) => (Object.hasOwn(params, name) ? String(params[name]) : brace));
}
