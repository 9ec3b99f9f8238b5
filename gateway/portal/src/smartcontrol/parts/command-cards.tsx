import { Button } from '@mantine/core';
import { useState, type Ref } from 'react';
import { Link } from 'react-router';
import { Badge } from '@/components/badge';
import { wordsOf } from '@/components/problem-words';
import { useFormats, useSpeech } from '@/i18n';
import { fullName } from '@/lib/names';
import { useNow } from '@/lib/use-now';
import { useAppWords } from '../i18n';
import type { Refused, Waiting } from '../phone/database';
import { usePhone, useStatus, useWork } from '../phone/phone';
import { isWhole } from '../work/command';
import { hasEnded, vehicleOf, type Job } from '../work/job';
import { mayBeRepeated } from '../work/refusal';
import css from './command-cards.module.css';
import { stepName, valuesOf } from './step-values';

/** A step as it was done: which, at what vehicle, when, and with what. */
function What({ step: { sent, saidAt } }: { step: Waiting | Refused }) {
  const words = useAppWords();
  const { sync: t, job: jobWords } = words;
  const { jobs, complete } = useWork();
  const formats = useFormats();
  const now = useNow();
  const job = jobs.get(sent.jobId);
  const values = job ? valuesOf(sent, words) : [];
  return (
    <div className={css.what}>
      <strong>{stepName(sent, words)}</strong>
      {job ? (
        <Link to={`/jobs/${job.jobId}`}>{vehicleOf(job) ?? jobWords.unnamed}</Link>
      ) : (
        complete && <span className="quiet">{t.hiddenJob}</span>
      )}
      <span className={css.when}>
        {t.doneAt(formats.since(sent.doneAt, now))}
        {saidAt !== undefined && ` · ${t.saidAt(formats.since(saidAt, now))}`}
      </span>
      {values.length > 0 && (
        <dl className={css.values}>
          {values.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}

/** A step that the server does not know of yet. The last one of a job can be taken back as long as it cannot have got there. */
export function WaitingCard({ waiting }: { waiting: Waiting }) {
  const { sync: t } = useAppWords();
  const { latest } = useWork();
  const { stuck } = useStatus();
  return (
    <li className={css.card}>
      <What step={waiting} />
      {stuck.includes(waiting.sent.jobId) && <p>{t.stuck}</p>}
      {latest(waiting.sent.jobId)?.number === waiting.number && <TakeBack waiting={waiting} />}
    </li>
  );
}

export function TakeBack({ waiting: { number, userId, sent } }: { waiting: Waiting }) {
  const words = useAppWords();
  const { store } = usePhone();
  return (
    <Button variant="default" onClick={() => void store.takeBack(userId, number)}>
      {words.sync.takeBack(stepName(sent, words))}
    </Button>
  );
}

/** Steps that had no effect, job by job, and why. */
export function RefusedSteps({ refused, list }: { refused: Refused[]; list?: Ref<HTMLUListElement> }) {
  const { sync: t } = useAppWords();
  if (refused.length === 0) return null;
  const jobIds = [...new Set(refused.map(({ sent }) => sent.jobId))];
  return (
    <ul ref={list} tabIndex={-1} className={css.list} aria-label={t.refusedTitle}>
      {jobIds.map((jobId) => (
        <RefusedCard key={jobId} steps={refused.filter(({ sent }) => sent.jobId === jobId)} />
      ))}
    </ul>
  );
}

function RefusedCard({ steps }: { steps: Refused[] }) {
  const { sync: t } = useAppWords();
  const { store } = usePhone();
  const { jobs, me } = useWork();
  const [busy, setBusy] = useState(false);
  const again = isOpenTo(jobs.get(steps[0]!.sent.jobId), me)
    ? steps.filter(({ sent, problem }) => isWhole(sent) && mayBeRepeated(problem)).map(({ number }) => number)
    : [];
  const doing = (work: Promise<void>) => {
    setBusy(true);
    void work.finally(() => setBusy(false));
  };
  return (
    <li className={css.card}>
      {steps.map((step) => (
        <div key={step.number} className={css.step}>
          <What step={step} />
          <Why refused={step} />
        </div>
      ))}
      <div className={css.actions}>
        {again.length > 0 && (
          <Button
            title={t.againHint}
            loading={busy}
            onClick={() => doing(store.repeat(me, again, () => crypto.randomUUID()))}
          >
            {t.again(again.length)}
          </Button>
        )}
        <Button
          variant="default"
          disabled={busy}
          onClick={() => doing(store.dismiss(steps.map(({ number }) => number)))}
        >
          {t.dismiss}
        </Button>
      </div>
    </li>
  );
}

/** What others did meanwhile may not matter for a step; whether it does, the technician knows. */
const isOpenTo = (job: Job | undefined, me: string) =>
  job !== undefined && !hasEnded(job) && (job.technicianId === undefined || job.technicianId === me);

function Why({ refused: { problem } }: { refused: Refused }) {
  const app = useAppWords();
  const { t: common, language } = useSpeech();
  const bySlug = { ...common.problems.bySlug, ...app.problems };
  const words = wordsOf(problem, language, { ...common, problems: { ...common.problems, bySlug } });
  const names: Record<string, string> = { ...app.job.fields, doneAt: app.sync.moment };
  return (
    <>
      <div className={css.why}>
        <Badge tone="bad">{words.title}</Badge>
        {words.detail && <p lang={words.language}>{words.detail}</p>}
        {problem.fields?.map(({ field, message }) => (
          <p key={field}>
            {names[field] ?? field}: <span lang="en">{message}</span>
          </p>
        ))}
        {words.advice && (
          <p className="quiet" lang={words.language}>
            {words.advice}
          </p>
        )}
      </div>
      <Changes changes={problem.more.changes} />
    </>
  );
}

interface Change {
  type: string;
  at: string;
  by?: 'FLEETCONTROL' | 'SYSTEM' | { firstName?: string; lastName?: string; erased?: boolean };
  reason?: string;
  comment?: string;
}

/** Who did what since the technician saw the job, and why. */
function Changes({ changes }: { changes: unknown }) {
  const { sync: t } = useAppWords();
  const { t: common } = useSpeech();
  const formats = useFormats();
  const now = useNow();
  if (!Array.isArray(changes) || changes.length === 0) return null;
  const { events, reasons, byFleetControl, bySystem } = common.jobs;
  const nameOf = (by: Change['by']) =>
    by === 'FLEETCONTROL'
      ? byFleetControl
      : by === 'SYSTEM'
        ? bySystem
        : fullName(by) || (by?.erased ? common.common.erasedPerson : '');
  return (
    <div className={css.why}>
      <p>{t.changes}</p>
      <ul className={css.changes}>
        {(changes as Change[]).map(({ type, at, by, reason, comment }, index) => (
          <li key={index}>
            {[events[type] ?? type, nameOf(by), formats.since(at, now)].filter(Boolean).join(' · ')}
            {reason && <p>{reasons[reason] ?? reason}</p>}
            {comment && <p className="quiet">{comment}</p>}
          </li>
        ))}
      </ul>
    </div>
  );
}
