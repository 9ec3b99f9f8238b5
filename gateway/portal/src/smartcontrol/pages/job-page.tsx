import { Button } from '@mantine/core';
import { Check, Minus } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { Badge } from '@/components/badge';
import { Notice } from '@/components/notice';
import { useFormats } from '@/i18n';
import { useNow } from '@/lib/use-now';
import { useAppWords } from '../i18n';
import { ActionBar } from '../parts/action-bar';
import { RefusedSteps, TakeBack } from '../parts/command-cards';
import { statusOf, toneOf } from '../parts/job-words';
import { Page } from '../parts/page';
import { useWork } from '../phone/phone';
import { hasEnded, vehicleOf, type Job } from '../work/job';
import { nextStep, stateOf, STEPS, type Step, type StepState } from '../work/steps';
import css from './job-page.module.css';
import { FailDialog, ReleaseDialog } from './leaving';
import { ConfigureStep } from './steps/configure-step';
import { StartStep } from './steps/start-step';
import { StepForm } from './steps/step-form';
import { TestStep } from './steps/test-step';

export function JobPage() {
  const { job: t } = useAppWords();
  const { jobId = '' } = useParams();
  const { jobs, waits, latest, refused } = useWork();
  const refusals = refused.filter(({ sent }) => sent.jobId === jobId);
  const job = jobs.get(jobId);
  const last = latest(jobId);
  const back = { to: '/', text: t.back };
  const list = useRef<HTMLUListElement>(null);
  const before = useRef(refusals.length);
  useEffect(() => {
    // What was just done had no effect: that is what must be read now.
    if (refusals.length > before.current) list.current?.focus();
    before.current = refusals.length;
  }, [refusals.length]);
  if (!job) {
    return (
      <Page title={t.goneTitle} back={back}>
        <p>{t.goneText}</p>
      </Page>
    );
  }
  return (
    <Page
      title={vehicleOf(job) ?? t.unnamed}
      back={back}
      beside={<Badge tone={toneOf[statusOf(job)]}>{t.statuses[statusOf(job)]}</Badge>}
    >
      {waits(jobId) && (
        <Notice tone="waiting" role="status" actions={last && <TakeBack waiting={last} />}>
          <p>{t.waitsText}</p>
        </Notice>
      )}
      <RefusedSteps refused={refusals} list={list} />
      <Work key={jobId} job={job} />
    </Page>
  );
}

function Work({ job }: { job: Job }) {
  const { job: t } = useAppWords();
  const { me } = useWork();
  const [leaving, setLeaving] = useState<'fail' | 'release'>();
  const mine = job.technicianId === me;
  const taken = job.technicianId !== undefined && !mine && !hasEnded(job);
  return (
    <>
      <Ending job={job} />
      {taken && (
        <Notice tone="info" title={t.takenTitle}>
          <p>{t.takenText}</p>
        </Notice>
      )}
      {job.instructions && (
        <Notice tone="info" title={t.instructions}>
          <p className={css.instructions}>{job.instructions}</p>
        </Notice>
      )}
      {nextStep(job, me) === 'accept' && <Details job={job} />}
      {!taken && <Steps job={job} />}
      {nextStep(job, me) !== 'accept' && <Details job={job} />}
      {mine && !hasEnded(job) && (
        <div className={css.ways}>
          <Button variant="default" onClick={() => setLeaving('release')}>
            {t.release}
          </Button>
          <Button variant="default" color="red" onClick={() => setLeaving('fail')}>
            {t.fail}
          </Button>
        </div>
      )}
      {leaving === 'release' && (
        <ReleaseDialog job={job} onClose={() => setLeaving(undefined)} onDone={() => setLeaving(undefined)} />
      )}
      {leaving === 'fail' && (
        <FailDialog job={job} onClose={() => setLeaving(undefined)} onDone={() => setLeaving(undefined)} />
      )}
      {hasEnded(job) && mine && (
        <ActionBar>
          <Button component={Link} to="/" fullWidth>
            {t.next}
          </Button>
        </ActionBar>
      )}
    </>
  );
}

function Ending({ job }: { job: Job }) {
  const { job: t } = useAppWords();
  if (job.status === 'SUCCEEDED') {
    return (
      <Notice tone="good" title={t.doneTitle} role="status">
        <p>{t.doneText}</p>
      </Notice>
    );
  }
  if (job.status !== 'FAILED') return null;
  return (
    <Notice tone="bad" title={t.failedTitle} role="status">
      {job.progress?.failureReason && <p>{t.reasons[job.progress.failureReason] ?? job.progress.failureReason}</p>}
      {job.progress?.comment && <p className={css.instructions}>{job.progress.comment}</p>}
    </Notice>
  );
}

function Details({ job }: { job: Job }) {
  const { job: t } = useAppWords();
  const formats = useFormats();
  const { fields } = t;
  const facts: [string, string | undefined][] = [
    [fields.jobType, job.jobType && t.types[job.jobType]],
    [fields.plannedServiceDate, job.plannedServiceDate && formats.date(job.plannedServiceDate)],
    [fields.vin, job.vin],
    [fields.licensePlate, job.licensePlate],
    [fields.vehicleModel, job.vehicleModel],
    [fields.customName, job.customName],
    [fields.telematicsUnitId, job.telematicsUnitId],
    [fields.configurationPreset, job.configurationPreset],
    [fields.fleet, job.fleetName],
    [fields.provider, job.providerName],
  ];
  return (
    <section className={css.card} aria-labelledby="details">
      <h2 id="details">{t.details}</h2>
      <dl className={css.facts}>
        {facts
          .filter(([, value]) => value !== undefined)
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}

function Steps({ job }: { job: Job }) {
  const { job: t } = useAppWords();
  const { me } = useWork();
  // A step that is done may be done again: the last one counts.
  const [again, setAgain] = useState<Step>();
  const next = nextStep(job, me);
  const now = again !== undefined && job.status === 'RUNNING' ? again : next;
  const toNext = () => setAgain(undefined);
  const running = job.status === 'RUNNING' && job.technicianId === me;
  const list = useRef<HTMLOListElement>(null);
  const before = useRef(now);
  useEffect(() => {
    // The button that was pressed is gone; go on where the work goes on.
    if (before.current !== now) list.current?.querySelector<HTMLElement>('[aria-current] h2')?.focus();
    before.current = now;
  }, [now]);
  // A result that was not good enough is followed by a fresh form.
  const results = [job.progress?.configuration?.at, job.progress?.test?.at].map((at) => at && Date.parse(at));
  return (
    <ol ref={list} className={css.steps} aria-label={t.steps}>
      {STEPS.map((step, index) => {
        const state = step === now ? 'now' : stateOf(step, job, me);
        const shown = state === 'now' && step !== now ? 'later' : state;
        return (
          <Row key={step} number={index + 1} step={step} state={shown}>
            {step === now ? (
              <Form key={results.join()} step={step} job={job} onDone={toNext} />
            ) : (
              <Summary step={step} state={shown} job={job} onAgain={running ? () => setAgain(step) : undefined} />
            )}
          </Row>
        );
      })}
    </ol>
  );
}

function Row({ number, step, state, children }: { number: number; step: Step; state: StepState; children: ReactNode }) {
  const { job: t } = useAppWords();
  return (
    <li className={`${css.step} ${css[state] ?? ''}`} aria-current={state === 'now' ? 'step' : undefined}>
      <span className={css.number} aria-hidden>
        {state === 'done' ? <Check size={18} /> : state === 'not-needed' ? <Minus size={18} /> : number}
      </span>
      <div className={css.what}>
        <h2 tabIndex={-1}>
          {t.stepNames[step]}
          <span className="visually-hidden">, {t.state[state]}</span>
        </h2>
        {children}
      </div>
    </li>
  );
}

function Form({ step, job, onDone }: { step: Step; job: Job; onDone: () => void }) {
  const { job: t } = useAppWords();
  switch (step) {
    case 'accept':
      return (
        <StepForm jobId={job.jobId} button={t.accept.button} command={() => ({ command: 'accept' })}>
          <p>{t.accept.text}</p>
        </StepForm>
      );
    case 'start':
      return <StartStep job={job} />;
    case 'configure':
      return <ConfigureStep job={job} onDone={onDone} />;
    case 'test':
      return <TestStep job={job} onDone={onDone} />;
    case 'complete':
      return job.jobType === undefined ? (
        <Notice tone="bad">{t.complete.typeMissing}</Notice>
      ) : (
        <StepForm jobId={job.jobId} button={t.complete.button} command={() => ({ command: 'complete' })}>
          <p>{t.complete.text}</p>
        </StepForm>
      );
  }
}

function Summary({
  step,
  state,
  job,
  onAgain,
}: {
  step: Step;
  state: StepState;
  job: Job;
  onAgain: (() => void) | undefined;
}) {
  const { job: t } = useAppWords();
  const formats = useFormats();
  const now = useNow();
  const since = (moment: string | undefined) => moment && formats.ago(moment, now);
  const { progress } = job;
  const again = (words: string) =>
    onAgain && (
      <Button variant="subtle" className={css.again} onClick={onAgain}>
        {words}
        <span className="visually-hidden">: {t.stepNames[step]}</span>
      </Button>
    );
  if (state === 'not-needed') {
    return (
      <>
        <p>{t.configure.skipped}</p>
        {again(t.configure.open)}
      </>
    );
  }
  if (state !== 'done') return null;
  switch (step) {
    case 'accept':
      return progress?.acceptedAt ? <p>{t.accept.done(since(progress.acceptedAt)!)}</p> : null;
    case 'start':
      return progress?.startedAt ? <p>{t.start.done(since(progress.startedAt)!)}</p> : null;
    case 'configure':
      return (
        <>
          <p className={css.name}>{t.configure.done(job.telematicsUnitId ?? '')}</p>
          {again(t.again)}
        </>
      );
    case 'test':
      return (
        <>
          <p>{t.test.done}</p>
          {again(t.again)}
        </>
      );
    case 'complete':
      return progress?.endedAt ? <p>{since(progress.endedAt)}</p> : null;
  }
}
