import { CallError } from '../../src/calling/errors.js';
import type { Calling } from '../../src/calling/calling.js';
import type { CallSnapshot } from '../../src/calling/state/call-state.js';

/** Resolves when `isIt`. Rejects: timed-out with `what` after `ms`, aborted. Asks again twenty times a second. */
export async function until(isIt: () => boolean, what: string, signal: AbortSignal, ms = 20_000): Promise<void> {
  const deadline = performance.now() + ms;
  while (!isIt()) {
    if (signal.aborted) throw new CallError('aborted');
    if (performance.now() > deadline) throw new CallError('timed-out', { detail: `Waited ${ms / 1000} s for ${what}.` });
    await new Promise((resolve) => { setTimeout(resolve, 50); });
  }
}

/** Resolves when a snapshot fits; rejects as {@link until}, or with why the call ended while it was waited for. */
export async function reaches(calling: Calling, fits: (snapshot: CallSnapshot) => boolean, what: string, signal: AbortSignal): Promise<void> {
  const before = calling.state.ended;
  await until(() => {
    const { state } = calling;
    if (fits(state)) return true;
    const { ended } = state;
    if (ended && ended !== before) throw new CallError('peer-unreachable', { ...(ended.code !== 0 && { code: ended.code }), detail: `The call ended: ${ended.reason}.` });
    return false;
  }, what, signal);
}
