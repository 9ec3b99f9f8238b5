const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export type Remaining = { unit: 'day' | 'hour' | 'minute'; count: number } | 'moments' | 'over';

/** What is left until a moment, rounded down so that nobody is promised more than there is; from two days on in days. */
export function remaining(until: string | Date, now: Date): Remaining {
  const left = new Date(until).getTime() - now.getTime();
  if (left <= 0) return 'over';
  if (left < MINUTE) return 'moments';
  if (left < HOUR) return { unit: 'minute', count: Math.floor(left / MINUTE) };
  if (left < 2 * DAY) return { unit: 'hour', count: Math.floor(left / HOUR) };
  return { unit: 'day', count: Math.floor(left / DAY) };
}

export const isSoon = (until: string | Date, now: Date) => new Date(until).getTime() - now.getTime() < 2 * DAY;

/** How long ago something was, for the reader's Intl.RelativeTimeFormat; what lies more than six days back is better told as a date. */
export function ago(
  moment: string | Date,
  now: Date,
): { unit: 'day' | 'hour' | 'minute'; count: number } | 'just-now' | 'long-ago' {
  const past = now.getTime() - new Date(moment).getTime();
  if (past < MINUTE) return 'just-now';
  if (past < HOUR) return { unit: 'minute', count: Math.floor(past / MINUTE) };
  if (past < DAY) return { unit: 'hour', count: Math.floor(past / HOUR) };
  if (past < 7 * DAY) return { unit: 'day', count: Math.floor(past / DAY) };
  return 'long-ago';
}
