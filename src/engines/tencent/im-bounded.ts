import type { Clock } from '../../calling/clock.js';
import { CallError, type CallErrorName } from '../../calling/errors.js';

export interface Bounds {
  readonly clock: Clock;
  /** Milliseconds until `reason`. */
  readonly ms: number;
  readonly signal?: AbortSignal;
  readonly reason?: CallErrorName;
}

/**
 * Their promises may take for ever; ours may not. Rejects with `timed-out` (or `reason`) when `work` takes too long, with
 * `aborted` when the signal aborts. What becomes of `work` afterwards is heard by nobody.
 */
export function bounded<T>(work: Promise<T>, { clock, ms, signal, reason = 'timed-out' }: Bounds): Promise<T> {
  return new Promise((resolve, reject) => {
    const settled = new AbortController();
    const stopTimer = clock.after(ms, () => settle(() => reject(new CallError(reason))));
    const settle = (how: () => void): void => {
      stopTimer();
      settled.abort();
      how();
    };
    work.then((value) => settle(() => resolve(value)), (thrown: unknown) => settle(() => reject(thrown)));
    if (signal?.aborted) settle(() => reject(new CallError('aborted')));
    else signal?.addEventListener('abort', () => settle(() => reject(new CallError('aborted'))), { signal: settled.signal });
  });
}
