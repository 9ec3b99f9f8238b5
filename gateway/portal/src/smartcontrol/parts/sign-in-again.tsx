import { Button } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'react-router';
import { Notice } from '@/components/notice';
import { useSpeech } from '@/i18n';
import { useAppWords } from '../i18n';
import { usePhone, useWork } from '../phone/phone';

/** The sign-in has ended; what was done is kept, and goes on when the same person signs in again. */
export function SignInAgain() {
  const { sync: t, signIn } = useAppWords();
  const { session } = usePhone();
  const { language } = useSpeech();
  const { waiting } = useWork();
  const { pathname } = useLocation();
  const [failed, setFailed] = useState(false);
  return (
    <Notice
      tone="bad"
      role="status"
      title={t.signIn}
      actions={
        <Button
          onClick={() => {
            session
              .signInAddress(pathname, language)
              .then((address) => location.assign(address))
              .catch(() => setFailed(true));
          }}
        >
          {signIn.button}
        </Button>
      }
    >
      <p>{t.signInText}</p>
      {waiting.length > 0 && <p>{t.waiting(waiting.length)}</p>}
      {failed && <p>{signIn.offlineText}</p>}
    </Notice>
  );
}
