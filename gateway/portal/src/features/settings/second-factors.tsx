import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ShieldCheck, ShieldOff, Smartphone } from 'lucide-react';
import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import type { SecondFactor } from '@/api/model';
import { Badge } from '@/components/badge';
import { Loading } from '@/components/loading';
import { ProblemNotice } from '@/components/problem-notice';
import { useNotify } from '@/components/toasts';
import { useSpeech, useWords } from '@/i18n';
import { signInAddress } from '@/session/sign-in';
import { secondFactorsQuery } from './api/get-second-factors';
import css from './settings.module.css';

const BACK_HERE = { returnTo: '/settings' };

/** Whether there is a second factor, and the ways to get one, another one, or none; the log-in page does the rest. */
export function SecondFactors() {
  const { t, language } = useSpeech();
  const { settings } = t;
  const { data, error, isPending, refetch } = useQuery(secondFactorsQuery);
  useOutcome();
  if (isPending) return <Loading rows={1} height={64} />;
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  const on = data.length > 0;
  return (
    <>
      <div className={css.row}>
        <div className={css.head}>
          <h3>
            {settings.secondFactorTitle}{' '}
            <Badge tone={on ? 'good' : 'over'}>{on ? settings.secondFactorOn : settings.secondFactorOff}</Badge>
          </h3>
          <p>{on ? settings.secondFactorOnText : settings.secondFactorHint}</p>
        </div>
        <Button
          component="a"
          href={signInAddress(language, { kc_action: 'CONFIGURE_TOTP', ...BACK_HERE })}
          variant="default"
          leftSection={<ShieldCheck size={18} aria-hidden />}
        >
          {on ? settings.anotherSecondFactor : settings.secondFactor}
        </Button>
      </div>
      {on && (
        <ul className={css.devices}>
          {data.map((each) => (
            <Device key={each.id} factor={each} />
          ))}
        </ul>
      )}
      <p className="quiet">{settings.lostPhone}</p>
    </>
  );
}

function Device({ factor: { id, name, since } }: { factor: SecondFactor }) {
  const { t, language, formats } = useSpeech();
  const { settings } = t;
  const called = name ?? settings.authenticatorApp;
  return (
    <li>
      <p className={css.device}>
        <Smartphone size={18} aria-hidden />
        <span>
          {called} <span className="quiet">{settings.since(formats.dateTime(since))}</span>
        </span>
      </p>
      <Button
        component="a"
        href={signInAddress(language, { kc_action: `delete_credential:${id}`, ...BACK_HERE })}
        variant="default"
        size="sm"
        leftSection={<ShieldOff size={16} aria-hidden />}
        aria-label={settings.removeSecondFactorLabel(called)}
      >
        {settings.removeSecondFactor}
      </Button>
    </li>
  );
}

const outcomes = ['success', 'cancelled', 'error'] as const;

/** Tells how it ended when somebody comes back from the log-in page, once. */
function useOutcome() {
  const { settings } = useWords();
  const notify = useNotify();
  const [parameters, setParameters] = useSearchParams();
  const status = parameters.get('kc_action_status');
  const outcome = outcomes.find((each) => each === status);
  useEffect(() => {
    if (!outcome) return;
    notify({ tone: outcome === 'success' ? 'good' : 'news', text: settings.secondFactorOutcome[outcome] });
    setParameters({}, { replace: true });
    // Once for each return.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [outcome]);
}
