import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { Notice } from '@/components/notice';
import { useWords } from '@/i18n';
import css from './frame.module.css';

/** What is shown where a page failed, for example because its files belong to an older version of the portal. */
export class Broken extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? <BrokenNotice /> : this.props.children;
  }
}

function BrokenNotice() {
  const { errors, common } = useWords();
  return (
    <main className={css.main}>
      <Notice
        tone="bad"
        role="alert"
        title={errors.brokenTitle}
        actions={
          <Button size="sm" variant="default" onClick={() => location.reload()}>
            {common.reload}
          </Button>
        }
      >
        <p>{errors.brokenText}</p>
      </Notice>
    </main>
  );
}
