import { Button } from '@mantine/core';
import { use, useEffect, useState } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import { Notice } from '@/components/notice';
import { useSpeech } from '@/i18n';
import { useAppWords } from '../i18n';
import { Choice } from '../parts/choice';
import { Mark } from '../parts/mark';
import { PhoneContext } from '../phone/phone';
import css from './centered.module.css';

/** The first start, which needs reception. Without the gateway's settings it asks for them again. */
export function SignInPage({ onRetry }: { onRetry?: () => Promise<void> }) {
  const { signIn: t, product, menu, noAccess } = useAppWords();
  const { language, choose } = useSpeech();
  const phone = use(PhoneContext);
  const { pathname } = useLocation();
  const [parameters] = useSearchParams();
  const refused = parameters.get('refused');
  const [busy, setBusy] = useState(false);
  const [offline, setOffline] = useState(false);
  useEffect(() => {
    document.title = product;
  }, [product]);
  const go = async () => {
    setBusy(true);
    setOffline(false);
    try {
      if (!phone) {
        await onRetry?.();
        setOffline(true);
      } else if (refused) {
        // Else the sign-in page would send the same person again.
        location.assign((await phone.session.signOut()) ?? '/smartcontrol/');
      } else {
        location.assign(await phone.session.signInAddress(pathname, language));
      }
    } catch {
      setOffline(true);
    } finally {
      setBusy(false);
    }
  };
  return (
    <main className={css.page}>
      <p className={css.brand}>
        <Mark size={44} />
        {product}
      </p>
      <h1>{t.title}</h1>
      <p>{t.text}</p>
      {parameters.has('failed') && (
        <Notice tone="bad" role="alert" title={t.failedTitle}>
          <p>{t.failedText}</p>
        </Notice>
      )}
      {refused && (
        <Notice
          tone="bad"
          role="alert"
          title={refused === 'not-a-technician' ? noAccess.roleTitle : noAccess.endedTitle}
        >
          <p>{refused === 'not-a-technician' ? noAccess.roleText : noAccess.endedAdvice}</p>
        </Notice>
      )}
      {offline && (
        <Notice tone="waiting" role="alert" title={t.offlineTitle}>
          <p>{t.offlineText}</p>
        </Notice>
      )}
      <Button size="lg" fullWidth loading={busy} onClick={() => void go()}>
        {refused ? menu.signOut : t.button}
      </Button>
      <Choice
        name="language"
        legend={menu.language}
        value={language}
        options={[
          { value: 'en', text: 'English' },
          { value: 'de', text: 'Deutsch' },
        ]}
        onChange={choose}
      />
      <p className={css.who}>
        {t.who} <a href="/">{t.portal}</a>
      </p>
    </main>
  );
}
