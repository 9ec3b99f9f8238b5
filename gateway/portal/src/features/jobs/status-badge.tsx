import type { JobStatus } from '@/api/model';
import { Badge, type BadgeTone } from '@/components/badge';
import { useWords } from '@/i18n';

const tones: Record<JobStatus, BadgeTone> = {
  ASSIGNED: 'waiting',
  RUNNING: 'active',
  SUCCEEDED: 'good',
  FAILED: 'bad',
};

export function StatusBadge({ status }: { status: JobStatus }) {
  const { jobs } = useWords();
  return <Badge tone={tones[status]}>{jobs.statuses[status]}</Badge>;
}
