import { Button } from '@mantine/core';
import { CircleCheck, Smartphone } from 'lucide-react';
import type { OpenRegistration, Registered } from '@/api/model';
import { Card } from '@/components/card';
import { Page } from '@/components/page';
import { ProblemNotice } from '@/components/problem-notice';
import { useSpeech, useWords } from '@/i18n';
import { SMARTCONTROL } from '@/lib/smartcontrol';
import { useMe } from '@/session/get-me';
import { rememberToSignIn, signInAddress } from '@/session/sign-in';
import { useSignOut } from '@/session/use-sign-out';
import css from './registration.module.css';

export function Done({ registered, kind }: { registered: Registered; kind?: OpenRegistration['kind'] }) {
  const { registration } = useWords();
  const technician = registered.next === 'SMARTCONTROL';
  const Icon = technician ? Smartphone : CircleCheck;
  return (
    <Page key="done" title={technician ? registration.doneTechnicianTitle : registration.donePortalTitle} narrow>
      <Card>
        <div className={css.unusable}>
          <span className={css.icon}>
            <Icon size={28} aria-hidden />
          </span>
          <div className={css.words}>
            {technician ? (
              <>
                <p className="anywhere">{registration.doneTechnicianText(registered.email)}</p>
                <div>
                  <Button component="a" href={SMARTCONTROL}>
                    {registration.openApp}
                  </Button>
                </div>
                <p className="quiet">{registration.doneTechnicianApp}</p>
              </>
            ) : (
              <>
                <p className="anywhere">
                  {kind === 'FIRST_ADMIN'
                    ? registration.donePortalText(registered.email)
                    : registration.donePortalColleague(registered.email)}
                </p>
                <Continue />
              </>
            )}
          </div>
        </div>
      </Card>
    </Page>
  );
}

/** Somebody else may be signed in at this browser; they must leave first, or the new account would not be asked for. */
function Continue() {
  const {
    t: { registration },
    language,
  } = useSpeech();
  const me = useMe();
  const signOut = useSignOut();
  return (
    <>
      <div>
        {me.data ? (
          <Button
            loading={signOut.isPending}
            onClick={() => {
              rememberToSignIn();
              signOut.mutate();
            }}
          >
            {registration.continue}
          </Button>
        ) : (
          <Button component="a" href={signInAddress(language)}>
            {registration.continue}
          </Button>
        )}
      </div>
      {signOut.error && <ProblemNotice error={signOut.error} />}
    </>
  );
}
