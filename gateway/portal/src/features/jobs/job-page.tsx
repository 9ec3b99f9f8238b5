import { useQuery } from '@tanstack/react-query';
import { ArrowLeft, EyeOff } from 'lucide-react';
import { Link, useParams } from 'react-router';
import { isProblem } from '@/api/problem';
import type { JobDetails } from '@/api/model';
import { Card } from '@/components/card';
import { Empty } from '@/components/empty';
import { Facts } from '@/components/facts';
import { Loading } from '@/components/loading';
import { Notice } from '@/components/notice';
import { Page } from '@/components/page';
import { ProblemNotice } from '@/components/problem-notice';
import { useSpeech } from '@/i18n';
import { nameIn } from '@/lib/names';
import { useLive } from '@/lib/use-live';
import { jobQuery } from './api/get-job';
import { JOB_CHANGES, jobsKey } from './api/get-jobs';
import { reasonOf, vehicleDetails, vehicleOf } from './job-words';
import css from './jobs.module.css';
import { StatusBadge } from './status-badge';
import { Timeline } from './timeline';
import { Visibility } from './visibility';

export default function JobPage() {
  const { t } = useSpeech();
  const words = t.jobs;
  const { jobId = '' } = useParams();
  const { data: job, error, isPending, refetch } = useQuery(jobQuery(jobId));
  const live = useLive(JOB_CHANGES, jobsKey);
  const gone = isProblem(error, 'job-not-found', 'not-found', 'bad-request', 'invalid-request');
  const title = gone ? words.notFoundTitle : job ? vehicleOf(job, t) : words.title;
  return (
    <>
      <Link to="/jobs" className={css.back}>
        <ArrowLeft size={18} aria-hidden />
        {words.backToList}
      </Link>
      <Page
        title={title}
        lead={job && !gone ? vehicleDetails(job, t) : undefined}
        beside={job && !gone && <StatusBadge status={job.status} />}
        live={gone ? undefined : live}
      >
        {gone && <Empty icon={EyeOff} title="404" text={words.notFoundText} />}
        {error && !gone && <ProblemNotice error={error} onRetry={() => void refetch()} />}
        {isPending && <Loading rows={2} height={220} />}
        {job && !gone && <Job job={job} />}
      </Page>
    </>
  );
}

function Job({ job }: { job: JobDetails }) {
  const { t, formats } = useSpeech();
  const words = t.jobs;
  return (
    <>
      {job.status === 'FAILED' && (
        <Notice tone="bad" title={words.failedTitle}>
          {job.failureReason && <p>{reasonOf(job.failureReason, t)}</p>}
          {job.failureComment && (
            <p>
              {words.comment}: <q>{job.failureComment}</q>
            </p>
          )}
        </Notice>
      )}
      <div className={css.columns}>
        <Card className={css.block}>
          <h2>{words.details}</h2>
          <Facts
            facts={[
              {
                name: words.type,
                value: job.jobType ? words.types[job.jobType] : words.noType,
              },
              {
                name: words.technician,
                value: job.technician ? nameIn(t, job.technician) : words.nobody,
              },
              { name: words.fleet, value: job.fleetName ?? job.fleetId },
              { name: words.provider, value: job.providerName },
              { name: words.licensePlate, value: job.licensePlate },
              { name: words.vin, value: job.vin && <span className={css.mono}>{job.vin}</span> },
              { name: words.customName, value: job.customName },
              { name: words.vehicleModel, value: job.vehicleModel },
              { name: words.plannedServiceDate, value: job.plannedServiceDate && formats.date(job.plannedServiceDate) },
              {
                name: words.telematicsUnitId,
                value: job.telematicsUnitId && <span className={css.mono}>{job.telematicsUnitId}</span>,
              },
              { name: words.configurationPreset, value: job.configurationPreset },
              { name: words.assignedAt, value: formats.dateTime(job.assignedAt) },
              { name: words.changed, value: formats.dateTime(job.changedAt) },
              { name: words.instructions, value: job.instructions, wide: true },
            ]}
          />
        </Card>
        <Card className={css.block}>
          <h2>{words.timeline}</h2>
          <Timeline entries={job.timeline} />
        </Card>
        <Card className={css.block}>
          <h2>{words.visibility.title}</h2>
          <Visibility jobId={job.jobId} />
        </Card>
      </div>
    </>
  );
}
