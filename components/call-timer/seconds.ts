/** Whole seconds as people read them: 0:07, 12:30, 1:02:03. */
export function clockTime(seconds: number): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (value: number): string => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

const listeners = new Set<() => void>();
let handle: ReturnType<typeof setInterval> | undefined;

/** Often enough that no second is seen late. */
const TICK_MS = 250;

/** Calls `listener` four times a second until the returned function is called. All listeners share one timer. */
export function onTick(listener: () => void): () => void {
  listeners.add(listener);
  handle ??= setInterval(() => { for (const each of [...listeners]) each(); }, TICK_MS);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(handle);
    handle = undefined;
  };
}
