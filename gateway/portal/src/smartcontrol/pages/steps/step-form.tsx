import { Button } from '@mantine/core';
import { useId, useRef, useState, type ReactNode } from 'react';
import { ActionBar } from '../../parts/action-bar';
import { useDo } from '../../phone/phone';
import type { Command } from '../../work/command';
import css from './steps.module.css';

interface Props {
  jobId: string;
  button: string;
  danger?: boolean;
  draft?: string;
  /** What to do, or nothing while something is missing; then the fields say what. */
  command: () => Command | undefined;
  /** From now on the fields complain. */
  onMissing?: () => void;
  onDone?: () => void;
  children?: ReactNode;
}

/** A step that is to be done now, with its one button at the lower end of the screen. */
export function StepForm({ jobId, button, danger, draft, command, onMissing, onDone, children }: Props) {
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const carryOut = useDo();
  const [busy, setBusy] = useState(false);
  const submit = async () => {
    const wanted = command();
    if (!wanted) {
      onMissing?.();
      // Once the complaints are there.
      setTimeout(() => {
        form.current?.querySelector<HTMLElement>('input[aria-invalid="true"], [aria-invalid="true"] input')?.focus();
      });
      return;
    }
    setBusy(true);
    await carryOut(jobId, wanted, draft).finally(() => setBusy(false));
    onDone?.();
  };
  return (
    <form
      ref={form}
      id={id}
      noValidate
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void submit();
      }}
    >
      {children}
      <ActionBar>
        <Button type="submit" form={id} fullWidth color={danger ? 'red' : undefined} loading={busy}>
          {button}
        </Button>
      </ActionBar>
    </form>
  );
}
