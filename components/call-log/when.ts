const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Midnight before `at`, local time. */
const dayOf = (at: number): number => new Date(at).setHours(0, 0, 0, 0);

/**
 * When something was, short and in the language `locale`: "now", "5 min. ago", then the time of day, "yesterday", the day
 * of the week, the date.
 */
export function whenOf(at: number, now: number, locale: string): string {
  const age = Math.max(0, now - at);
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' });
  if (age < MINUTE) return relative.format(0, 'second');
  if (age < HOUR) return relative.format(-Math.floor(age / MINUTE), 'minute');
  const date = new Date(at);
  const days = Math.round((dayOf(now) - dayOf(at)) / DAY);
  if (days === 0) return new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(date);
  if (days === 1) return relative.format(-1, 'day');
  if (days < 7) return new Intl.DateTimeFormat(locale, { weekday: 'short' }).format(date);
  const isThisYear = date.getFullYear() === new Date(now).getFullYear();
  return new Intl.DateTimeFormat(locale, isThisYear ? { day: 'numeric', month: 'short' } : { dateStyle: 'medium' }).format(date);
}

/** The whole of it, for a tooltip. */
export const exactly = (at: number, locale: string): string => new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short' }).format(new Date(at));
