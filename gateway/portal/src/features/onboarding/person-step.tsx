import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { OwnAccount } from '@/api/model';
import { Card } from '@/components/card';
import { checks, Fixed, focusFirst, formCss, showAtFields } from '@/components/form';
import { Loading } from '@/components/loading';
import { ProblemNotice } from '@/components/problem-notice';
import { useWords } from '@/i18n';
import { useMe } from '@/session/get-me';
import { useOwnAccount } from '@/session/get-own-account';
import { givePersonalDetails } from './api/give-personal-details';
import css from './onboarding.module.css';
import { StepHeading } from './step-heading';
import { useStep, type StepProps } from './use-step';

/** An invited colleague's name is known already; a first admin's is not. */
export function PersonStep(props: StepProps) {
  const account = useOwnAccount();
  if (account.isPending) return <Loading rows={1} height={320} />;
  return <PersonForm {...props} account={account.data} />;
}

function PersonForm({ account, ...props }: StepProps & { account?: OwnAccount }) {
  const t = useWords();
  const { onboarding } = t;
  const me = useMe().data;
  const check = checks(t);
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { firstName: account?.firstName ?? '', lastName: account?.lastName ?? '' },
    validate: { firstName: check.text(100), lastName: check.text(100) },
  });
  const step = useStep(givePersonalDetails, props, (error) => showAtFields(form, error, t));
  return (
    <Card className={css.step}>
      <StepHeading title={onboarding.personTitle} text={onboarding.personText} />
      <form
        className={formCss.form}
        noValidate
        onSubmit={form.onSubmit(
          ({ firstName, lastName }) => step.mutate({ firstName: firstName.trim(), lastName: lastName.trim() }),
          focusFirst(form),
        )}
      >
        <div className={formCss.pair}>
          <TextInput
            label={onboarding.firstName}
            autoComplete="given-name"
            required
            withAsterisk={false}
            key={form.key('firstName')}
            {...form.getInputProps('firstName')}
          />
          <TextInput
            label={onboarding.lastName}
            autoComplete="family-name"
            required
            withAsterisk={false}
            key={form.key('lastName')}
            {...form.getInputProps('lastName')}
          />
        </div>
        <Fixed
          name={onboarding.loginEmail}
          value={account?.email ?? me?.email ?? ''}
          hint={onboarding.loginEmailHint}
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
