import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { isProblem } from '@/api/problem';
import type { Partner, Step } from '@/api/model';
import { Loading } from '@/components/loading';
import { Notice } from '@/components/notice';
import { Page } from '@/components/page';
import { ProblemNotice } from '@/components/problem-notice';
import { useNotify } from '@/components/toasts';
import { useWords } from '@/i18n';
import { useLive } from '@/lib/use-live';
import { PARTNER_CHANGES, partnerKey, usePartner } from '@/session/get-partner';
import { NdaStep } from './nda-step';
import { PersonStep } from './person-step';
import { FollowsAnother } from './step-heading';
import { Stepper } from './stepper';
import { TeamStep } from './team-step';
import { WaitingStep } from './waiting-step';

/** The wizard: always shows the step that the server says is next. */
export default function OnboardingPage() {
  const { onboarding, nda } = useWords();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const notify = useNotify();
  const partner = usePartner();
  const [moved, setMoved] = useState(false);
  useLive(PARTNER_CHANGES, partnerKey);

  const unknown = isProblem(partner.error, 'partner-not-found');
  const step: Step | undefined = unknown ? 'REGISTRATION' : partner.data?.missingSteps[0];
  const finished = partner.data?.missingSteps.length === 0;
  const outdated = Boolean(partner.data?.nda?.outdated);

  const [first, setFirst] = useState<Step>();
  if (step && !first) setFirst(step);
  useEffect(() => {
    if (!finished) return;
    if (first) notify({ tone: 'good', text: onboarding.finished });
    void navigate('/connections', { replace: true });
    // Once, when the last step is done.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [finished]);

  const done = (after: Partner) => {
    setMoved(false);
    queries.setQueryData(partnerKey, after);
  };
  /** Somebody was faster, in another window: the server says where to go on. */
  const outOfOrder = () => {
    setMoved(true);
    void queries.invalidateQueries({ queryKey: partnerKey });
  };

  if (partner.isPending || finished)
    return (
      <Page title={onboarding.title} narrow>
        <Loading rows={2} height={160} />
      </Page>
    );
  return (
    <Page
      title={outdated ? nda.outdatedTitle : onboarding.title}
      lead={outdated ? nda.outdatedText : onboarding.intro}
      narrow
    >
      {partner.error && !unknown && <ProblemNotice error={partner.error} onRetry={() => void partner.refetch()} />}
      {step && <Stepper current={step} />}
      {moved && (
        <Notice tone="info" role="status">
          <p>{onboarding.moved}</p>
        </Notice>
      )}
      <FollowsAnother value={step !== first}>
        {step === 'REGISTRATION' && <WaitingStep onAsk={() => void partner.refetch()} />}
        {step === 'TEAM_DETAILS' && partner.data && (
          <TeamStep partner={partner.data} onDone={done} onOutOfOrder={outOfOrder} />
        )}
        {step === 'PERSONAL_DETAILS' && <PersonStep onDone={done} onOutOfOrder={outOfOrder} />}
        {step === 'NDA' && <NdaStep partner={partner.data} onDone={done} onOutOfOrder={outOfOrder} />}
      </FollowsAnother>
    </Page>
  );
}
