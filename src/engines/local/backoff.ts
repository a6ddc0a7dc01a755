/**
 * Milliseconds to wait before the next try: doubling from `first` to `longest`, and somewhere in the upper half of that,
 * so that clients who lost the same relay do not all come back in the same instant.
 */
export function backoff(attempt: number, { first, longest }: { readonly first: number; readonly longest: number }, random = Math.random): number {
  const full = Math.min(longest, first * 2 ** Math.min(attempt, 20));
  return Math.round(full * (0.5 + random() / 2));
}
