import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { Badge } from '@/components/badge';
import { wordsOf } from '@/components/problem-words';
import { useFormats, useSpeech } from '@/i18n';
import { useNow } from '@/lib/use-now';
import { useAppWords } from '../i18n';
import type { Refused, Waiting } from '../phone/database';
import { useDo, usePhone, useWork } from '../phone/phone';
import type { Command, SentCommand } from '../work/command';
import { hasEnded, vehicleOf } from '../work/job';
import css from './command-cards.module.css';

export function What({ waiting: { sent } }: { waiting: Waiting }) {
  const { sync: t, job: words } = useAppWords();
  const { jobs } = useWork();
  const formats = useFormats();
  const now = useNow();
  const job = jobs.get(sent.jobId);
  const name = { ...words.stepNames, fail: words.failing.button, release: words.releasing.button }[sent.command];
  return (
    <div className={css.what}>
      <strong>{name}</strong>
      {job ? (
        <Link to={`/jobs/${job.jobId}`}>{vehicleOf(job) ?? words.unnamed}</Link>
      ) : (
        <span className="quiet">{t.hiddenJob}</span>
      )}
      <span className={css.when}>{t.doneAt(formats.since(sent.doneAt, now))}</span>
    </div>
  );
}

/** A command that had no effect, and why. */
export function RefusedCard({ refused }: { refused: Refused }) {
  const { sync: t } = useAppWords();
  const { t: common, language } = useSpeech();
  const { store } = usePhone();
  const carryOut = useDo();
  const { jobs } = useWork();
  const job = jobs.get(refused.sent.jobId);
  const words = wordsOf(refused.problem, language, common);
  // What others did meanwhile may not matter for this step; whether it does, the technician knows.
  const worthRepeating = refused.problem.slug === 'job-changed' && job && !hasEnded(job);
  return (
    <li className={css.card}>
      <What waiting={refused} />
      <div className={css.why} lang={words.language}>
        <Badge tone="bad">{words.title}</Badge>
        {words.detail && <p>{words.detail}</p>}
        {refused.problem.fields?.map(({ field, message }) => (
          <p key={field}>
            {field}: {message}
          </p>
        ))}
        {words.advice && <p className="quiet">{words.advice}</p>}
      </div>
      <Changes problem={refused.problem} />
      <div className={css.actions}>
        {worthRepeating && (
          <Button
            title={t.againHint}
            onClick={() => {
              void carryOut(refused.sent.jobId, commandOf(refused.sent)).then(() => store.dismiss(refused.number));
            }}
          >
            {t.again}
          </Button>
        )}
        <Button variant="default" onClick={() => void store.dismiss(refused.number)}>
          {t.dismiss}
        </Button>
      </div>
    </li>
  );
}

function Changes({ problem }: { problem: Refused['problem'] }) {
  const { sync: t } = useAppWords();
  const { t: common } = useSpeech();
  const formats = useFormats();
  const now = useNow();
  const changes = (Array.isArray(problem.more.changes) ? problem.more.changes : []) as { type: string; at: string }[];
  if (changes.length === 0) return null;
  return (
    <div className={css.why}>
      <p>{t.changes}</p>
      <ul className={css.changes}>
        {changes.map(({ type, at }, index) => (
          <li key={index}>
            {common.jobs.events[type.toUpperCase().replaceAll('-', '_')] ?? type} · {formats.since(at, now)}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The same once more, as a new command. */
function commandOf({
  idempotencyKey: _key,
  jobId: _job,
  seenVersion: _version,
  doneAt: _at,
  ...command
}: SentCommand): Command {
  return command;
}
