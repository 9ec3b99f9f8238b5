import { Button, useMantineColorScheme } from '@mantine/core';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/dialog';
import { useSpeech } from '@/i18n';
import { fullName } from '@/lib/names';
import { useAppWords } from '../i18n';
import { Choice } from '../parts/choice';
import { Page } from '../parts/page';
import { useSnapshot, useWork } from '../phone/phone';
import css from './centered.module.css';
import { useSignOut } from './use-sign-out';

export function AccountPage() {
  const { menu: t, job } = useAppWords();
  const { language, choose } = useSpeech();
  const { owner } = useSnapshot();
  const { waiting } = useWork();
  // Without keepTransitions Mantine writes a style element for a moment, which the Content-Security-Policy forbids.
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  const signOut = useSignOut();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  return (
    <Page title={fullName(owner) || t.open('')} back={{ to: '/', text: job.back }}>
      <Choice
        name="language"
        legend={t.language}
        value={language}
        options={[
          { value: 'en', text: 'English' },
          { value: 'de', text: 'Deutsch' },
        ]}
        onChange={choose}
      />
      <Choice
        name="scheme"
        legend={t.appearance}
        value={colorScheme}
        options={(['auto', 'light', 'dark'] as const).map((value) => ({ value, text: t[value] }))}
        onChange={setColorScheme}
      />
      <div className={css.buttons}>
        <Button variant="default" fullWidth onClick={() => setAsking(true)}>
          {t.signOut}
        </Button>
      </div>
      {asking && (
        <ConfirmDialog
          title={t.signOutTitle}
          consequences={[
            t.signOutJobs,
            ...(waiting.length > 0 ? [t.signOutWaiting(waiting.length)] : []),
            t.signOutReception,
          ]}
          confirm={t.signOut}
          busy={busy}
          onClose={() => setAsking(false)}
          onConfirm={() => {
            setBusy(true);
            void signOut();
          }}
        />
      )}
    </Page>
  );
}
