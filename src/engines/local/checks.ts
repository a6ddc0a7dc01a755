/**
 * Small questions put to what comes from outside. Everything that another client or a socket says passes through these
 * before anything else looks at it.
 */

/** TRTCCalling's own rule for user ids. */
const USER_ID = /^[A-Za-z0-9_-]{1,32}$/;
/** Ids that clients make: sessions, messages, members of a room. */
const TOKEN = /^[A-Za-z0-9_.:-]{1,128}$/;

export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value of a JSON text, or undefined where it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export const isUserId = (value: unknown): value is string => typeof value === 'string' && USER_ID.test(value);

export const isToken = (value: unknown): value is string => typeof value === 'string' && TOKEN.test(value);

/** A string of at most `max` UTF-16 units. */
export const isText = (value: unknown, max: number): value is string => typeof value === 'string' && value.length <= max;

/** A whole number between `min` and `max`, both included. */
export const isWhole = (value: unknown, min: number, max: number): value is number => Number.isSafeInteger(value) && Number(value) >= min && Number(value) <= max;

export const isFlag = (value: unknown): value is boolean => typeof value === 'boolean';
