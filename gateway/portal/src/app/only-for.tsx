import { useEffect, type ReactNode } from 'react';
import { Navigate } from 'react-router';
import type { Me } from '@/api/model';
import { isProblem } from '@/api/problem';
import { Loading } from '@/components/loading';
import { ProblemNotice } from '@/components/problem-notice';
import { useMe } from '@/session/get-me';
import { hasJustTriedToSignIn, signIn } from '@/session/sign-in';
import { Frame } from './frame';

/** Around pages for some: who is not signed in is led to the log-in page, who may not see them to the start page. */
export function OnlyFor({ who, children }: { who: (me: Me) => boolean; children: (me: Me) => ReactNode }) {
  const me = useMe();
  const signedOut = isProblem(me.error, 'unauthenticated');
  const leaving = signedOut && !hasJustTriedToSignIn();
  useEffect(() => {
    if (leaving) signIn();
  }, [leaving]);
  if (me.data) return who(me.data) ? children(me.data) : <Navigate to="/" replace />;
  return (
    <Frame>
      {me.error && !leaving ? (
        <ProblemNotice error={me.error} onRetry={() => (signedOut ? signIn() : void me.refetch())} />
      ) : (
        <Loading />
      )}
    </Frame>
  );
}
