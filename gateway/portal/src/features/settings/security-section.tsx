import { Button } from '@mantine/core';
import { LogOut } from 'lucide-react';
import { ProblemNotice } from '@/components/problem-notice';
import { useWords } from '@/i18n';
import { useSignOut } from '@/session/use-sign-out';
import { SecondFactors } from './second-factors';
import { Section } from './section';
import css from './settings.module.css';

export function SecuritySection() {
  const { settings, header } = useWords();
  const signOut = useSignOut();
  return (
    <Section id="security" title={settings.security} text={settings.securityText}>
      <div className={css.rows}>
        <div className={css.factors}>
          <SecondFactors />
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
