/** Whole seconds as people read them: 0:07, 12:30, 1:02:03. */
export function clockTime(seconds: number): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (value: number): string => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

const listeners = new Set<() => void>();
let handle: ReturnType<typeof setInterval> | undefined;

/** Calls `listener` about once a second until the returned function is called. All listeners share one timer. */
export function onSecond(listener: () => void): () => void {
  listeners.add(listener);
  handle ??= setInterval(() => { for (const each of [...listeners]) each(); }, 1000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(handle);
    handle = undefined;
  };
}
