import { Button } from '@mantine/core';
import { LogOut, ShieldCheck } from 'lucide-react';
import { ProblemNotice } from '@/components/problem-notice';
import { useWords } from '@/i18n';
import { rememberPage, SECOND_FACTOR } from '@/session/sign-in';
import { useSignOut } from '@/session/use-sign-out';
import { Section } from './section';
import css from './settings.module.css';

export function SecuritySection() {
  const { settings, header } = useWords();
  const signOut = useSignOut();
  return (
    <Section title={settings.security} text={settings.securityText}>
      <div className={css.rows}>
        <div className={css.row}>
          <p>{settings.secondFactorHint}</p>
          <Button
            component="a"
            href={SECOND_FACTOR}
            variant="default"
            leftSection={<ShieldCheck size={18} aria-hidden />}
            onClick={() => rememberPage()}
          >
            {settings.secondFactor}
          </Button>
        </div>
        <div className={css.row}>
          <p>{settings.signOutText}</p>
          <Button
            variant="default"
            leftSection={<LogOut size={18} aria-hidden />}
            loading={signOut.isPending}
            onClick={() => signOut.mutate()}
          >
            {header.signOut}
          </Button>
          {signOut.error && <ProblemNotice error={signOut.error} />}
        </div>
      </div>
    </Section>
  );
}
