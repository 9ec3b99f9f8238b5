import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '@/i18n';
import css from './dialog.module.css';
import { ProblemNotice } from './problem-notice';

export function Dialog({ title, onClose, children }: { title: string; onClose: () => void; children: ReactNode }) {
  const { common } = useWords();
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size="lg"
      padding="lg"
      classNames={{ title: css.title }}
      closeButtonProps={{ 'aria-label': common.close }}
    >
      <div className={css.body}>{children}</div>
    </Modal>
  );
}

export const DialogActions = ({ children }: { children: ReactNode }) => <div className={css.actions}>{children}</div>;

interface ConfirmProps {
  title: string;
  /** What will be so afterwards, said before it happens. */
  consequences: ReactNode[];
  confirm: string;
  danger?: boolean;
  busy: boolean;
  /** While something that must be known first is not known yet. */
  blocked?: boolean;
  error?: unknown;
  onConfirm: () => void;
  onClose: () => void;
}

export function ConfirmDialog({
  title,
  consequences,
  confirm,
  danger,
  busy,
  blocked,
  error,
  onConfirm,
  onClose,
}: ConfirmProps) {
  const { common } = useWords();
  return (
    <Dialog title={title} onClose={onClose}>
      <ul className={css.consequences}>
        {consequences.map((each, index) => (
          <li key={index}>
            <span>{each}</span>
          </li>
        ))}
      </ul>
      {error !== undefined && error !== null && <ProblemNotice error={error} />}
      <DialogActions>
        <Button variant="default" onClick={onClose} data-autofocus>
          {common.cancel}
        </Button>
        <Button color={danger ? 'red' : undefined} loading={busy} disabled={blocked} onClick={onConfirm}>
          {confirm}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
