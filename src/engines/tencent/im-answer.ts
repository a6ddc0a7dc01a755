import type { Clock } from '../../calling/clock.js';
import { CallError } from '../../calling/errors.js';
import { bounded } from './im-bounded.js';
import { codeOf, toCallError } from './im-errors.js';
import type { Lane } from './im-lane.js';
import type { ImSession } from './im-session.js';

const ANSWER_MS = 16_000;

/** tsignaling: unknown, answered already, or taken back. */
const NO_SUCH_INVITATION = 8010;

export interface AnswerToSend {
  readonly session: ImSession;
  /** tsignaling handles one answer at a time and refuses a second; so each waits for its turn. */
  readonly lane: Lane;
  readonly clock: Clock;
  readonly sdkId: string;
  readonly data: string;
  readonly signal?: AbortSignal | undefined;
}

/** Rejects: network, timed-out, not-logged-in, aborted. An answer without a receiver any more is none. */
export function sendAnswer(kind: 'accept' | 'reject' | 'cancel', { session, lane, clock, sdkId, data, signal }: AnswerToSend): Promise<void> {
  const bounds = { clock, ms: ANSWER_MS };
  const turn = lane.run(async () => {
    if (signal?.aborted) throw new CallError('aborted');
    const result = await bounded(session.client[kind]({ inviteID: sdkId, data }), bounds)
      .catch((thrown: unknown) => (codeOf(thrown) === NO_SUCH_INVITATION ? { code: 0 } : Promise.reject(thrown)));
    if (codeOf(result) !== 0) throw toCallError(result, 'network');
  });
  return bounded(turn, { ...bounds, ms: 2 * ANSWER_MS, ...(signal && { signal }) }).catch((thrown: unknown) => {
    throw toCallError(thrown, 'network');
  });
}
