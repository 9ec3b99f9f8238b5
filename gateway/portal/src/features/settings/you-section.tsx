import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { OwnAccount } from '@/api/model';
import { checks, Fixed, focusFirst, formCss, showAtFields } from '@/components/form';
import { ProblemNotice } from '@/components/problem-notice';
import { useNotify } from '@/components/toasts';
import { useWords } from '@/i18n';
import { meQuery } from '@/session/get-me';
import { ownAccountKey } from '@/session/get-own-account';
import { usersKey } from '@/session/get-users';
import { changeOwnName } from './api/change-own-name';
import { Section } from './section';

export function YouSection({ account }: { account: OwnAccount }) {
  const t = useWords();
  const { settings } = t;
  const notify = useNotify();
  const queries = useQueryClient();
  const check = checks(t);
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { firstName: account.firstName ?? '', lastName: account.lastName ?? '' },
    validate: { firstName: check.text(100), lastName: check.text(100) },
  });
  const save = useMutation({
    mutationFn: changeOwnName,
    onSuccess: (after) => {
      queries.setQueryData(ownAccountKey, after);
      void queries.invalidateQueries({ queryKey: usersKey });
      void queries.invalidateQueries({ queryKey: meQuery.queryKey });
      form.resetDirty();
      notify({ tone: 'good', text: settings.savedYou });
    },
    onError: (error) => showAtFields(form, error, t),
  });
  return (
    <Section title={settings.you} text={settings.youText}>
      <form
        className={formCss.form}
        noValidate
        onSubmit={form.onSubmit(({ firstName, lastName }) => {
          if (form.isDirty()) save.mutate({ firstName: firstName.trim(), lastName: lastName.trim() });
          else notify({ tone: 'good', text: t.common.nothingChanged });
        }, focusFirst(form))}
      >
        <div className={formCss.pair}>
          <TextInput
            label={settings.firstName}
            autoComplete="given-name"
            required
            withAsterisk={false}
            key={form.key('firstName')}
            {...form.getInputProps('firstName')}
          />
          <TextInput
            label={settings.lastName}
            autoComplete="family-name"
            required
            withAsterisk={false}
            key={form.key('lastName')}
            {...form.getInputProps('lastName')}
          />
        </div>
        <Fixed name={settings.loginEmail} value={account.email} hint={settings.loginEmailHint} />
        {save.error && <ProblemNotice error={save.error} />}
        <div className={formCss.actions}>
          <Button type="submit" loading={save.isPending} aria-label={`${t.common.save}: ${settings.you}`}>
            {t.common.save}
          </Button>
        </div>
      </form>
    </Section>
  );
}
