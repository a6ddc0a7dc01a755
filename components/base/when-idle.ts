/** No later than this, however busy the page is, ms. */
const LATEST_MS = 1000;
/** Where a browser cannot say that it is idle, ms. */
const GUESS_MS = 200;

/** Runs `task` once the page has nothing more urgent to do. */
export function whenIdle(task: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(task, { timeout: LATEST_MS });
  else setTimeout(task, GUESS_MS);
}
