import { Link } from 'react-router';
import type { Job } from '@/api/model';
import { useSpeech } from '@/i18n';
import { nameIn } from '@/lib/names';
import { useNow } from '@/lib/use-now';
import { reasonOf, vehicleDetails, vehicleOf } from './job-words';
import css from './jobs.module.css';
import { StatusBadge } from './status-badge';

/** A table that becomes a list of cards on a phone; the whole row leads to the job. */
export function JobTable({ jobs }: { jobs: Job[] }) {
  const { t } = useSpeech();
  const words = t.jobs;
  return (
    <table className={css.table}>
      <caption className="visually-hidden">{words.list}</caption>
      <thead>
        <tr>
          <th scope="col">{words.vehicle}</th>
          <th scope="col">{words.fleet}</th>
          <th scope="col">{words.status}</th>
          <th scope="col">{words.technician}</th>
          <th scope="col">{words.planned}</th>
          <th scope="col">{words.changed}</th>
        </tr>
      </thead>
      <tbody>
        {jobs.map((job) => (
          <JobRow key={job.jobId} job={job} />
        ))}
      </tbody>
    </table>
  );
}

function JobRow({ job }: { job: Job }) {
  const { t, formats } = useSpeech();
  const words = t.jobs;
  const now = useNow();
  const details = vehicleDetails(job, t);
  return (
    <tr>
      <th scope="row" className={css.vehicle}>
        <Link to={`/jobs/${job.jobId}`} className={css.link}>
          {vehicleOf(job, t)}
        </Link>
        <span className={css.detail}>{details}</span>
        <span className={css.detail}>{job.jobType ? words.types[job.jobType] : words.noType}</span>
      </th>
      <td className={css.fleet}>
        {job.fleetName ?? job.fleetId}
        <span className={css.detail}>{job.providerName}</span>
      </td>
      <td className={css.status}>
        <StatusBadge status={job.status} />
        {job.failureReason && <span className={css.detail}>{reasonOf(job.failureReason, t)}</span>}
      </td>
      <td className={css.fact} data-name={words.technician}>
        {job.technician ? nameIn(t, job.technician) : <span className="quiet">{words.nobody}</span>}
      </td>
      <td className={job.plannedServiceDate ? `${css.fact} nowrap` : css.unplanned} data-name={words.planned}>
        {job.plannedServiceDate ? formats.date(job.plannedServiceDate) : <span className="quiet">{t.common.none}</span>}
      </td>
      <td className={`${css.fact} nowrap`} data-name={words.changed}>
        <time dateTime={job.changedAt} title={formats.dateTime(job.changedAt)}>
          {formats.ago(job.changedAt, now)}
        </time>
      </td>
    </tr>
  );
}
