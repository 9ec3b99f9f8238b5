import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useAppWords } from '../../i18n';
import { Choice } from '../../parts/choice';
import { NameInput } from '../../parts/name-input';
import { isFixed, type Job, type JobType } from '../../work/job';
import { isAcceptable, judge } from '../../work/vehicle';
import { useDraft } from '../use-draft';
import { StepForm } from './step-form';
import css from './steps.module.css';

const MOST = { licensePlate: 20, vehicleModel: 100 } as const;

export function StartStep({ job }: { job: Job }) {
  const { job: t, input } = useAppWords();
  const draft = `${job.jobId}:start`;
  const [fields, change] = useDraft(draft, {
    vin: '',
    jobType: job.jobType ?? '',
    licensePlate: job.licensePlate ?? '',
    vehicleModel: job.vehicleModel ?? '',
  });
  const [strict, setStrict] = useState(false);
  const fixed = isFixed(job, 'vin');
  const vin = judge('vin', fields.vin, job.vin, fixed);
  const texts = (['licensePlate', 'vehicleModel'] as const).filter((field) => !isFixed(job, field));
  const changed = (field: 'jobType' | 'licensePlate' | 'vehicleModel') => {
    const value = fields[field].trim();
    return value === '' || value === job[field] ? undefined : value;
  };
  return (
    <StepForm
      jobId={job.jobId}
      button={t.start.button}
      draft={draft}
      onMissing={() => setStrict(true)}
      command={() =>
        isAcceptable(vin) && fields.jobType !== ''
          ? {
              command: 'start',
              vin: vin.value,
              jobType: changed('jobType') as JobType | undefined,
              licensePlate: changed('licensePlate'),
              vehicleModel: changed('vehicleModel'),
            }
          : undefined
      }
    >
      <p>{t.start.text}</p>
      {job.vin && (
        <p>
          {t.fields.vin}: <strong className={css.known}>{job.vin}</strong>
        </p>
      )}
      <NameInput
        naming="vin"
        typed={fields.vin}
        known={job.vin}
        fixed={fixed}
        strict={strict}
        onChange={(typed) => change({ vin: typed })}
      />
      {!isFixed(job, 'jobType') && (
        <Choice
          name="jobType"
          legend={t.start.kind}
          value={fields.jobType}
          error={strict && fields.jobType === '' ? input.required : undefined}
          options={(['INSTALLATION', 'MAINTENANCE'] as const).map((value) => ({ value, text: t.types[value] }))}
          onChange={(jobType) => change({ jobType })}
        />
      )}
      {texts.map((field) => (
        <TextInput
          key={field}
          label={`${t.fields[field]} (${input.optional})`}
          value={fields[field]}
          maxLength={MOST[field]}
          autoComplete="off"
          onChange={({ currentTarget }) => change({ [field]: currentTarget.value })}
        />
      ))}
    </StepForm>
  );
}
