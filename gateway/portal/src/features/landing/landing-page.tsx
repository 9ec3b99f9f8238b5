import { Button } from '@mantine/core';
import { Briefcase, Handshake, LogIn, Smartphone, UserX, UsersRound } from 'lucide-react';
import { Navigate, useSearchParams } from 'react-router';
import { isProblem } from '@/api/problem';
import type { Me } from '@/api/model';
import { Card } from '@/components/card';
import { Loading } from '@/components/loading';
import { Notice } from '@/components/notice';
import { Page } from '@/components/page';
import { ProblemNotice } from '@/components/problem-notice';
import { useWords } from '@/i18n';
import { isAdmin, isTechnician, useMe } from '@/session/get-me';
import { pageToReturnTo, SIGN_IN } from '@/session/sign-in';
import { useSignOut } from '@/session/use-sign-out';
import { useState } from 'react';
import css from './landing.module.css';
import { RouteDrawing } from './route-drawing';

/** The way in: admins go on to their pages, technicians are told where they work, everybody else can sign in. */
export function LandingPage() {
  const me = useMe();
  if (me.isPending) return <Loading rows={1} height={320} />;
  if (!me.data) return <Welcome error={isProblem(me.error, 'unauthenticated') ? undefined : me.error} />;
  if (isAdmin(me.data)) return <OnToWork />;
  return <NotHere me={me.data} />;
}

function OnToWork() {
  const [page] = useState(() => pageToReturnTo() ?? '/connections');
  return <Navigate to={page} replace />;
}

const icons = [Handshake, UsersRound, Briefcase];

function Welcome({ error }: { error?: unknown }) {
  const { landing, errors, product } = useWords();
  const [parameters] = useSearchParams();
  return (
    <div className={css.welcome}>
      {parameters.get('sign-in') === 'failed' && (
        <Notice tone="bad" role="alert">
          <p>{errors.signInFailed}</p>
        </Notice>
      )}
      {error !== undefined && <ProblemNotice error={error} />}
      <div className={css.hero}>
        <div className={css.words}>
          <title>{product}</title>
          <h1 className={css.claim}>{landing.claim}</h1>
          <p className={css.text}>{landing.text}</p>
          <Button
            component="a"
            href={SIGN_IN}
            size="lg"
            leftSection={<LogIn size={20} aria-hidden />}
            className={css.go}
          >
            {landing.signIn}
          </Button>
          <p className={css.invited}>{landing.invited}</p>
        </div>
        <RouteDrawing />
      </div>
      <ul className={css.points}>
        {landing.points.map(({ title, text }, index) => {
          const Icon = icons[index]!;
          return (
            <li key={title}>
              <Icon size={24} aria-hidden />
              <h2>{title}</h2>
              <p>{text}</p>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function NotHere({ me }: { me: Me }) {
  const { landing, header } = useWords();
  const signOut = useSignOut();
  const technician = isTechnician(me);
  const Icon = technician ? Smartphone : UserX;
  return (
    <Page title={technician ? landing.technicianTitle : landing.noRoleTitle} narrow>
      <Card>
        <div className={css.notHere}>
          <span className={css.icon}>
            <Icon size={28} aria-hidden />
          </span>
          <div className={css.words}>
            <p>{technician ? landing.technicianText : landing.noRoleText}</p>
            {technician && (
              <p>
                {landing.technicianHow} <strong className="anywhere">{me.email}</strong>
              </p>
            )}
            <p className="quiet">{technician ? landing.technicianWrong : landing.noRoleAdvice}</p>
            <div>
              <Button variant="default" loading={signOut.isPending} onClick={() => signOut.mutate()}>
                {header.signOut}
              </Button>
            </div>
            {signOut.error && <ProblemNotice error={signOut.error} />}
          </div>
        </div>
      </Card>
    </Page>
  );
}
