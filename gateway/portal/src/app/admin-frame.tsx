import { Briefcase, Handshake, Settings, UsersRound } from 'lucide-react';
import { Suspense, useEffect } from 'react';
import { Navigate, NavLink, Outlet, useLocation } from 'react-router';
import { isProblem } from '@/api/problem';
import { Loading } from '@/components/loading';
import { ProblemNotice } from '@/components/problem-notice';
import { NewRequestNotice } from '@/features/connections/new-request-notice';
import { usePendingCount } from '@/features/connections/api/get-connections';
import { useWords } from '@/i18n';
import type { Me } from '@/api/model';
import { isAdmin, useMe } from '@/session/get-me';
import { usePartner } from '@/session/get-partner';
import { hasJustTriedToSignIn, signIn } from '@/session/sign-in';
import { AccountMenu } from './account-menu';
import { Frame } from './frame';
import css from './frame.module.css';

/** Around the pages of admins: who is not signed in is led to the log-in page, who is no admin to the start page. */
export function AdminFrame() {
  const me = useMe();
  const signedOut = isProblem(me.error, 'unauthenticated');
  const leaving = signedOut && !hasJustTriedToSignIn();
  useEffect(() => {
    if (leaving) signIn();
  }, [leaving]);
  if (me.data) return isAdmin(me.data) ? <Admins me={me.data} /> : <Navigate to="/" replace />;
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

/** Whoever has steps of the onboarding to do is led there; settings and signing out stay in reach. */
function Admins({ me }: { me: Me }) {
  const { header } = useWords();
  const { pathname } = useLocation();
  const partner = usePartner();
  const missing = partner.data?.missingSteps ?? [];
  const onboarding = missing.length > 0 || isProblem(partner.error, 'partner-not-found');
  const elsewhere = !['/onboarding', '/settings'].includes(pathname);
  if (onboarding && elsewhere) return <Navigate to="/onboarding" replace />;
  const tools = (
    <>
      <NavLink to="/settings" className={css.tool} aria-label={header.settings} title={header.settings}>
        <Settings size={21} aria-hidden />
      </NavLink>
      <AccountMenu me={me} />
    </>
  );
  return (
    <Frame navigation={!onboarding && !partner.isPending && <Navigation />} tools={tools}>
      {partner.isPending ? (
        <Loading />
      ) : (
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      )}
    </Frame>
  );
}

function Navigation() {
  const { header } = useWords();
  const pending = usePendingCount();
  return (
    <>
      <nav className={css.nav} aria-label={header.main}>
        <NavLink to="/connections" className={css.link}>
          <Handshake size={22} aria-hidden />
          <span className={css['label-long']}>{header.connections}</span>
          <span className={css['label-short']}>{header.connectionsShort}</span>
          {pending > 0 && (
            <span className={css.count}>
              <span aria-hidden>{pending}</span>
              <span className="visually-hidden">{header.waiting(pending)}</span>
            </span>
          )}
        </NavLink>
        <NavLink to="/jobs" className={css.link}>
          <Briefcase size={22} aria-hidden />
          {header.jobs}
        </NavLink>
        <NavLink to="/users" className={css.link}>
          <UsersRound size={22} aria-hidden />
          {header.users}
        </NavLink>
      </nav>
      <NewRequestNotice />
    </>
  );
}
