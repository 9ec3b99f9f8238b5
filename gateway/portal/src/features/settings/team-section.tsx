import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Partner } from '@/api/model';
import { checks, focusFirst, formCss, showAtFields } from '@/components/form';
import { ProblemNotice } from '@/components/problem-notice';
import { useNotify } from '@/components/toasts';
import { useWords } from '@/i18n';
import { partnerKey } from '@/session/get-partner';
import { changeTeamDetails } from './api/change-team-details';
import { Section } from './section';

export function TeamSection({ partner }: { partner: Partner }) {
  const t = useWords();
  const { settings } = t;
  const notify = useNotify();
  const queries = useQueryClient();
  const check = checks(t);
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { teamName: partner.teamName ?? '', teamEmail: partner.teamEmail },
    validate: { teamName: check.text(100), teamEmail: check.email },
  });
  const save = useMutation({
    mutationFn: changeTeamDetails,
    onSuccess: (after) => {
      queries.setQueryData(partnerKey, after);
      form.resetDirty();
      notify({ tone: 'good', text: settings.savedTeam });
    },
    onError: (error) => showAtFields(form, error, t),
  });
  return (
    <Section title={settings.team} text={settings.teamText}>
      <form
        className={formCss.form}
        noValidate
        onSubmit={form.onSubmit(({ teamName, teamEmail }) => {
          if (form.isDirty()) save.mutate({ teamName: teamName.trim(), teamEmail: teamEmail.trim() });
          else notify({ tone: 'good', text: t.common.nothingChanged });
        }, focusFirst(form))}
      >
        <TextInput
          label={settings.displayName}
          description={settings.displayNameHint}
          autoComplete="organization"
          required
          withAsterisk={false}
          key={form.key('teamName')}
          {...form.getInputProps('teamName')}
        />
        <TextInput
          type="email"
          label={settings.teamEmail}
          autoComplete="email"
          required
          withAsterisk={false}
          key={form.key('teamEmail')}
          {...form.getInputProps('teamEmail')}
        />
        {save.error && <ProblemNotice error={save.error} />}
        <div className={formCss.actions}>
          <Button type="submit" loading={save.isPending} aria-label={`${t.common.save}: ${settings.team}`}>
            {t.common.save}
          </Button>
        </div>
      </form>
    </Section>
  );
}
