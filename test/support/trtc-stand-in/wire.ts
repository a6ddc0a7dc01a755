/**
 * UNOFFICIAL AND LOCAL. The numbers and shapes that the unmodified trtc-js-sdk 4.15.22 was seen to send and to read. They
 * say how this client reads messages, not how Tencent's service behaves: passing against them proves nothing about the cloud.
 */

/** What a client sends, as text over its socket. */
export interface ClientFrame {
  readonly cmd: string;
  readonly seq: number;
  readonly data: Readonly<Record<string, unknown>>;
}

/** The number that answers each request. `quality_report` and `leave` have none. */
export const REPLIES: Readonly<Record<string, number>> = {
  join: 20,
  publish: 4098,
  unpublish: 4100,
  subscribe: 4102,
  unsubscribe: 4104,
  subscribe_change: 4106,
  mute_uplink: 4108,
  change_role: 4110,
  publish_state_change: 4112,
  get_user_list: 4137,
  update_constraint_config: 772,
};

export const PUSHES = { banned: 9, setup: 19, uplinkQuality: 22, publishers: 23, reconnected: 514, peerJoin: 4134, peerLeave: 4135 } as const;

/** The bits of a publisher's `flag`. */
export const FLAGS = { video: 1, small: 2, screen: 4, audio: 8, videoMuted: 16, audioMuted: 64 } as const;

/** The role number of somebody who may publish. */
export const ANCHOR = 20;

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A member of a record that should be one itself; an empty one where it is not. */
export const recordAt = (value: unknown, key: string): Readonly<Record<string, unknown>> => {
  const found = isRecord(value) ? value[key] : undefined;
  return isRecord(found) ? found : {};
};

export const textAt = (value: unknown, key: string): string => {
  const found = isRecord(value) ? value[key] : undefined;
  return typeof found === 'string' ? found : '';
};

/** The frame in `text`, or undefined when it is none. */
export function parseClientFrame(text: string): ClientFrame | undefined {
  const value: unknown = JSON.parse(text);
  if (!isRecord(value) || typeof value['cmd'] !== 'string' || typeof value['seq'] !== 'number') return undefined;
  return { cmd: value['cmd'], seq: value['seq'], data: recordAt(value, 'data') };
}
