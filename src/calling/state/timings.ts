/** How long somebody who answered may take to come into the room, ms. */
export const CONNECT_MS = 20_000;

/** Nothing rings longer than this, whatever its inviter says, ms. */
export const MAX_RING_MS = 600_000;

/** An own ring timer runs a little longer than the one at the other end, so that both sides tell the same story, ms. */
export const RING_GRACE_MS = 1500;

/** How long somebody who vanished may take to come back, ms, however late it was noticed. */
export const RETURN_MS = 4000;

/** So long after their last sign of life they may come back at least, ms: a page reloads, and somebody presses a button. */
export const RETURN_AFTER_SILENCE_MS = 9000;

/** How long a wish to change the call's type stays open, ms. */
export const SWITCH_MS = 30_000;

/** How long it stays in the snapshot that such a wish was refused, ms. */
export const REFUSAL_MS = 5000;
