/**
 * Calls `task` once when this process is asked to end. Started by npm, that includes npm's own end: npm hands a signal to
 * the shell between the two, and the shell does not hand it on.
 * @param {(exitCode: number) => void} task
 */
export function onEnd(task) {
  let ended = false;
  const end = (/** @type {number} */ exitCode) => {
    if (ended) return;
    ended = true;
    task(exitCode);
  };
  process.on('SIGINT', () => end(130));
  process.on('SIGTERM', () => end(143));
  process.on('SIGHUP', () => end(129));
  if (!process.env['npm_lifecycle_event']) return;
  const parent = process.ppid;
  setInterval(() => { if (process.ppid !== parent) end(143); }, 500).unref();
}
