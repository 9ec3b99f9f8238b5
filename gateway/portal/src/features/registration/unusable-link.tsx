import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { CircleCheck, Clock, Link2Off, Mail, MailPlus, RefreshCw, Unlink } from 'lucide-react';
import { isProblem, type Problem } from '@/api/problem';
import { Card } from '@/components/card';
import { Notice } from '@/components/notice';
import { Page } from '@/components/page';
import { ProblemNotice } from '@/components/problem-notice';
import { useSpeech } from '@/i18n';
import { useNow } from '@/lib/use-now';
import { signInAddress } from '@/session/sign-in';
import { askForNewLink } from './api/ask-for-new-link';
import css from './registration.module.css';

const icons = {
  'link-expired': Clock,
  'link-used': CircleCheck,
  'link-revoked': Link2Off,
  'link-replaced': RefreshCw,
  'link-invalid': Unlink,
};

type Slug = keyof typeof icons;

const needsTheInviter: readonly Slug[] = ['link-expired', 'link-revoked'];

export const isLinkProblem = (error: unknown) => isProblem(error, ...Object.keys(icons));

/** What was not taken back can be sent again, for some time. */
function canBeSentAgain({ slug, more }: Problem, now: Date) {
  const until = text(more.renewableUntil);
  return slug === 'link-replaced' || (slug === 'link-expired' && (!until || now < new Date(until)));
}

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

/** Says which of the five it is, what to do, and whom to ask. */
export function UnusableLink({ problem, token }: { problem: Problem; token?: string }) {
  const { t, language, formats } = useSpeech();
  const now = useNow();
  const slug = problem.slug as Slug;
  const words = t.registration.links[slug];
  const Icon = icons[slug];
  const colleague = text(problem.more.invitedBy);
  const provider = text(problem.more.providerName);
  const name = colleague ?? provider;
  const mail = text(problem.more.contactEmail);
  const expiredAt = text(problem.more.expiredAt);
  const again = token !== undefined && canBeSentAgain(problem, now);
  return (
    <Page title={words.title} narrow>
      <Card>
        <div className={css.unusable}>
          <span className={slug === 'link-used' ? css.icon : `${css.icon} ${css.warn}`}>
            <Icon size={28} aria-hidden />
          </span>
          <div className={css.words}>
            <p>
              {words.text} {expiredAt && t.registration.wasValidUntil(formats.dateTime(expiredAt))}
            </p>
            <div>
              <h2 className={css.what}>{t.problems.nextSteps}</h2>
              {(again || slug !== 'link-expired') && <p>{words.advice}</p>}
              {needsTheInviter.includes(slug) && (
                <p>
                  {colleague
                    ? t.registration.askColleague(colleague)
                    : provider
                      ? t.registration.askProvider(provider)
                      : t.registration.askInviter}
                </p>
              )}
            </div>
            {again && <NewLink token={token} />}
            <div className={css.actions}>
              {mail && (
                <Button
                  component="a"
                  href={`mailto:${mail}`}
                  variant="default"
                  leftSection={<Mail size={18} aria-hidden />}
                >
                  {t.registration.askMail(name ?? mail)}
                </Button>
              )}
              {slug === 'link-used' && (
                <Button component="a" href={signInAddress(language)}>
                  {t.registration.toSignIn}
                </Button>
              )}
            </div>
          </div>
        </div>
      </Card>
    </Page>
  );
}

function NewLink({ token }: { token: string }) {
  const { registration } = useSpeech().t;
  const ask = useMutation({ mutationFn: () => askForNewLink(token) });
  if (ask.isSuccess)
    return (
      <Notice tone="good" role="status" title={registration.newLinkTitle}>
        <p>{registration.newLinkText}</p>
      </Notice>
    );
  return (
    <>
      {ask.error && <ProblemNotice error={ask.error} />}
      <div>
        <Button loading={ask.isPending} leftSection={<MailPlus size={18} aria-hidden />} onClick={() => ask.mutate()}>
          {registration.newLink}
        </Button>
      </div>
    </>
  );
}
