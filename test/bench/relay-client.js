import { once } from 'node:events';
import { WebSocket } from 'ws';

/** Bytes of the texts of one call, in the order in which the two say them, the inviter first; receipts are the short ones. */
const TEXTS = [600, 80, 300, 80, 250, 250, 5000, 80, 4000, 80, 250, 80, 250, 80, 250, 80, 250, 80, 150, 80];

/**
 * The next message; rejects when the connection ends instead.
 * @param {WebSocket} socket
 */
const heard = (socket) => Promise.race([once(socket, 'message'), once(socket, 'close').then(() => { throw new Error('The relay ended the connection.'); })]);

/** One logged-in user, as much of one as the relay sees. Plays both parts of calls. */
export class RelayClient {
  /** @type {Map<string, () => void>} */
  #calls = new Map();
  #socket;

  /**
   * @param {WebSocket} socket
   * @param {string} userId
   */
  constructor(socket, userId) {
    this.#socket = socket;
    this.userId = userId;
    socket.on('message', (data) => this.#receive(JSON.parse(String(data))));
  }

  /**
   * @param {string} url
   * @param {string} userId
   */
  static async login(url, userId) {
    const socket = new WebSocket(url, { perMessageDeflate: false });
    await heard(socket);
    const client = new RelayClient(socket, userId);
    client.#say({ type: 'login', version: 1, token: '', login: { userId, sessionId: `session-${userId}`, sdkAppId: 1, ticket: '', resumes: false } });
    await heard(socket);
    return client;
  }

  get isOpen() {
    return this.#socket.readyState === WebSocket.OPEN;
  }

  /**
   * Calls somebody: a watch each, the texts of a call, a room that both come into and leave.
   * @param {string} userId
   * @param {string} callId
   * @returns {Promise<number>} ms from the first text to the last
   */
  call(userId, callId) {
    const started = performance.now();
    this.#say({ type: 'watch', peer: { userId, sessionId: `session-${userId}` } });
    this.#say({ type: 'join', topic: `room:${callId}` });
    this.#text(userId, callId, 0);
    return new Promise((resolve) => {
      this.#calls.set(callId, () => {
        this.#calls.delete(callId);
        this.#say({ type: 'unwatch', peer: { userId, sessionId: `session-${userId}` } });
        resolve(performance.now() - started);
      });
    });
  }

  close() {
    this.#socket.terminate();
  }

  /** @param {{ type: string, from?: { userId: string }, body?: string }} frame */
  #receive({ type, from, body = '' }) {
    if (type !== 'message' || !from) return;
    const [callId = '', step = ''] = body.split(' ', 2);
    const next = Number(step) + 1;
    if (next === 1) this.#say({ type: 'join', topic: `room:${callId}` });
    if (next < TEXTS.length) this.#text(from.userId, callId, next);
    if (next >= TEXTS.length - 1) this.#say({ type: 'leave', topic: `room:${callId}` });
    if (next === TEXTS.length) this.#calls.get(callId)?.();
  }

  /**
   * @param {string} to
   * @param {string} callId
   * @param {number} step
   */
  #text(to, callId, step) {
    this.#say({ type: 'send', to, body: `${callId} ${step} `.padEnd(TEXTS[step] ?? 0, '.') });
  }

  /** @param {object} frame */
  #say(frame) {
    this.#socket.send(JSON.stringify(frame));
  }
}
