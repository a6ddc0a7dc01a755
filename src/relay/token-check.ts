import { createHash, timingSafeEqual } from 'node:crypto';
import { MAX_TOKEN_LENGTH } from '../engines/local/relay-protocol.js';

const MIN_TOKEN_LENGTH = 16;

/** Whether a client knows the relay's token. */
export type TokenCheck = (token: string) => boolean;

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/**
 * Compares digests, so that the time it takes says nothing about how much of a guess was right, nor how long the token is.
 * Without a token everybody is let through. Throws a TypeError for a token that could be guessed: a setting that came out
 * empty by mistake must not open the door.
 */
export function tokenCheck(token: string | undefined): TokenCheck {
  if (token === undefined) return () => true;
  if (typeof token !== 'string' || token.length < MIN_TOKEN_LENGTH || token.length > MAX_TOKEN_LENGTH) {
    throw new TypeError(`The relay's token has ${MIN_TOKEN_LENGTH} to ${MAX_TOKEN_LENGTH} characters.`);
  }
  const expected = digest(token);
  return (given) => timingSafeEqual(digest(given), expected);
}
