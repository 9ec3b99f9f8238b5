import { Loader } from '@mantine/core';
import { useEffect } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { asProblem } from '@/api/problem';
import { useAppWords } from '../i18n';
import { usePhone } from '../phone/phone';
import { isNoAccess } from '../work/refusal';
import css from './centered.module.css';
import { SignInPage } from './sign-in-page';

let begun = false;

/** Where the sign-in page leads back to. If it comes to nothing, that is said here, and the phone belongs to whom it did before. */
export function CallbackPage() {
  const [parameters] = useSearchParams();
  return parameters.has('refused') || parameters.has('failed') ? <SignInPage /> : <Finishing />;
}

function Finishing() {
  const { signIn: t, product } = useAppWords();
  const { session, line } = usePhone();
  const navigate = useNavigate();
  useEffect(() => {
    // The code is good for one use.
    if (begun) return;
    begun = true;
    const finish = async () => {
      try {
        const returnTo = await session.finishSignIn(new URL(location.href), (token) => line.me(token));
        // Else a browser that is short of space may throw away what waits to be sent.
        void navigator.storage?.persist?.();
        await navigate(returnTo, { replace: true });
      } catch (error) {
        const problem = asProblem(error);
        await navigate(`/callback?${isNoAccess(problem) ? `refused=${problem.slug}` : 'failed'}`, { replace: true });
      } finally {
        begun = false;
      }
    };
    void finish();
  }, [session, line, navigate]);
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
