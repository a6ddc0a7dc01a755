/**
 * Identity and liveness by Web Locks (W3C Web Locks API): the browser releases a lock in the instant in which its page
 * goes away, however it goes, and tells who queues for it. No timer, no heartbeat.
 */

export interface HeldLock {
  release(): void;
  /** Aborts when somebody else has taken the lock by force. */
  readonly stolen: AbortSignal;
}

/** Takes a lock and keeps it. With `steal`, whoever holds it now loses it. */
export function holdLock(name: string, { steal = false } = {}): Promise<HeldLock> {
  return new Promise((resolve, reject) => {
    const theft = new AbortController();
    const kept = navigator.locks.request(name, { steal }, () => new Promise<void>((release) => {
      resolve({ release: () => release(), stolen: theft.signal });
    }));
    // Rejects with an AbortError when the lock is stolen (section 3.2), before that when locks cannot be had here.
    kept.catch((error: unknown) => {
      theft.abort();
      reject(error);
    });
  });
}

/** Calls `task` when nobody holds the lock any more, unless `signal` aborts before. */
export function whenReleased(name: string, signal: AbortSignal, task: () => void): void {
  // Shared: any number of pages may wait for the same one and learn of its end at once.
  navigator.locks.request(name, { mode: 'shared', signal }, task).catch((error: unknown) => {
    if (!signal.aborted) reportError(error);
  });
}
