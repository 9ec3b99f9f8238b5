import { Button } from '@mantine/core';
import { RotateCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { asProblem } from '@/api/problem';
import { useSpeech } from '@/i18n';
import { Notice } from './notice';
import { wordsOf } from './problem-words';

/** What went wrong, in words, with what to do next. */
export function ProblemNotice({
  error,
  onRetry,
  actions,
}: {
  error: unknown;
  onRetry?: () => void;
  actions?: ReactNode;
}) {
  const { t, language } = useSpeech();
  const words = wordsOf(asProblem(error), language, t);
  return (
    <Notice
      tone="bad"
      role="alert"
      title={words.title}
      lang={words.language}
      actions={
        (onRetry || actions) && (
          <>
            {onRetry && (
              <Button size="sm" variant="default" leftSection={<RotateCw size={16} aria-hidden />} onClick={onRetry}>
                {t.common.retry}
              </Button>
            )}
            {actions}
          </>
        )
      }
    >
      {words.detail && <p>{words.detail}</p>}
      {words.advice && <p>{words.advice}</p>}
    </Notice>
  );
}
