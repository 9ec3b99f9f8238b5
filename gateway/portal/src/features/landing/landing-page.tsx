import { Button } from '@mantine/core';
import { Briefcase, Handshake, LogIn, Smartphone, UserX, UsersRound } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Navigate, useSearchParams } from 'react-router';
import { isProblem } from '@/api/problem';
import type { Me } from '@/api/model';
import { Card } from '@/components/card';
import { Loading } from '@/components/loading';
import { Notice } from '@/components/notice';
import { Page } from '@/components/page';
import { ProblemNotice } from '@/components/problem-notice';
import { useSpeech, useWords } from '@/i18n';
import { SMARTCONTROL } from '@/lib/smartcontrol';
import { isAdmin, isSupport, isTechnician, useMe } from '@/session/get-me';
import { isToSignIn, pageToReturnTo, signInAddress } from '@/session/sign-in';
import { useSignOut } from '@/session/use-sign-out';
import css from './landing.module.css';
import { RouteDrawing } from './route-drawing';

/** The way in: admins and support go on to their pages, technicians are told where they work, everybody else can sign in. */
export function LandingPage() {
  const me = useMe();
  if (me.isPending) return <Loading rows={1} height={320} />;
  if (!me.data) return <Welcome error={isProblem(me.error, 'unauthenticated') ? undefined : me.error} />;
  if (isAdmin(me.data)) return <OnTo page="/connections" />;
  if (isSupport(me.data)) return <OnTo page="/support" />;
  return <NotHere me={me.data} />;
}

function OnTo({ page: usual }: { page: string }) {
  const [page] = useState(() => pageToReturnTo() ?? usual);
  return <Navigate to={page} replace />;
}

const icons = [Handshake, UsersRound, Briefcase];

function Welcome({ error }: { error?: unknown }) {
  const { t, language } = useSpeech();
  const { landing, errors, product } = t;
  const [parameters] = useSearchParams();
  const [leaving] = useState(isToSignIn);
  const logIn = signInAddress(language);
  useEffect(() => {
    if (leaving) location.assign(logIn);
  }, [leaving, logIn]);
  if (leaving) return <Loading rows={1} height={320} />;
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
          <Button component="a" href={logIn} size="lg" leftSection={<LogIn size={20} aria-hidden />} className={css.go}>
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
            {technician && (
              <div>
                <Button component="a" href={SMARTCONTROL}>
                  {landing.openApp}
                </Button>
              </div>
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
