import { Briefcase, Handshake, Settings, UsersRound } from 'lucide-react';
import { Suspense } from 'react';
import { Link, Navigate, NavLink, Outlet, useLocation } from 'react-router';
import type { Me } from '@/api/model';
import { isProblem } from '@/api/problem';
import { Loading } from '@/components/loading';
import { Notice } from '@/components/notice';
import { NewRequestNotice } from '@/features/connections/new-request-notice';
import { usePendingCount } from '@/features/connections/api/get-connections';
import { useWords } from '@/i18n';
import { isAdmin } from '@/session/get-me';
import { usePartner } from '@/session/get-partner';
import { AccountMenu } from './account-menu';
import { Frame } from './frame';
import css from './frame.module.css';
import { OnlyFor } from './only-for';

/** Around the pages of admins. */
export const AdminFrame = () => <OnlyFor who={isAdmin}>{(me) => <Admins me={me} />}</OnlyFor>;

/**
 * Whoever has steps of the onboarding to do is led there; settings and signing out stay in reach. A team whose signed NDA is outdated has
 * been through it: its pages stay open, and each says that there is a new version to sign.
 */
function Admins({ me }: { me: Me }) {
  const { header } = useWords();
  const { pathname } = useLocation();
  const partner = usePartner();
  const outdated = Boolean(partner.data?.nda?.outdated);
  const missing = partner.data?.missingSteps ?? [];
  const onboarding = (missing.length > 0 && !outdated) || isProblem(partner.error, 'partner-not-found');
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
          {outdated && pathname !== '/onboarding' && <NewVersionOfNda />}
          <Outlet />
        </Suspense>
      )}
    </Frame>
  );
}

function NewVersionOfNda() {
  const { nda } = useWords();
  return (
    <div className={css.banner}>
      <Notice tone="waiting" title={nda.outdatedTitle} actions={<Link to="/onboarding">{nda.outdatedAction}</Link>}>
        <p>{nda.outdatedBanner}</p>
      </Notice>
    </div>
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
