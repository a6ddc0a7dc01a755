/**
 * UNOFFICIAL AND LOCAL. The frames that the unmodified tim-js-sdk 2.27.6 was seen to send and to read. Passing against them
 * proves nothing about Tencent's cloud.
 */

/**
 * What a client sends. `servcmd` is "service.command". Before the login `identifier` and `usersig` say who it is, after it `a2`.
 *
 * @typedef {{ servcmd: string, seq: number, sdkappid: number, identifier?: string, usersig?: string, a2?: string }} RequestHead
 * @typedef {{ head: RequestHead, body: Record<string, unknown> }} Request
 */

/**
 * What the stand-in sends: the answer to the request with the same `servcmd` and `seq`, or a push.
 *
 * @typedef {{ head: { servcmd: string, seq: number }, body: Record<string, unknown> }} Frame
 */

/**
 * One message between two people, or to a group, as a push carries it.
 *
 * @typedef {{ From_Account: string, To_Account?: string, ToGroupId?: string, MsgSeq: number, MsgRandom: number, MsgTimeStamp: number,
 *   MsgBody: unknown, MsgLifeTime?: number, IsSyncMsg?: 1 } & Record<string, unknown>} Message
 */

/** A reply with another code than 0. */
export class Refusal extends Error {
  /** @param {number} code @param {string} [info] */
  constructor(code, info = '') {
    super(info);
    this.code = code;
  }
}

/** @param {unknown} value @returns {value is Record<string, unknown>} */
export const isRecord = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** @param {string} text @returns {Request | null} */
export function readRequest(text) {
  const frame = /** @type {unknown} */ (JSON.parse(text));
  if (!isRecord(frame) || !isRecord(frame['head']) || typeof frame['head']['servcmd'] !== 'string') return null;
  return /** @type {Request} */ ({ head: frame['head'], body: isRecord(frame['body']) ? frame['body'] : {} });
}

/** @param {Request} request @param {Record<string, unknown>} fields @returns {Frame} */
export const reply = ({ head: { servcmd, seq } }, fields) => ({ head: { servcmd, seq }, body: { ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '', ...fields } });

/** @param {Request} request @param {Refusal} refusal @returns {Frame} */
export const refuse = (request, { code, message }) => reply(request, { ActionStatus: 'FAIL', ErrorCode: code, ErrorInfo: message });

let pushes = 1;

/** @param {string} servcmd @param {Record<string, unknown>} body @returns {Frame} */
export const push = (servcmd, body) => ({ head: { servcmd, seq: (pushes += 1) }, body });

/** @param {Message} message */
export const messagePush = (message) =>
  push('im_open_push.msg_push', {
    EventArray: [message.ToGroupId === undefined ? { Event: 9, C2cMsgArray: [message] } : { Event: 3, GroupMsgArray: [message] }],
    NeedAck: 1,
    SessionData: String(pushes),
  });

export const KICK_TYPES = /** @type {const} */ ({ multipleAccount: 1, multipleDevice: 2, REST_API_Kick: 3 });

/** @param {keyof typeof KICK_TYPES} type */
export const kickPush = (type) =>
  push('im_open_status.stat_forceoffline', {
    EventArray: [{ Event: 10, C2cNotifyMsgArray: [{ KickoutMsgNotify: { KickType: KICK_TYPES[type], NewInstInfo: {} } }] }],
  });
