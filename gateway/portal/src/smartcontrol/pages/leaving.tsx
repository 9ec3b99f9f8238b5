import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { ConfirmDialog, Dialog, DialogActions } from '@/components/dialog';
import { useWords } from '@/i18n';
import { useAppWords } from '../i18n';
import { useDo } from '../phone/phone';
import type { Job } from '../work/job';
import { useDraft } from './use-draft';

/** The two ways out of a job that does not go to its end. */
export function ReleaseDialog({ job, onClose, onDone }: { job: Job; onClose: () => void; onDone: () => void }) {
  const { job: t } = useAppWords();
  const carryOut = useDo();
  const [busy, setBusy] = useState(false);
  const { releasing } = t;
  return (
    <ConfirmDialog
      title={releasing.title}
      consequences={[
        releasing.keeps,
        ...(job.progress?.test ? [releasing.test] : []),
        ...(job.status === 'RUNNING' ? [releasing.access] : []),
      ]}
      confirm={releasing.button}
      busy={busy}
      onClose={onClose}
      onConfirm={() => {
        setBusy(true);
        void carryOut(job.jobId, { command: 'release' }).then(onDone);
      }}
    />
  );
}

export function FailDialog({ job, onClose, onDone }: { job: Job; onClose: () => void; onDone: () => void }) {
  const { job: t } = useAppWords();
  const { common } = useWords();
  const carryOut = useDo();
  const draft = `${job.jobId}:fail`;
  const [{ comment }, change] = useDraft(draft, { comment: '' });
  const [strict, setStrict] = useState(false);
  const [busy, setBusy] = useState(false);
  const missing = comment.trim() === '';
  return (
    <Dialog title={t.failing.title} onClose={onClose}>
      <p>{t.failing.text}</p>
      <Textarea
        data-autofocus
        label={t.failing.label}
        description={t.failing.hint}
        rows={4}
        maxLength={2000}
        value={comment}
        error={strict && missing ? t.failing.missing : undefined}
        onChange={({ currentTarget }) => change({ comment: currentTarget.value })}
      />
      <DialogActions>
        <Button variant="default" onClick={onClose}>
          {common.cancel}
        </Button>
        <Button
          color="red"
          loading={busy}
          onClick={() => {
            if (missing) return setStrict(true);
            setBusy(true);
            void carryOut(job.jobId, { command: 'fail', comment: comment.trim() }, draft).then(onDone);
          }}
        >
          {t.failing.button}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
