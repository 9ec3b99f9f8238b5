import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { whenSignedOut } from '@/api/http';
import { Dialog, DialogActions } from '@/components/dialog';
import { useWords } from '@/i18n';
import { signIn } from '@/session/sign-in';

/** Says that the session has ended while somebody was working, instead of taking the page away under their hands. */
export function SessionEnded() {
  const { errors, header } = useWords();
  const [ended, setEnded] = useState(false);
  useEffect(() => whenSignedOut(() => setEnded(true)), []);
  if (!ended) return null;
  return (
    <Dialog title={errors.sessionTitle} onClose={() => setEnded(false)}>
      <p>{errors.sessionText}</p>
      <DialogActions>
        <Button onClick={() => signIn()} data-autofocus>
          {header.signIn}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
