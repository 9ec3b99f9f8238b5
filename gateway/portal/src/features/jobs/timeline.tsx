import type { TimelineEntry } from '@/api/model';
import { useSpeech } from '@/i18n';
import { actorOf, cameLate, eventOf, happenedIn, reasonOf } from './job-words';
import css from './jobs.module.css';

const toneOf = (type: string) =>
  /FAILED|REFUSED/i.test(type) ? css.bad : /SUCCEEDED|COMPLETED|PASSED/i.test(type) ? css.good : undefined;

export function Timeline({ entries }: { entries: TimelineEntry[] }) {
  const { t, formats } = useSpeech();
  return (
    <ol className={css.timeline}>
      {entries.map((entry, index) => {
        const actor = actorOf(entry.by, t);
        return (
          <li key={index} className={toneOf(happenedIn(entry))}>
            <strong>{eventOf(happenedIn(entry), t)}</strong>
            <span className={css.detail}>
              <time dateTime={entry.at}>{formats.second(entry.at)}</time>
              {actor && ` · ${actor}`}
              {cameLate(entry) && ` · ${t.jobs.received(formats.second(entry.receivedAt ?? entry.at))}`}
            </span>
            {entry.reason && <span>{reasonOf(entry.reason, t)}</span>}
            {entry.comment && <p className={css.quote}>{entry.comment}</p>}
          </li>
        );
      })}
    </ol>
  );
}
