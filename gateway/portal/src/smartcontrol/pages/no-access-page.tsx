import { Button } from '@mantine/core';
import { Notice } from '@/components/notice';
import { useAppWords } from '../i18n';
import { Page } from '../parts/page';
import { usePhone } from '../phone/phone';
import css from './centered.module.css';
import { useSignOut } from './use-sign-out';

/** There is reception, but nothing to see for this person: why, and what to do. */
export function NoAccessPage({ reason }: { reason: string }) {
  const { noAccess: t, menu } = useAppWords();
  const { engine } = usePhone();
  const signOut = useSignOut();
  const otherRole = reason === 'not-a-technician';
  return (
    <Page title={otherRole ? t.roleTitle : t.endedTitle}>
      <Notice tone="bad" role="alert">
        <p>{otherRole ? t.roleText : t.endedText}</p>
        {!otherRole && <p>{t.endedAdvice}</p>}
      </Notice>
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
