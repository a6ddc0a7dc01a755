import type { Calling } from '../calling/calling.js';
import type { Recovery } from '../calling/recovery.js';
import { isForeignId, isRoomId } from '../calling/signal-codec.js';
import type { CallSnapshot, InterruptedCall } from '../calling/state/call-state.js';

/** A call is offered again for so long after the page went away, ms. Later nobody waits any more. */
const FRESH_MS = 15_000;
const MAX_USERS = 16;

/**
 * Remembers the running call in the tab's session storage, so that a reload can lead back into it. The record is written
 * when the page goes away and removed when the call ends; it holds no secret. Where storage is refused, nothing is remembered.
 */
export class CallRecovery implements Recovery {
  readonly #storage: Storage | undefined;
  readonly #ending = new AbortController();

  constructor(storage: Storage | undefined = sessionStorageOrNone()) {
    this.#storage = storage;
  }

  recall(sdkAppId: number, userId: string): InterruptedCall | null {
    const key = keyOf(sdkAppId, userId);
    const record = parse(this.#storage?.getItem(key) ?? '');
    this.#storage?.removeItem(key);
    return record;
  }

  follow(calling: Calling): void {
    const { signal } = this.#ending;
    addEventListener('pagehide', () => this.#write(calling.state), { signal });
    // Out of the back/forward cache the page is as it was, its call included: there is nothing to be led back into.
    addEventListener('pageshow', ({ persisted }) => { if (persisted) this.#forget(calling.state); }, { signal });
  }

  dispose(): void {
    this.#ending.abort();
  }

  #forget({ session: { sdkAppId, userId } }: CallSnapshot): void {
    this.#storage?.removeItem(keyOf(sdkAppId, userId));
  }

  #write({ session, call }: CallSnapshot): void {
    if (call?.phase !== 'in-call' || call.connectedAt === null) return;
    const userIds = call.participants.filter(({ state }) => state === 'joined').map(({ userId }) => userId);
    const { roomId, type, role, inviter, groupId, connectedAt } = call;
    const interrupted: InterruptedCall = { roomId, type, role, inviter, groupId, userIds, connectedAt };
    try {
      this.#storage?.setItem(keyOf(session.sdkAppId, session.userId), JSON.stringify({ leftAt: Date.now(), interrupted }));
    } catch {
      // The storage is full: the call cannot be offered again, and there is nobody left on the page to tell.
    }
  }
}

const keyOf = (sdkAppId: number, userId: string): string => `trtc-calling:interrupted:${sdkAppId}:${userId}`;

/** What a page left behind is as foreign as what another client sends. */
function parse(text: string): InterruptedCall | null {
  const { leftAt, interrupted } = object(json(text));
  if (typeof leftAt !== 'number' || !(Math.abs(Date.now() - leftAt) <= FRESH_MS)) return null;
  const { roomId, type, role, inviter, groupId, userIds, connectedAt } = object(interrupted);
  const isCall = isRoomId(roomId) && (type === 1 || type === 2) && (role === 'inviter' || role === 'invitee') && isForeignId(inviter);
  if (!isCall || !Array.isArray(userIds) || typeof connectedAt !== 'number' || !(connectedAt <= leftAt)) return null;
  const others = [...new Set(userIds.filter(isForeignId))].slice(0, MAX_USERS);
  if (others.length === 0) return null;
  return { roomId, type, role, inviter, groupId: isForeignId(groupId) ? groupId : '', userIds: others, connectedAt };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const object = (value: unknown): Readonly<Record<string, unknown>> => (typeof value === 'object' && value !== null ? { ...value } : {});

/** Reading the property itself throws where a page may not store anything. */
function sessionStorageOrNone(): Storage | undefined {
  try {
    return sessionStorage;
  } catch {
    return undefined;
  }
}
