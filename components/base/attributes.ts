import type { ComplexAttributeConverter } from 'lit';

/** A removed attribute is the empty text, and the empty text is no attribute. */
export const textConverter: ComplexAttributeConverter<string> = {
  fromAttribute: (value) => value ?? '',
  toAttribute: (value) => (value === '' ? null : value),
};

/** A number; a removed attribute is `fallback`. What is no number becomes NaN, for whoever uses it to refuse. */
export const numberOr = (fallback: number): ComplexAttributeConverter<number> => ({
  fromAttribute: (value) => (value === null ? fallback : Number(value)),
});
