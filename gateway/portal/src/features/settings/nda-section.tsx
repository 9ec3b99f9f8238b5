import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import type { Partner } from '@/api/model';
import { Facts } from '@/components/facts';
import { Notice } from '@/components/notice';
import { ProblemNotice } from '@/components/problem-notice';
import { useSpeech } from '@/i18n';
import { useUserName } from '@/session/get-users';
import { getSignedNda } from './api/get-signed-nda';
import { Section } from './section';

export function NdaSection({ partner: { nda } }: { partner: Partner }) {
  const { t, formats } = useSpeech();
  const { settings } = t;
  const nameOf = useUserName(t.common.erasedPerson);
  const download = useMutation({ mutationFn: getSignedNda, onSuccess: (pdf) => offer(pdf, settings.downloadName) });
  return (
    <Section id="nda" title={settings.nda} text={settings.ndaText}>
      {!nda && <p>{settings.ndaNone}</p>}
      {nda?.outdated && (
        <Notice tone="waiting">
          <p>{settings.ndaOutdated}</p>
        </Notice>
      )}
      {nda && (
        <>
          <Facts
            facts={[
              { name: settings.signedAt, value: formats.dateTime(nda.signedAt) },
              { name: settings.signedBy, value: nameOf(nda.signedBy) ?? t.common.unknown },
              { name: settings.version, value: nda.version },
              { name: settings.company, value: nda.companyName },
              { name: settings.address, value: `${nda.street}\n${nda.zipCity}` },
              { name: settings.representative, value: nda.representative },
            ]}
          />
          {download.error && <ProblemNotice error={download.error} onRetry={() => download.mutate()} />}
          <div>
            <Button
              variant="default"
              leftSection={<Download size={18} aria-hidden />}
              loading={download.isPending}
              onClick={() => download.mutate()}
            >
              {settings.download}
            </Button>
          </div>
        </>
      )}
    </Section>
  );
}

/** Fetched by the page and then offered, so that a refusal is told in words instead of being saved as a file. */
function offer(file: Blob, name: string) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
