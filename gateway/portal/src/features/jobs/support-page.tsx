import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { CarFront, History, SearchX } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { Link, useSearchParams } from 'react-router';
import { isProblem } from '@/api/problem';
import type { JobVisibility, SupportJob } from '@/api/model';
import { Card } from '@/components/card';
import { Empty } from '@/components/empty';
import { Facts } from '@/components/facts';
import { Loading } from '@/components/loading';
import { Page } from '@/components/page';
import { ProblemNotice } from '@/components/problem-notice';
import { useSpeech, useWords } from '@/i18n';
import { supportAccessQuery, supportJobQuery, supportVisibilityQuery } from './api/get-support-history';
import css from './jobs.module.css';
import { lookedFor } from './looked-for';
import { inField, MomentField, momentIn } from './moment-field';
import { StatusBadge } from './status-badge';
import { Timeline } from './timeline';
import { PastVisibility } from './visibility';

/** For people who answer questions: what happened to any job, and who could see it or reach a vehicle at any moment, and why. */
export default function SupportPage() {
  const { support } = useWords();
  const [parameters] = useSearchParams();
  const wanted = lookedFor(parameters);
  return (
    <Page title={support.title} lead={support.intro}>
      <Question />
      {!wanted && <Empty icon={History} title={support.emptyTitle} text={support.emptyText} />}
      {wanted?.jobId && <JobHistory jobId={wanted.jobId} at={wanted.at} />}
      {wanted?.vin && <VehicleHistory vin={wanted.vin} at={wanted.at} />}
    </Page>
  );
}

const momentOf = (parameters: URLSearchParams) => inField(new Date(lookedFor(parameters)?.at ?? Date.now()));

/** Follows the address, so that a link or the way back shows in the fields as well. */
function Question() {
  const { support, common, jobs } = useWords();
  const [parameters, setParameters] = useSearchParams();
  const [text, setText] = useState(() => parameters.get('for') ?? '');
  const [moment, setMoment] = useState(() => momentOf(parameters));
  const [missing, setMissing] = useState(false);
  const [before, setBefore] = useState(parameters);
  if (parameters !== before) {
    setBefore(parameters);
    setText(parameters.get('for') ?? '');
    setMoment(momentOf(parameters));
  }
  const look = (event: FormEvent) => {
    event.preventDefault();
    const at = momentIn(moment);
    setMissing(text.trim() === '');
    if (text.trim() && at) setParameters({ for: text.trim(), at });
  };
  return (
    <form onSubmit={look} className={css.question} role="search" noValidate>
      <TextInput
        label={support.what}
        description={support.whatHint}
        value={text}
        error={missing ? common.required : undefined}
        autoComplete="off"
        spellCheck={false}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <MomentField value={moment} onChange={setMoment} />
      <Button type="submit">{jobs.visibility.show}</Button>
    </form>
  );
}

function JobHistory({ jobId, at }: { jobId: string; at: string }) {
  const { t, formats } = useSpeech();
  const job = useQuery(supportJobQuery(jobId));
  const past = useQuery(supportVisibilityQuery(jobId, at));
  const error = job.error ?? past.error;
  if (isProblem(error, 'job-not-found'))
    return <Empty icon={SearchX} title={t.support.noJobTitle} text={t.support.noJobText} />;
  if (error)
    return (
      <ProblemNotice
        error={error}
        onRetry={() => {
          void job.refetch();
          void past.refetch();
        }}
      />
    );
  if (!job.data || !past.data) return <Loading rows={2} height={220} />;
  return (
    <div className={css.columns}>
      <Card className={css.block}>
        <h2>{t.support.whoAt(formats.second(at))}</h2>
        <div role="status" className={css.answer}>
          <PastVisibility past={past.data} />
        </div>
      </Card>
      <Card className={css.block}>
        <h2>{t.jobs.timeline}</h2>
        <JobFacts job={job.data} />
        <Timeline entries={job.data.timeline} />
      </Card>
    </div>
  );
}

function JobFacts({ job }: { job: SupportJob }) {
  const { jobs, support } = useWords();
  return (
    <Facts
      facts={[
        { name: support.job, value: <span className={css.mono}>{job.jobId}</span>, wide: true },
        { name: support.statusNow, value: <StatusBadge status={job.status} /> },
        { name: jobs.fleet, value: job.fleetId },
        {
          name: support.partner,
          value: job.partnerId && <span className={css.mono}>{job.partnerId}</span>,
          wide: true,
        },
      ]}
    />
  );
}

function VehicleHistory({ vin, at }: { vin: string; at: string }) {
  const { t, formats } = useSpeech();
  const { data, error, isPending, refetch } = useQuery(supportAccessQuery(vin, at));
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (isPending) return <Loading rows={2} height={180} />;
  if (data.jobs.length === 0)
    return <Empty icon={CarFront} title={t.support.noVehicleTitle} text={t.support.noVehicleText} />;
  const withAccess = data.jobs.filter(({ access }) => access).length;
  return (
    <>
      <p role="status">
        <strong>{t.support.accessAt(withAccess, formats.second(at))}</strong>
      </p>
      <ul className={css.past}>
        {data.jobs.map((past) => (
          <PastJob key={past.jobId} past={past} at={at} />
        ))}
      </ul>
    </>
  );
}

function PastJob({ past, at }: { past: JobVisibility; at: string }) {
  const { support } = useWords();
  return (
    <Card as="li" className={css.block}>
      <h2>
        {support.job}{' '}
        <Link to={`/support?${new URLSearchParams({ for: past.jobId, at }).toString()}`} className={css.mono}>
          {past.jobId}
        </Link>
      </h2>
      <PastVisibility past={past} />
    </Card>
  );
}
