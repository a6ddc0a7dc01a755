import { fill, type Params } from './messages.js';

/** One sentence in the forms that its language has for numbers (Unicode plural rules, CLDR). */
export type Forms = { readonly [R in Intl.LDMLPluralRule]?: string } & { readonly other: string };

/**
 * A sentence that goes by its `{count}`: `plural('fr', { one: '{count} place', other: '{count} places' })`. A form that is
 * not given is said as `other`.
 */
export function plural(tag: string, forms: Forms): (params: Params) => string {
  const rules = new Intl.PluralRules(tag);
  return (params) => fill(forms[rules.select(Number(params['count']))] ?? forms.other, params);
}
