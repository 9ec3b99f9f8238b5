import { CalendarCheck, CalendarDays, ChevronRight, CloudOff } from 'lucide-react';
import { Link } from 'react-router';
import { Badge } from '@/components/badge';
import { useFormats } from '@/i18n';
import { useNow } from '@/lib/use-now';
import { useAppWords } from '../i18n';
import { hasEnded, vehicleOf, type Job } from '../work/job';
import css from './job-card.module.css';
import { statusOf, toneOf } from './job-words';

export function JobCard({ job, waits }: { job: Job; waits: boolean }) {
  const t = useAppWords();
  const formats = useFormats();
  const now = useNow();
  const vehicle = vehicleOf(job) ?? t.job.unnamed;
  const more = [job.customName, job.vehicleModel].filter((each) => each && each !== vehicle).join(' · ');
  return (
    <li>
      <Link to={`/jobs/${job.jobId}`} className={css.card}>
        <div className={css.words}>
          <h2 className={css.vehicle}>{vehicle}</h2>
          {more && <p className={css.more}>{more}</p>}
          <p className={css.line}>
            <Badge tone={toneOf[statusOf(job)]}>{t.job.statuses[statusOf(job)]}</Badge>
            {job.jobType && <span>{t.job.types[job.jobType]}</span>}
            {(job.fleetName ?? job.providerName) && <span>{job.fleetName ?? job.providerName}</span>}
          </p>
          {hasEnded(job) && (
            <p className={css.line}>
              <CalendarCheck size={16} aria-hidden />
              {t.list.ended(formats.ago(job.progress?.endedAt ?? job.changedAt, now))}
            </p>
          )}
          {!hasEnded(job) && job.plannedServiceDate && (
            <p className={css.line}>
              <CalendarDays size={16} aria-hidden />
              {t.list.planned(formats.date(job.plannedServiceDate))}
            </p>
          )}
          {waits && (
            <p className={`${css.line} ${css.waits}`}>
              <CloudOff size={16} aria-hidden />
              {t.list.waits}
            </p>
          )}
        </div>
        <ChevronRight size={22} aria-hidden />
      </Link>
    </li>
  );
}
