import { Button } from '@mantine/core';
import { RefreshCw } from 'lucide-react';
import { Notice } from '@/components/notice';
import { useAppWords } from '../i18n';
import { RefusedSteps, WaitingCard } from '../parts/command-cards';
import { Page } from '../parts/page';
import { SignInAgain } from '../parts/sign-in-again';
import { usePhone, useStatus, useWork } from '../phone/phone';
import css from './sync-page.module.css';

/** What has reached the server and what has not, and why. */
export function SyncPage() {
  const { sync: t, job } = useAppWords();
  const { engine, store } = usePhone();
  const { reception, unanswered, signInNeeded } = useStatus();
  const { waiting, refused } = useWork();
  const failing = reception === 'failing' || (unanswered && waiting.length > 0);
  return (
    <Page title={t.title} back={{ to: '/', text: job.back }}>
      {signInNeeded ? (
        <SignInAgain />
      ) : reception === 'live' && !failing ? (
        <Notice tone="good" role="status">
          {t.explainLive}
        </Notice>
      ) : (
        <Notice
          tone="waiting"
          role="status"
          title={failing ? t.failing : reception === 'offline' ? t.offline : t.connecting}
          actions={
            <Button variant="default" leftSection={<RefreshCw size={18} aria-hidden />} onClick={() => engine.tryNow()}>
              {t.tryNow}
            </Button>
          }
        >
          <p>{failing ? t.explainFailing : t.explainOffline}</p>
        </Notice>
      )}
      {refused.length > 0 && (
        <section className={css.section} aria-labelledby="refused">
          <h2 id="refused">{t.refusedTitle}</h2>
          <p className="quiet">{t.refusedText}</p>
          <RefusedSteps refused={refused} />
          {refused.length > 1 && (
            <Button variant="default" fullWidth onClick={() => void store.dismiss(refused.map(({ number }) => number))}>
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
              <WaitingCard key={each.number} waiting={each} />
            ))}
          </ol>
        </section>
      )}
      {waiting.length === 0 && refused.length === 0 && <p className="quiet">{t.nothing}</p>}
    </Page>
  );
}
