import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { Partner } from '@/api/model';
import { Card } from '@/components/card';
import { checks, focusFirst, formCss, showAtFields } from '@/components/form';
import { ProblemNotice } from '@/components/problem-notice';
import { useWords } from '@/i18n';
import { giveTeamDetails } from './api/give-team-details';
import css from './onboarding.module.css';
import { StepHeading } from './step-heading';
import { useStep, type StepProps } from './use-step';

export function TeamStep({ partner, ...props }: StepProps & { partner: Partner }) {
  const t = useWords();
  const { onboarding } = t;
  const check = checks(t);
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { teamName: partner.teamName ?? '', teamEmail: partner.teamEmail },
    validate: { teamName: check.text(100), teamEmail: check.email },
  });
  const step = useStep(giveTeamDetails, props, (error) => showAtFields(form, error, t));
  return (
    <Card className={css.step}>
      <StepHeading title={onboarding.teamTitle} text={onboarding.teamText} />
      <form
        className={formCss.form}
        noValidate
        onSubmit={form.onSubmit(
          ({ teamName, teamEmail }) => step.mutate({ teamName: teamName.trim(), teamEmail: teamEmail.trim() }),
          focusFirst(form),
        )}
      >
        <TextInput
          label={onboarding.teamName}
          description={onboarding.teamNameHint}
          autoComplete="organization"
          required
          withAsterisk={false}
          key={form.key('teamName')}
          {...form.getInputProps('teamName')}
        />
        <TextInput
          type="email"
          label={onboarding.teamEmail}
          description={onboarding.teamEmailHint}
          autoComplete="email"
          required
          withAsterisk={false}
          key={form.key('teamEmail')}
          {...form.getInputProps('teamEmail')}
        />
        {step.error && <ProblemNotice error={step.error} />}
        <div className={formCss.actions}>
          <Button type="submit" loading={step.isPending}>
            {t.common.saveAndContinue}
          </Button>
        </div>
      </form>
    </Card>
  );
}
