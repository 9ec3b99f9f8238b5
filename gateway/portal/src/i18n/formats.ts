import type { Language } from '@/api/model';
import { ago, remaining } from '@/lib/time';
import type { Words } from './en';

/** Moments in the reader's language, with the region the browser names for it. */
export function formatsFor(language: Language, t: Words) {
  const region =
    navigator.languages.find((each) => each.startsWith(`${language}-`)) ?? (language === 'de' ? 'de-DE' : 'en-GB');
  const dateTime = new Intl.DateTimeFormat(region, { dateStyle: 'medium', timeStyle: 'short' });
  const second = new Intl.DateTimeFormat(region, { dateStyle: 'medium', timeStyle: 'medium' });
  const date = new Intl.DateTimeFormat(region, { dateStyle: 'medium' });
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  return {
    dateTime: (moment: string) => dateTime.format(new Date(moment)),
    /** For what is decided within the minute. */
    second: (moment: string) => second.format(new Date(moment)),
    /** A day without time, which must not move with the time zone. */
    date: (day: string) => date.format(new Date(`${day.slice(0, 10)}T12:00:00`)),
    ago(moment: string, now: Date) {
      const past = ago(moment, now);
      if (past === 'just-now') return t.time.justNow;
      return past === 'long-ago' ? t.time.on(date.format(new Date(moment))) : relative.format(-past.count, past.unit);
    },
    /** The moment, and how long ago it was while that still says something. */
    since(moment: string, now: Date) {
      const past = dateTime.format(new Date(moment));
      return ago(moment, now) === 'long-ago' ? past : `${past} (${this.ago(moment, now)})`;
    },
    expires(until: string, now: Date) {
      const left = remaining(until, now);
      if (left === 'over') return t.time.expiresOver;
      return left === 'moments' ? t.time.expiresMoments : t.time.expiresIn[left.unit](left.count);
    },
  };
}

export type Formats = ReturnType<typeof formatsFor>;
