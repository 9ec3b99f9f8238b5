import { Button } from '@mantine/core';
import { RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { useLocation } from 'react-router';
import { Notice } from '@/components/notice';
import { useSpeech } from '@/i18n';
import { useAppWords } from '../i18n';
import { RefusedCard, What } from '../parts/command-cards';
import cards from '../parts/command-cards.module.css';
import { Page } from '../parts/page';
import { usePhone, useStatus, useWork } from '../phone/phone';
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
              <li key={each.number} className={cards.card}>
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
