import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Notice } from '@/components/notice';
import { useAppWords } from '../../i18n';
import { Choice } from '../../parts/choice';
import { NameInput } from '../../parts/name-input';
import { isFixed, type Job, type Outcome } from '../../work/job';
import { isAcceptable, judge } from '../../work/vehicle';
import { useDraft } from '../use-draft';
import { StepForm } from './step-form';
import css from './steps.module.css';

export function ConfigureStep({ job, onDone }: { job: Job; onDone?: () => void }) {
  const { job: t, input } = useAppWords();
  const before = job.progress?.configuration;
  const draft = `${job.jobId}:configure`;
  const [fields, change] = useDraft(draft, {
    // Whoever configures again has compared it already.
    unit: before ? (job.telematicsUnitId ?? '') : '',
    preset: job.configurationPreset ?? '',
    outcome: '',
    message: '',
  });
  const [strict, setStrict] = useState(false);
  const fixed = isFixed(job, 'telematicsUnitId');
  const unit = judge('unit', fields.unit, job.telematicsUnitId, fixed);
  const preset = fields.preset.trim();
  return (
    <StepForm
      jobId={job.jobId}
      button={t.configure.button}
      draft={draft}
      onDone={onDone}
      onMissing={() => setStrict(true)}
      command={() =>
        isAcceptable(unit) && fields.outcome !== ''
          ? {
              command: 'configure',
              telematicsUnitId: unit.value ?? job.telematicsUnitId ?? fields.unit,
              configurationPreset: preset === '' || preset === job.configurationPreset ? undefined : preset,
              outcome: fields.outcome as Outcome,
              message: fields.outcome === 'FAILED' && fields.message.trim() !== '' ? fields.message.trim() : undefined,
            }
          : undefined
      }
    >
      {before?.outcome === 'FAILED' && <Notice tone="bad">{t.configure.failedBefore}</Notice>}
      <p>{t.configure.text}</p>
      {job.telematicsUnitId && (
        <p>
          {t.fields.telematicsUnitId}: <strong className={css.known}>{job.telematicsUnitId}</strong>
        </p>
      )}
      <NameInput
        naming="unit"
        typed={fields.unit}
        known={job.telematicsUnitId}
        fixed={fixed}
        strict={strict}
        onChange={(typed) => change({ unit: typed })}
      />
      {isFixed(job, 'configurationPreset') ? (
        <p>
          {t.configure.preset}: <strong>{job.configurationPreset}</strong>{' '}
          <span className={css.note}>({t.start.provider})</span>
        </p>
      ) : (
        <TextInput
          label={`${t.configure.preset} (${input.optional})`}
          value={fields.preset}
          maxLength={100}
          autoComplete="off"
          onChange={({ currentTarget }) => change({ preset: currentTarget.value })}
        />
      )}
      <Choice
        name="outcome"
        legend={t.configure.outcome}
        value={fields.outcome}
        error={strict && fields.outcome === '' ? t.configure.outcomeMissing : undefined}
        options={[
          { value: 'SUCCEEDED', text: t.configure.outcomes.SUCCEEDED, tone: 'good' },
          { value: 'FAILED', text: t.configure.outcomes.FAILED, tone: 'bad' },
        ]}
        onChange={(outcome) => change({ outcome })}
      />
      {fields.outcome === 'FAILED' && (
        <Textarea
          label={`${t.configure.message} (${input.optional})`}
          rows={3}
          maxLength={2000}
          value={fields.message}
          onChange={({ currentTarget }) => change({ message: currentTarget.value })}
        />
      )}
    </StepForm>
  );
}
