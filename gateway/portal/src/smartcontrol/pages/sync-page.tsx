import { Button } from '@mantine/core';
import { RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { Link, useLocation } from 'react-router';
import { Badge } from '@/components/badge';
import { Notice } from '@/components/notice';
import { wordsOf } from '@/components/problem-words';
import { useFormats, useSpeech } from '@/i18n';
import { useNow } from '@/lib/use-now';
import { useAppWords } from '../i18n';
import { Page } from '../parts/page';
import type { Refused, Waiting } from '../phone/database';
import { useDo, usePhone, useStatus, useWork } from '../phone/phone';
import { hasEnded, vehicleOf } from '../work/job';
import type { Command, SentCommand } from '../work/command';
import css from './sync-page.module.css';

/** What has reached the server and what has not, and why. */
export function SyncPage() {
  const { sync: t, job } = useAppWords();
  const { engine } = usePhone();
  const { reception, signInNeeded } = useStatus();
  const { waiting, refused } = useWork();
  const { store } = usePhone();
  return (
    <Page title={t.title} back={{ to: '/', text: job.back }}>
      {signInNeeded ? (
        <SignInAgain />
      ) : reception === 'live' ? (
        <Notice tone="good" role="status">
          {t.explainLive}
        </Notice>
      ) : (
        <Notice
          tone="waiting"
          role="status"
          title={reception === 'offline' ? t.offline : t.connecting}
          actions={
            <Button variant="default" leftSection={<RefreshCw size={18} aria-hidden />} onClick={() => engine.tryNow()}>
              {t.tryNow}
            </Button>
          }
        >
          <p>{t.explainOffline}</p>
        </Notice>
      )}
      {refused.length > 0 && (
        <section className={css.section} aria-labelledby="refused">
          <h2 id="refused">{t.refusedTitle}</h2>
          <p className="quiet">{t.refusedText}</p>
          <ul className={css.list}>
            {refused.map((each) => (
              <RefusedCard key={each.number} refused={each} />
            ))}
          </ul>
          {refused.length > 1 && (
            <Button
              variant="default"
              fullWidth
              onClick={() => refused.forEach(({ number }) => void store.dismiss(number))}
            >
              {t.dismissAll}
            </Button>
          )}
        </section>
      )}
      {waiting.length > 0 && (
        <section className={css.section} aria-labelledby="waiting">
          <h2 id="waiting">{t.waitingTitle}</h2>
          <ol className={css.list}>
            {waiting.map((each) => (
              <li key={each.number} className={css.card}>
                <What waiting={each} />
              </li>
            ))}
          </ol>
        </section>
      )}
      {waiting.length === 0 && refused.length === 0 && <p className="quiet">{t.nothing}</p>}
    </Page>
  );
}

function SignInAgain() {
  const { sync: t, signIn } = useAppWords();
  const { session } = usePhone();
  const { language } = useSpeech();
  const { waiting } = useWork();
  const { pathname } = useLocation();
  const [failed, setFailed] = useState(false);
  return (
    <Notice
      tone="bad"
      role="status"
      title={t.signIn}
      actions={
        <Button
          onClick={() => {
            session
              .signInAddress(pathname, language)
              .then((address) => location.assign(address))
              .catch(() => setFailed(true));
          }}
        >
          {signIn.button}
        </Button>
      }
    >
      {waiting.length > 0 && <p>{t.waiting(waiting.length)}</p>}
      {failed && <p>{signIn.offlineText}</p>}
    </Notice>
  );
}

function What({ waiting: { sent } }: { waiting: Waiting }) {
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

function RefusedCard({ refused }: { refused: Refused }) {
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
function commandOf({ idempotencyKey: _key, jobId: _job, seenVersion: _version, doneAt: _at, ...command }: SentCommand) {
  return command as Command;
}
