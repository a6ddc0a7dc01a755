import type { EventSource } from '../engine.js';
import type { ConnectionState, KickReason } from '../../calling/state/call-state.js';
import type { Login, Peer } from './relay-protocol.js';

export type { Login, Peer };

/**
 * Carries short texts between sessions, and knows which of them live. Nothing is promised about delivery: who needs it
 * asks for a receipt (mailbox.ts). What a transport does promise: `from` is the login that really sent it, texts of one
 * sender arrive in order, and nothing of one's own comes back.
 */
export interface Transport extends EventSource<TransportEvent> {
  readonly state: ConnectionState;
  /**
   * Other sessions of the same user stay when they name the same `device`, and are kicked when they do not. Between the
   * pages of one browser there is only one device. Rejects: login-refused, network, timed-out, engine-unavailable, aborted.
   */
  open(login: Login, signal: AbortSignal): Promise<void>;
  /** Ends the session; whoever watches it is told. Idempotent. */
  close(): void;
  /** To the present sessions of `userId`, or to that one of them. */
  send(userId: string, body: string, sessionId?: string): void;
  /** From now on hears what is published on `topic`, also after the connection was lost and found. Rejects: room-join-failed, network, aborted. */
  join(topic: string, signal: AbortSignal): Promise<void>;
  leave(topic: string): void;
  publish(topic: string, body: string): void;
  /** Emits one `gone` when that session is over, also if it is over already. The returned function takes the wish back. */
  watch(peer: Peer): () => void;
}

export type TransportEvent =
  /** `topic` is '' for what was sent to oneself alone. */
  | { readonly type: 'text'; readonly from: Peer; readonly topic: string; readonly body: string }
  | { readonly type: 'gone'; readonly peer: Peer }
  /** A session of another device has taken the place; this one is closed. */
  | { readonly type: 'kicked'; readonly reason: KickReason }
  | { readonly type: 'connection'; readonly state: ConnectionState };

export const peerKey = ({ userId, sessionId }: Peer): string => `${userId} ${sessionId}`;
