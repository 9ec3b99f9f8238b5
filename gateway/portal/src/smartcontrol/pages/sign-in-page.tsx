import { Button } from '@mantine/core';
import { use, useEffect, useState } from 'react';
import { Link, useLocation, useSearchParams } from 'react-router';
import { Notice } from '@/components/notice';
import { useSpeech } from '@/i18n';
import { fullName } from '@/lib/names';
import { noAccessWords, useAppWords } from '../i18n';
import { Choice } from '../parts/choice';
import { Mark } from '../parts/mark';
import { PhoneContext } from '../phone/phone';
import css from './centered.module.css';

/**
 * The first start, which needs reception. Without the gateway's settings it asks for them again. Somebody who may not work here,
 * or whose sign-in failed, comes here as well; the phone may be somebody else's then, and stays it.
 */
export function SignInPage({ onRetry }: { onRetry?: () => Promise<void> }) {
  const words = useAppWords();
  const { signIn: t, product, menu } = words;
  const { language, choose } = useSpeech();
  const phone = use(PhoneContext);
  const { pathname } = useLocation();
  const [parameters] = useSearchParams();
  const refused = parameters.get('refused');
  const why = refused === null ? undefined : noAccessWords(words, refused);
  const owner = phone?.store.snapshot().owner;
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
        location.assign((await phone.session.leave()) ?? '/smartcontrol/');
      } else {
        location.assign(await phone.session.signInAddress(pathname === '/callback' ? '/' : pathname, language));
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
      {why && (
        <Notice tone="bad" role="alert" title={why.title}>
          <p>{why.text}</p>
          <p>{why.advice}</p>
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
      {owner && (
        <Button variant="default" fullWidth component={Link} to="/">
          {t.back(fullName(owner))}
        </Button>
      )}
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
