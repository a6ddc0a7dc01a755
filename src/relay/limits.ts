/** What one relay, and one client of it, may use. Far above what calls need, far below what hurts. */
export interface RelayLimits {
  /** Sockets open at once, logged in or not. */
  readonly connections: number;
  /** Milliseconds a socket may take to log in. */
  readonly loginMs: number;
  /** Messages per second that one socket may send on average, and at once after a silence. */
  readonly messagesPerSecond: number;
  readonly messageBurst: number;
  /** Bytes per second likewise. */
  readonly bytesPerSecond: number;
  readonly byteBurst: number;
  /** Bytes that may wait to be taken by a slow client before it is cut off. */
  readonly backlogBytes: number;
  /** Pages of one browser logged in as one user; beyond it the oldest goes. */
  readonly sessionsPerUser: number;
  readonly topicsPerSession: number;
  readonly membersPerTopic: number;
  readonly watchesPerSession: number;
}

export const DEFAULT_LIMITS: RelayLimits = {
  connections: 4000,
  loginMs: 5000,
  messagesPerSecond: 200,
  messageBurst: 600,
  bytesPerSecond: 1024 * 1024,
  byteBurst: 4 * 1024 * 1024,
  backlogBytes: 4 * 1024 * 1024,
  sessionsPerUser: 16,
  topicsPerSession: 16,
  membersPerTopic: 32,
  watchesPerSession: 128,
};

/**
 * How a vanished session is noticed, in milliseconds. Its peers are told 3.6 s after its last sign of life, which leaves
 * them time to ask their media path before 5 s are over.
 */
export const LIVENESS = {
  /** Every client is pinged (RFC 6455 section 5.5.2; browsers answer by themselves) so often. */
  ping: 700,
  /** A client that has not answered for so long has lost its connection, whatever TCP says. */
  silence: 2200,
  /** So long after its last sign of life, a session that may come back counts as gone. */
  patience: 3600,
  /** The least time in which it may come back, once the loss was noticed. */
  grace: 700,
  /** Somebody who is watched and was not here when the watch began has so long to come (back). */
  absence: 3000,
  /** Every so many pings the client is told that the relay lives: a page cannot see pings. */
  pingsPerBeat: 3,
} as const;
