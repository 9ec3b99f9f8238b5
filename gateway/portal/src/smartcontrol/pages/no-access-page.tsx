import { Button } from '@mantine/core';
import { Notice } from '@/components/notice';
import { noAccessWords, useAppWords } from '../i18n';
import { RefusedSteps } from '../parts/command-cards';
import { Page } from '../parts/page';
import { usePhone, useWork } from '../phone/phone';
import { ACCESS_ENDED } from '../work/refusal';
import css from './centered.module.css';
import { useSignOut } from './use-sign-out';

/** There is reception, but nothing to see for this person: why, what to do, and what could not be sent any more. */
export function NoAccessPage({ reason }: { reason: string }) {
  const words = useAppWords();
  const { noAccess: t, menu } = words;
  const { engine } = usePhone();
  const { refused } = useWork();
  const signOut = useSignOut();
  const { title, text, advice } = noAccessWords(words, reason);
  const lost = refused.filter(({ problem }) => problem.slug === ACCESS_ENDED.slug);
  return (
    <Page title={title}>
      <Notice tone="bad" role="alert">
        <p>{text}</p>
        <p>{t.removed}</p>
        <p>{advice}</p>
      </Notice>
      {lost.length > 0 && (
        <Notice tone="waiting" role="status" title={t.lostTitle(lost.length)}>
          <p>{t.lostText}</p>
        </Notice>
      )}
      <RefusedSteps refused={lost} />
      <div className={css.buttons}>
        <Button fullWidth onClick={() => void signOut()}>
          {menu.signOut}
        </Button>
        <Button fullWidth variant="default" onClick={() => engine.tryNow()}>
          {t.retry}
        </Button>
      </div>
    </Page>
  );
}
