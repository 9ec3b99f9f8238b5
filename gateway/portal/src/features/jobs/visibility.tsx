import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import type { JobVisibility } from '@/api/model';
import { Loading } from '@/components/loading';
import { ProblemNotice } from '@/components/problem-notice';
import { useSpeech } from '@/i18n';
import { nameIn } from '@/lib/names';
import { visibilityQuery } from './api/get-visibility';
import css from './jobs.module.css';
import { inField, MomentField, momentIn } from './moment-field';

/** Who could see the job and reach its vehicle at a moment that the reader chooses, and what decided it. */
export function Visibility({ jobId }: { jobId: string }) {
  const { t } = useSpeech();
  const words = t.jobs.visibility;
  const [field, setField] = useState(() => inField(new Date()));
  const [at, setAt] = useState<string>();
  const show = (event: FormEvent) => {
    event.preventDefault();
    setAt(momentIn(field) ?? at);
  };
  return (
    <>
      <p>{words.text}</p>
      <form onSubmit={show} className={css.moment}>
        <MomentField value={field} onChange={setField} />
        <Button type="submit" variant="default">
          {words.show}
        </Button>
      </form>
      {at && <Answer jobId={jobId} at={at} />}
    </>
  );
}

function Answer({ jobId, at }: { jobId: string; at: string }) {
  const { data, error, isPending, refetch } = useQuery(visibilityQuery(jobId, at));
  return (
    <div role="status" className={css.answer}>
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {isPending && <Loading rows={2} height={40} />}
      {data && <PastVisibility past={data} />}
    </div>
  );
}

export function PastVisibility({ past }: { past: JobVisibility }) {
  const { t, formats } = useSpeech();
  const words = t.jobs.visibility;
  const names = past.technicians.map((each) => nameIn(t, each)).join(', ');
  const holder = past.technicians.find(({ userId }) => userId === past.access?.technicianId);
  return (
    <>
      <p>
        <strong>{past.visible && names ? words.seenBy(names) : words.nobody}</strong>
        <br />
        {past.access ? words.access(nameIn(t, holder), formats.second(past.access.since)) : words.noAccess}
      </p>
      <h3>{words.because}</h3>
      <ul className={css.because}>
        {past.because.map(({ type, at, sentence }, index) => (
          <li key={index}>
            {type ? (words.events[type] ?? sentence) : words.notYet}
            {at && <span className={css.detail}>{formats.second(at)}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}
