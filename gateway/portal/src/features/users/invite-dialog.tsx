import { Button, NativeSelect, Radio, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Role } from '@/api/model';
import { Dialog, DialogActions } from '@/components/dialog';
import { checks, focusFirst, formCss, showAtFields } from '@/components/form';
import { ProblemNotice } from '@/components/problem-notice';
import { useNotify } from '@/components/toasts';
import { useSpeech } from '@/i18n';
import { usersKey } from '@/session/get-users';
import { inviteUser } from './api/invite-user';
import css from './users.module.css';

export function InviteDialog({ onClose }: { onClose: () => void }) {
  const { t, language, formats } = useSpeech();
  const words = t.users;
  const notify = useNotify();
  const queries = useQueryClient();
  const check = checks(t);
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: {
      firstName: '',
      lastName: '',
      email: '',
      role: 'TECHNICIAN' as Role,
      language,
    },
    validate: { firstName: check.text(100), lastName: check.text(100), email: check.email },
  });
  const invite = useMutation({
    mutationFn: inviteUser,
    onSuccess: ({ invitation }, { firstName, lastName, email }) => {
      const until = formats.dateTime(invitation!.expiresAt);
      notify({ tone: 'good', text: words.invitedNotice(`${firstName} ${lastName}`, email, until) });
      onClose();
    },
    onError: (error) => showAtFields(form, error, t),
    onSettled: () => queries.invalidateQueries({ queryKey: usersKey }),
  });
  return (
    <Dialog title={words.inviteTitle} onClose={onClose}>
      <form
        className={formCss.form}
        noValidate
        onSubmit={form.onSubmit(
          (values) =>
            invite.mutate({
              ...values,
              firstName: values.firstName.trim(),
              lastName: values.lastName.trim(),
              email: values.email.trim(),
            }),
          focusFirst(form),
        )}
      >
        <p className="quiet">{words.inviteText}</p>
        <div className={formCss.pair}>
          <TextInput
            label={words.firstName}
            required
            withAsterisk={false}
            autoComplete="off"
            data-autofocus
            key={form.key('firstName')}
            {...form.getInputProps('firstName')}
          />
          <TextInput
            label={words.lastName}
            required
            withAsterisk={false}
            autoComplete="off"
            key={form.key('lastName')}
            {...form.getInputProps('lastName')}
          />
        </div>
        <TextInput
          type="email"
          label={words.email}
          description={words.emailHint}
          required
          withAsterisk={false}
          autoComplete="off"
          key={form.key('email')}
          {...form.getInputProps('email')}
        />
        <fieldset className={css.roles}>
          <legend>{words.selectRole}</legend>
          {(['TECHNICIAN', 'ADMIN'] as const).map((role) => (
            <div key={role} className={css.choice}>
              <Radio
                label={words.roles[role]}
                description={words.roleText[role]}
                name="role"
                value={role}
                defaultChecked={form.getValues().role === role}
                onChange={() => form.setFieldValue('role', role)}
              />
            </div>
          ))}
        </fieldset>
        <NativeSelect
          label={words.emailLanguage}
          data={[
            { value: 'en', label: 'English' },
            { value: 'de', label: 'Deutsch' },
          ]}
          key={form.key('language')}
          {...form.getInputProps('language')}
        />
        {invite.error && <ProblemNotice error={invite.error} />}
        <DialogActions>
          <Button variant="default" onClick={onClose}>
            {t.common.cancel}
          </Button>
          <Button type="submit" loading={invite.isPending}>
            {words.sendInvite}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
