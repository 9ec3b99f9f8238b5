import { Loader } from '@mantine/core';
import { useEffect, useEffectEvent, useState } from 'react';
import { Card } from '@/components/card';
import { useWords } from '@/i18n';
import css from './onboarding.module.css';

const ASK_EVERY = 1_500;
const LONG = 20_000;

/** The registration reaches the partner's data a moment after the log-in; until then there is nothing to do but wait. */
export function WaitingStep({ onAsk }: { onAsk: () => void }) {
  const { onboarding } = useWords();
  const [long, setLong] = useState(false);
  const ask = useEffectEvent(onAsk);
  useEffect(() => {
    const asking = setInterval(() => ask(), ASK_EVERY);
    const waiting = setTimeout(() => setLong(true), LONG);
    return () => {
      clearInterval(asking);
      clearTimeout(waiting);
    };
  }, []);
  return (
    <Card className={css.step}>
      <div className={css.loading} role="status">
        <Loader size="sm" aria-hidden />
        <div>
          <strong>{onboarding.waitingTitle}</strong>
          <p className="quiet">{long ? onboarding.waitingLong : onboarding.waitingText}</p>
        </div>
      </div>
    </Card>
  );
}
