import { Button, Modal } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import { useWords } from '@/i18n';
import css from './dialog.module.css';
import { ProblemNotice } from './problem-notice';

/** What opened a dialog; an entry of a menu is gone by the time it closes, so it is the menu's button then. */
function opener(): HTMLElement | null {
  const active = document.activeElement as HTMLElement | null;
  const menu = active?.closest('[role="menu"]')?.getAttribute('aria-labelledby');
  return menu ? document.getElementById(menu) : active;
}

export function Dialog({ title, onClose, children }: { title: string; onClose: () => void; children: ReactNode }) {
  const { common } = useWords();
  const [cameFrom] = useState(opener);
  useEffect(
    () => () => {
      // After Mantine has let go of the focus.
      setTimeout(() => cameFrom?.focus({ preventScroll: true }));
    },
    [cameFrom],
  );
  return (
    <Modal.Root opened onClose={onClose} size="lg" padding="lg">
      <Modal.Overlay />
      <Modal.Content>
        {/* Mantine's own header element would be a second banner of the page. */}
        <div className={css.head}>
          <Modal.Title className={css.title}>{title}</Modal.Title>
          <Modal.CloseButton aria-label={common.close} />
        </div>
        <Modal.Body>
          <div className={css.body}>{children}</div>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
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
  /** What helps against the error, besides confirming once more. */
  remedy?: ReactNode;
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
  remedy,
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
      {error !== undefined && error !== null && <ProblemNotice error={error} actions={remedy} />}
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
