/** The longest that two halves of a double click are apart, ms. */
const DOUBLE_MS = 500;
/** And how far, px. */
const STEADY_PX = 10;

let last: { readonly at: number; readonly x: number; readonly y: number; readonly host: WeakRef<object> } | undefined;

/**
 * Whether a click is the second half of a double click whose first half pressed another button that has made way: who
 * double-clicks "Answer" does not mean the "Hang up" that has come under the pointer. Keys and scripts never are.
 */
export function isEcho(host: object, { detail, timeStamp, clientX, clientY }: MouseEvent): boolean {
  const before = last;
  if (detail === 0) return false;
  last = { at: timeStamp, x: clientX, y: clientY, host: new WeakRef(host) };
  return before !== undefined && before.host.deref() !== host && timeStamp - before.at < DOUBLE_MS
    && Math.hypot(clientX - before.x, clientY - before.y) < STEADY_PX;
}
