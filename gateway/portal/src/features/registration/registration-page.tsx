import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { asProblem, ProblemError } from '@/api/problem';
import type { Registered } from '@/api/model';
import { Loading } from '@/components/loading';
import { Page } from '@/components/page';
import { ProblemNotice } from '@/components/problem-notice';
import { useWords } from '@/i18n';
import { linkQuery } from './api/check-link';
import { Done } from './done';
import { forgetToken, takeToken } from './link-token';
import { isLinkProblem, UnusableLink } from './unusable-link';
import { PasswordForm } from './password-form';

/** Where "Complete Registration" in the e-mail leads. */
export default function RegistrationPage() {
  const [token, setToken] = useState(takeToken);
  useEffect(() => {
    const another = () => setToken(takeToken());
    addEventListener('hashchange', another);
    return () => removeEventListener('hashchange', another);
  }, []);
  if (!token) return <UnusableLink problem={{ slug: 'link-invalid', status: 404, more: {} }} />;
  return <Registration key={token} token={token} />;
}

function Registration({ token }: { token: string }) {
  const { registration } = useWords();
  const link = useQuery(linkQuery(token));
  const [registered, setRegistered] = useState<Registered>();
  const [died, setDied] = useState<ProblemError>();

  if (registered) return <Done registered={registered} kind={link.data?.kind} />;
  const dead = died ?? link.error;
  if (dead && isLinkProblem(dead)) return <UnusableLink problem={asProblem(dead)} token={token} />;
  return (
    <Page title={registration.title} narrow>
      {link.isPending && (
        <>
          <p role="status">{registration.checking}</p>
          <Loading rows={1} height={280} />
        </>
      )}
      {link.error && <ProblemNotice error={link.error} onRetry={() => void link.refetch()} />}
      {link.data && (
        <PasswordForm
          token={token}
          invitation={link.data}
          onDead={setDied}
          onDone={(result) => {
            forgetToken();
            setRegistered(result);
          }}
        />
      )}
    </Page>
  );
}
