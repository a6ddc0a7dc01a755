import type { Calling } from './calling.js';
import type { InterruptedCall } from './state/call-state.js';

/** How a call is remembered across a reload of the page. The page's side is src/page/call-recovery.ts. */
export interface Recovery {
  /** The call that `userId` was in when the page went away, if it may still be on. Never throws. */
  recall(sdkAppId: number, userId: string): InterruptedCall | null;
  /** Remembers the calls of this one from now on. */
  follow(calling: Calling): void;
  dispose(): void;
}
