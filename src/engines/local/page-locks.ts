/**
 * Identity and liveness by Web Locks (W3C Web Locks API): the browser releases a lock in the instant in which its page
 * goes away, however it goes, and tells who queues for it. No timer, no heartbeat.
 */

export interface HeldLock {
  /** Resolves when others can have it. */
  release(): Promise<void>;
}

/** Takes a lock, as soon as nobody holds it, and keeps it. */
export const holdLock = async (name: string): Promise<HeldLock> => {
  const lock = await take(name, {});
  if (!lock) throw new Error('A lock that is waited for comes.');
  return lock;
};

/** Takes a lock and keeps it; null where somebody has it. Of several who try, one gets it. */
export const tryLock = (name: string): Promise<HeldLock | null> => take(name, { ifAvailable: true });

function take(name: string, options: LockOptions): Promise<HeldLock | null> {
  return new Promise((resolve, reject) => {
    const over: Promise<void> = navigator.locks.request(name, options, (lock) => {
      if (!lock) return resolve(null);
      return new Promise<void>((end) => {
        resolve({ release: () => { end(); return over; } });
      });
    });
    over.catch(reject);
  });
}

/** Calls `task` when nobody holds the lock any more, unless `signal` aborts before. */
export function whenReleased(name: string, signal: AbortSignal, task: () => void): void {
  // Shared: any number of pages may wait for the same one and learn of its end at once.
  navigator.locks.request(name, { mode: 'shared', signal }, task).catch((error: unknown) => {
    if (!signal.aborted) reportError(error);
  });
}

/** The names of the locks that are held now. */
export async function heldLocks(): Promise<readonly string[]> {
  const { held = [] } = await navigator.locks.query();
  return held.map(({ name = '' }) => name);
}
