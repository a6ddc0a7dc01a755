import type en from './en.js';

/** The name of one sentence. */
export type MessageKey = keyof typeof en;

/** What goes into the braces of a sentence. */
export type Params = Readonly<Record<string, string | number>>;

/** A text with names in braces, or what makes one of them: languages differ in how they say a number of things. */
export type Sentence = string | ((params: Params) => string);

/** Every sentence in one language. A missing or an unknown one does not compile. */
export type Messages = { readonly [K in MessageKey]: Sentence };

/** Words of an application's own, for some sentences or all. */
export type Strings = Partial<Messages>;

/** The names in braces of a sentence: 'Call {name}' → 'name'. */
export type Placeholder<S extends string> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Placeholder<Rest> : never;

/** What must be given with a sentence: nothing, or a value for each of its placeholders. */
export type ParamsOf<S extends string> = [Placeholder<S>] extends [never]
  ? []
  : [params: { readonly [P in Placeholder<S>]: string | number }];

/** Puts `params` into the braces; a brace without a value stays as it is. */
export function fill(sentence: string, params: Params = {}): string {
  return sentence.replace(/\{(\w+)\}/g, (brace, name: string) => (Object.hasOwn(params, name) ? String(params[name]) : brace));
}
