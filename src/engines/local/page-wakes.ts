/**
 * Runs `task` whenever the page may have been cut off from the world without noticing and is back: the network returned,
 * the page came out of the back/forward cache, was thawed (Page Lifecycle), or is looked at again. Until `signal` aborts.
 */
export function onWake(task: () => void, signal: AbortSignal): void {
  const on = { signal };
  addEventListener('online', task, on);
  addEventListener('pageshow', ({ persisted }) => { if (persisted) task(); }, on);
  document.addEventListener('resume', task, on);
  document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'visible') task(); }, on);
}
