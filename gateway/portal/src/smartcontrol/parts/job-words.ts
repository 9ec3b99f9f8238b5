import type { BadgeTone } from '@/components/badge';
import type { Words } from '../i18n/en';
import type { Job } from '../work/job';

type Shown = keyof Words['job']['statuses'];

/** Accepted is no status of its own, but it is what people say. */
export const statusOf = (job: Job): Shown =>
  job.status === 'ASSIGNED' && job.technicianId !== undefined ? 'ACCEPTED' : job.status;

export const toneOf: Record<Shown, BadgeTone> = {
  ASSIGNED: 'waiting',
  ACCEPTED: 'active',
  RUNNING: 'active',
  SUCCEEDED: 'good',
  FAILED: 'bad',
};
