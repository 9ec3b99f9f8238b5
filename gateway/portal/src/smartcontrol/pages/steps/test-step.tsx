import { useState } from 'react';
import { Notice } from '@/components/notice';
import { useAppWords } from '../../i18n';
import { Choice } from '../../parts/choice';
import { CHECKS, type Checks, type Job } from '../../work/job';
import { useDraft } from '../use-draft';
import { StepForm } from './step-form';
import css from './steps.module.css';

export function TestStep({ job, onDone }: { job: Job; onDone?: () => void }) {
  const { job: t } = useAppWords();
  const draft = `${job.jobId}:test`;
  const [checks, change] = useDraft<Record<string, string>>(draft, {});
  const [strict, setStrict] = useState(false);
  const complete = CHECKS.every((check) => checks[check]);
  const before = job.progress?.test;
  const failed = CHECKS.filter((check) => before?.checks[check] === 'FAILED');
  return (
    <StepForm
      jobId={job.jobId}
      button={t.test.button}
      draft={draft}
      onDone={onDone}
      onMissing={() => setStrict(true)}
      command={() => (complete ? { command: 'test', checks: checks as Checks } : undefined)}
    >
      {failed.length > 0 && (
        <Notice tone="bad">{t.test.failedBefore(failed.map((check) => t.test.checks[check]).join(', '))}</Notice>
      )}
      <p>{t.test.text}</p>
      <div className={css.list}>
        {CHECKS.map((check) => (
          <Choice
            key={check}
            inline
            name={check}
            legend={t.test.checks[check]}
            value={checks[check]}
            error={strict && !checks[check] ? t.test.missing : undefined}
            options={[
              { value: 'PASSED', text: t.test.verdicts.PASSED, tone: 'good' },
              { value: 'FAILED', text: t.test.verdicts.FAILED, tone: 'bad' },
            ]}
            onChange={(verdict) => change({ [check]: verdict })}
          />
        ))}
      </div>
    </StepForm>
  );
}
