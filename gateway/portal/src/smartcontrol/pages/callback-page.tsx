import { Loader } from '@mantine/core';
import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { asProblem } from '@/api/problem';
import { useAppWords } from '../i18n';
import { usePhone } from '../phone/phone';
import css from './centered.module.css';

let begun = false;

/** Where the sign-in page leads back to. */
export function CallbackPage() {
  const { signIn: t, product } = useAppWords();
  const { session, line, store } = usePhone();
  const navigate = useNavigate();
  useEffect(() => {
    // The code is good for one use.
    if (begun) return;
    begun = true;
    const finish = async () => {
      try {
        const returnTo = await session.finishSignIn(new URL(location.href));
        await store.belongTo(await line.me());
        // Else a browser that is short of space may throw away what waits to be sent.
        void navigator.storage?.persist?.();
        await navigate(returnTo, { replace: true });
      } catch (error) {
        const { slug, status } = asProblem(error);
        await navigate(status === 403 ? `/?refused=${slug}` : '/?failed', { replace: true });
      } finally {
        begun = false;
      }
    };
    void finish();
  }, [session, line, store, navigate]);
  useEffect(() => {
    document.title = product;
  }, [product]);
  return (
    <main className={css.page} aria-busy>
      <h1 role="status">{t.busy}</h1>
      <Loader aria-hidden />
    </main>
  );
}
