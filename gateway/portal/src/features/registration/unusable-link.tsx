import { Button } from '@mantine/core';
import { CircleCheck, Clock, Link2Off, Mail, Unlink } from 'lucide-react';
import { isProblem, type Problem } from '@/api/problem';
import { Card } from '@/components/card';
import { Page } from '@/components/page';
import { useSpeech } from '@/i18n';
import { SIGN_IN } from '@/session/sign-in';
import css from './registration.module.css';

const icons = { 'link-expired': Clock, 'link-used': CircleCheck, 'link-revoked': Link2Off, 'link-invalid': Unlink };

type Slug = keyof typeof icons;

export const isLinkProblem = (error: unknown) => isProblem(error, ...Object.keys(icons));

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

/** Says which of the four it is, what to do, and whom to ask. */
export function UnusableLink({ problem }: { problem: Problem }) {
  const { t, language } = useSpeech();
  const slug = problem.slug as Slug;
  const words = t.registration.links[slug];
  const Icon = icons[slug];
  const name = text(problem.more.invitedBy) ?? text(problem.more.providerName);
  const mail = text(problem.more.contactEmail) ?? text(problem.more.providerContactEmail);
  return (
    <Page title={words.title} narrow>
      <Card>
        <div className={css.unusable}>
          <span className={slug === 'link-used' ? css.icon : `${css.icon} ${css.warn}`}>
            <Icon size={28} aria-hidden />
          </span>
          <div className={css.words}>
            <p>{words.text}</p>
            <div>
              <h2 className={css.what}>{t.problems.nextSteps}</h2>
              {/* The service names whom to ask, in English; the other language has to do with the general words. */}
              <p>{(language === 'en' && problem.advice) || words.advice}</p>
            </div>
            <div className={css.actions}>
              {mail && (
                <Button component="a" href={`mailto:${mail}`} leftSection={<Mail size={18} aria-hidden />}>
                  {t.registration.askMail(name ?? mail)}
                </Button>
              )}
              {slug === 'link-used' && (
                <Button component="a" href={SIGN_IN}>
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
