import { Button, PasswordInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Check, Circle, Eye, EyeOff } from 'lucide-react';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { asProblem, isProblem, type ProblemError } from '@/api/problem';
import type { OpenRegistration, Registered } from '@/api/model';
import { Card } from '@/components/card';
import { Fixed, formCss } from '@/components/form';
import { Notice } from '@/components/notice';
import { ProblemNotice } from '@/components/problem-notice';
import { useNow } from '@/lib/use-now';
import { useSpeech } from '@/i18n';
import { useMe } from '@/session/get-me';
import { completeRegistration } from './api/complete-registration';
import { judgeable } from './password-rules';
import css from './registration.module.css';
import { isLinkProblem } from './unusable-link';

interface Props {
  token: string;
  invitation: OpenRegistration;
  onDone: (registered: Registered) => void;
  /** The link has stopped working while the form was open. */
  onDead: (problem: ProblemError) => void;
}

export function PasswordForm({ token, invitation, onDone, onDead }: Props) {
  const { t, language, formats } = useSpeech();
  const { registration } = t;
  const now = useNow();
  const me = useMe().data;
  const input = useRef<HTMLInputElement>(null);
  const [password, setPassword] = useState('');
  const [shown, setShown] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const rules = judgeable(invitation.passwordRules, invitation.email, t);
  const complete = useMutation({
    mutationFn: () => completeRegistration({ token, password, language }),
    onSuccess: onDone,
    onError: (error) => {
      if (isLinkProblem(error)) onDead(error);
      if (isProblem(error, 'password-refused')) {
        const { fields, detail } = error.problem;
        setRefusal(fields?.map(({ message }) => message).join(' ') || detail || registration.refused);
      }
    },
  });
  useEffect(() => {
    if (refusal) input.current?.focus();
  }, [refusal]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const unmet = rules.find(({ met }) => !met(password));
    if (password === '' || unmet) {
      setRefusal(unmet ? registration.ruleNotMet(unmet.words) : t.common.required);
      input.current?.focus();
      return;
    }
    setRefusal(undefined);
    complete.mutate();
  };

  const unavailable =
    isProblem(complete.error, 'registration-unavailable') || [0, 503].includes(asProblem(complete.error).status);
  return (
    <Card>
      <form className={formCss.form} onSubmit={submit} noValidate>
        <div className={css.welcome}>
          <p>
            {invitation.kind === 'FIRST_ADMIN'
              ? registration.welcomeFirst(invitation.providerName, invitation.fleetName)
              : registration.welcomeColleague(invitation.invitedBy, invitation.teamName)}
          </p>
          <p className="quiet">{invitation.role === 'ADMIN' ? registration.roleAdmin : registration.roleTechnician}</p>
        </div>
        {me?.email && me.email.toLowerCase() !== invitation.email.toLowerCase() && (
          <Notice tone="info">
            <p>{registration.otherAccount(me.email)}</p>
          </Notice>
        )}
        <Fixed name={registration.account} value={invitation.email} hint={registration.accountHint} />
        {/* Lets password managers store the right account. */}
        <input type="email" name="username" autoComplete="username" value={invitation.email} readOnly hidden />
        <PasswordInput
          ref={input}
          label={registration.password}
          name="new-password"
          autoComplete="new-password"
          required
          withAsterisk={false}
          value={password}
          error={refusal}
          visible={shown}
          onVisibilityChange={setShown}
          visibilityToggleButtonProps={{
            'aria-label': shown ? registration.hidePassword : registration.showPassword,
            tabIndex: 0,
            'aria-hidden': false,
          }}
          visibilityToggleIcon={({ reveal }) =>
            reveal ? <EyeOff size={18} aria-hidden /> : <Eye size={18} aria-hidden />
          }
          aria-invalid={Boolean(refusal)}
          aria-describedby={
            [refusal && 'password-refusal', rules.length > 0 && 'password-rules'].filter(Boolean).join(' ') || undefined
          }
          errorProps={{ id: 'password-refusal' }}
          onChange={(event) => {
            setPassword(event.currentTarget.value);
            setRefusal(undefined);
          }}
        />
        {rules.length > 0 && (
          <div id="password-rules" className={css.rules}>
            <p>{registration.rules}</p>
            <ul>
              {rules.map(({ words, met }) => {
                const isMet = met(password);
                return (
                  <li key={words} className={isMet ? css.met : undefined}>
                    {isMet ? <Check size={16} aria-hidden /> : <Circle size={16} aria-hidden />}
                    {words}
                    <span className="visually-hidden"> ({isMet ? registration.met : registration.notMet})</span>
                  </li>
                );
              })}
            </ul>
          </div>
        )}
        {complete.error && unavailable && (
          <Notice tone="waiting" role="alert" title={registration.unavailableTitle}>
            <p>{registration.unavailableText}</p>
          </Notice>
        )}
        {complete.error && !unavailable && !isProblem(complete.error, 'password-refused') && (
          <ProblemNotice error={complete.error} />
        )}
        <div className={formCss.actions}>
          <Button type="submit" loading={complete.isPending}>
            {complete.error && unavailable ? t.common.retry : registration.submit}
          </Button>
          <span className="quiet">{formats.expires(invitation.expiresAt, now)}</span>
        </div>
      </form>
    </Card>
  );
}
