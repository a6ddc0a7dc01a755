import type { Calling } from './calling.js';
import type { CallType, EndReason } from './state/call-state.js';

/** One call that is over. */
export interface CallLogEntry {
  readonly callId: string;
  /** The room; calls of one room are one entry. */
  readonly roomId: number;
  readonly direction: 'outgoing' | 'incoming';
  /** It rang here and nobody answered, neither here nor on another device. */
  readonly missed: boolean;
  readonly type: CallType;
  readonly isGroup: boolean;
  /** Everybody else, with the nickname of that time; '' for none. */
  readonly people: readonly { readonly userId: string; readonly nickname: string }[];
  /** When it began, milliseconds since the epoch. */
  readonly at: number;
  /** Whole seconds of conversation. */
  readonly duration: number;
  readonly reason: EndReason;
  /** What the one who declined said; '' for nothing. */
  readonly message: string;
}

/**
 * The calls of the user who is logged in, as this browser remembers them: up to 200, kept in the browser's storage by
 * SDKAppID and user id, the same in every tab. Empty while nobody is logged in, and until it has been read for the first time.
 */
export interface CallLog {
  /** Newest first; frozen, and the same object until something changes. */
  readonly entries: readonly CallLogEntry[];
  /** Missed calls since {@link markSeen}. */
  readonly unseen: number;
  /** Calls `listener` after each change, also one in another tab, until the returned function is called. Throws: invalid-argument. */
  subscribe(listener: () => void): () => void;
  /** Somebody has looked at the list. */
  markSeen(): void;
  clear(): void;
}

/** A log that a controller fills. The page's is src/page/call-log.ts. */
export interface CallLogKeeper extends CallLog {
  /** Remembers the calls of this one from now on. */
  follow(calling: Calling): void;
  dispose(): void;
}

/** Remembers nothing. */
export const NO_CALL_LOG: CallLogKeeper = {
  entries: Object.freeze([]), unseen: 0, subscribe: () => () => {}, markSeen() {}, clear() {}, follow() {}, dispose() {},
};
