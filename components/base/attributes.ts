import type { ComplexAttributeConverter, PropertyDeclaration } from 'lit';

/**
 * What an element takes for a property, by its attribute (null: removed) or by the property itself, which may be given anything
 * whatever its type says: a framework hands on `undefined`, plain scripts make mistakes.
 */
export interface ValueConverter<T = unknown> extends ComplexAttributeConverter<T> {
  readonly takesAny: true;
  fromAttribute(value: unknown): T;
}

/** Whoever builds on an element of ours may have converters that read attributes only. */
export const isValueConverter = (converter: PropertyDeclaration['converter']): converter is ValueConverter =>
  typeof converter === 'object' && 'takesAny' in converter;

/** A removed attribute is the empty text, and the empty text is no attribute. A number is its digits; what else is no text is empty. */
export const textConverter: ValueConverter<string> = {
  takesAny: true,
  fromAttribute: (value) => (typeof value === 'string' || typeof value === 'number' ? `${value}` : ''),
  toAttribute: (value) => (value === '' ? null : value),
};

/** A number; a removed attribute is `fallback`. What is no number becomes NaN, for whoever uses it to refuse. */
export const numberOr = (fallback: number): ValueConverter<number> => ({
  takesAny: true,
  fromAttribute: (value) => (value === null ? fallback : Number(value)),
});

/** An object, with `member` where one is named; what is none counts as not set. It has no attribute. */
export const objectWith = (member?: string): ValueConverter => ({
  takesAny: true,
  fromAttribute: (value) => (typeof value === 'object' && value !== null && (member === undefined || member in value) ? value : undefined),
});

/** A list, which has no attribute; what is none is empty. */
export const listConverter: ValueConverter<readonly unknown[]> = { takesAny: true, fromAttribute: (value) => (Array.isArray(value) ? value : []) };
