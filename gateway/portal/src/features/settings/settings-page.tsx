import { useEffect } from 'react';
import { Link, useLocation } from 'react-router';
import { Loading } from '@/components/loading';
import { Notice } from '@/components/notice';
import { Page } from '@/components/page';
import { ProblemNotice } from '@/components/problem-notice';
import { useWords } from '@/i18n';
import { useLive } from '@/lib/use-live';
import { useOwnAccount } from '@/session/get-own-account';
import { PARTNER_CHANGES, partnerKey, usePartner } from '@/session/get-partner';
import { NdaSection } from './nda-section';
import { SecuritySection } from './security-section';
import { TeamSection } from './team-section';
import { YouSection } from './you-section';

export default function SettingsPage() {
  const { settings } = useWords();
  const partner = usePartner();
  const account = useOwnAccount();
  const { hash } = useLocation();
  const loaded = !partner.isPending && !account.isPending;
  useLive(PARTNER_CHANGES, partnerKey);

  useEffect(() => {
    if (loaded && hash) document.getElementById(hash.slice(1))?.scrollIntoView();
  }, [loaded, hash]);

  const missing = partner.data?.missingSteps ?? [];
  return (
    <Page title={settings.title} narrow>
      {missing.length > 0 && !partner.data?.nda?.outdated && (
        <Notice tone="waiting" actions={<Link to="/onboarding">{settings.toOnboarding}</Link>}>
          <p>{settings.unfinished}</p>
        </Notice>
      )}
      {!loaded && <Loading rows={3} height={220} />}
      {partner.error && <ProblemNotice error={partner.error} onRetry={() => void partner.refetch()} />}
      {loaded && partner.data && !missing.includes('TEAM_DETAILS') && <TeamSection partner={partner.data} />}
      {account.error && <ProblemNotice error={account.error} onRetry={() => void account.refetch()} />}
      {loaded && account.data && !missing.includes('PERSONAL_DETAILS') && <YouSection account={account.data} />}
      {loaded && partner.data && <NdaSection partner={partner.data} />}
      <SecuritySection />
    </Page>
  );
}
