import { MAX_ROOM_ID } from './vocabulary.js';

const OWN_USER_ID = /^[A-Za-z0-9_-]{1,32}$/;
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
const MAX_FOREIGN_ID_LENGTH = 128;

/** A user id as this package lets people log in with. */
export const isUserId = (value: unknown): value is string => typeof value === 'string' && OWN_USER_ID.test(value);

/**
 * A user or group id that another client may bring along: 1 to 128 printable characters. No control or formatting
 * characters, so that it cannot disturb what stands beside it on the screen.
 */
export const isForeignId = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= MAX_FOREIGN_ID_LENGTH && value.trim() !== '' && !UNPRINTABLE.test(value);

/** A room that every client family can enter. */
export const isRoomId = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= MAX_ROOM_ID;
