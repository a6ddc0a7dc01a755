/**
 * UNOFFICIAL AND LOCAL. One application's worth of the stand-in: its users, their devices, groups and faults.
 */
import { Faults } from './faults.js';
import { kickPush, messagePush } from './frames.js';

/**
 * One socket of one user; `userId` is '' before the login. `online`: logged in over this socket, so that pushes come.
 *
 * @typedef {{ id: number, userId: string, online: boolean, send: (frame: import('./frames.js').Frame) => void, end: (how: 'close' | 'terminate') => void, held: import('./frames.js').Frame[] }} Session
 * @typedef {import('./frames.js').Message} Message
 */

export class Realm {
  faults = new Faults();
  /** @type {Set<Session>} */
  sessions = new Set();
  /** @type {Map<string, Record<string, string>>} */
  profiles = new Map();
  /** @type {Map<string, string[]>} */
  groups = new Map();
  /** @type {Set<string>} */
  unknownUsers = new Set();
  /** Users whose frames vanish in both directions. @type {Set<string>} */
  unheard = new Set();
  /** A second login of a user kicks the first. */
  oneDevice = false;
  refusesConnections = false;
  /** How often somebody wanted to connect. */
  attempts = 0;
  /** Every command of every client, in the order of arrival. @type {{ command: string, userId: string, body: Record<string, unknown> }[]} */
  log = [];
  /** @type {Map<string, string>} */
  #userOfKey = new Map();
  /** @type {Map<string, Message[]>} */
  #missed = new Map();
  /** What stays in conversations. @type {Message[]} */
  #kept = [];
  /** @type {Map<string, number>} */
  #groupSequence = new Map();
  #sequence = 0;

  /** @param {Session} session @param {string} userId @returns the key that later frames carry instead of the signature */
  login(session, userId) {
    const key = `a2-${userId}-${session.id}`;
    this.#userOfKey.set(key, userId);
    session.userId = userId;
    session.online = true;
    return key;
  }

  /** Takes a device back that lost its socket and knows its key. @param {Session} session @param {string | undefined} key */
  recognise(session, key) {
    if (session.userId === '' && key !== undefined) session.userId = this.#userOfKey.get(key) ?? '';
  }

  /** @param {Session} session */
  logout(session) {
    for (const key of this.#userOfKey.keys()) if (key === `a2-${session.userId}-${session.id}`) this.#userOfKey.delete(key);
    session.userId = '';
    session.online = false;
  }

  /** @param {string} userId */
  devicesOf(userId) {
    return [...this.sessions].filter((session) => session.online && session.userId === userId);
  }

  /** @param {string} userId @param {keyof typeof import('./frames.js').KICK_TYPES} type */
  kick(userId, type) {
    for (const session of this.devicesOf(userId)) session.send(kickPush(type));
  }

  /** @param {Record<string, unknown>} fields @returns {Message} */
  stamp(fields) {
    return /** @type {Message} */ ({ MsgRandom: 1, MsgSeq: (this.#sequence += 1), ...fields, MsgTimeStamp: Math.floor(Date.now() / 1000) });
  }

  /** @param {string} groupId */
  nextInGroup(groupId) {
    const next = (this.#groupSequence.get(groupId) ?? 0) + 1;
    this.#groupSequence.set(groupId, next);
    return next;
  }

  /** To every device of a user but one; kept for later when there is none. @param {string} userId @param {Message} message @param {Session} [except] */
  deliver(userId, message, except) {
    const devices = this.devicesOf(userId).filter((session) => session !== except);
    if (message.To_Account === userId && !message.IsSyncMsg && message.MsgLifeTime !== 0) this.#kept.push(message);
    if (devices.length === 0 && !message.IsSyncMsg && message.MsgLifeTime !== 0 && except?.userId !== userId) {
      this.#missed.set(userId, [...(this.#missed.get(userId) ?? []), message]);
    }
    for (const session of devices) this.#push(session, message);
  }

  /** The conversation of two people. @param {string} one @param {string} other */
  between(one, other) {
    return this.#kept.filter(({ From_Account: from, To_Account: to }) => (from === one && to === other) || (from === other && to === one));
  }

  /** @param {string} userId */
  peersOf(userId) {
    const theirs = this.#kept.filter(({ From_Account: from, To_Account: to }) => from === userId || to === userId);
    return [...new Set(theirs.map(({ From_Account: from, To_Account: to }) => (from === userId ? String(to) : from)))];
  }

  /** @param {string} userId */
  takeMissed(userId) {
    const missed = this.#missed.get(userId) ?? [];
    this.#missed.delete(userId);
    return missed;
  }

  /** @param {Session} session @param {Message} message */
  #push(session, message) {
    const frame = messagePush(message);
    const fault = this.faults.take('push', frame.head.servcmd, session.userId);
    if (fault?.kind === 'drop') return;
    if (fault?.kind === 'delay') return void setTimeout(() => session.send(frame), fault.ms ?? 0);
    if (fault?.kind === 'reorder') return void session.held.push(frame);
    session.send(frame);
    if (fault?.kind === 'duplicate') session.send(messagePush(message));
    for (const held of session.held.splice(0)) session.send(held);
  }
}
