import type { CommandName } from './command';
import { hasEnded, type Job } from './job';

export const STEPS = ['accept', 'start', 'configure', 'test', 'complete'] as const satisfies CommandName[];
export type Step = (typeof STEPS)[number];
export type StepState = 'done' | 'now' | 'later' | 'not-needed';

/** Only an installation needs a configuration; a maintenance may leave the unit as it is. */
export const needsConfiguration = (job: Job) => job.jobType !== 'MAINTENANCE';

const isConfigured = (job: Job) => job.progress?.configuration?.outcome === 'SUCCEEDED';

/** The one thing to do next, if it is for this technician to do. */
export function nextStep(job: Job, me: string): Step | undefined {
  if (hasEnded(job)) return undefined;
  if (job.technicianId === undefined) return 'accept';
  if (job.technicianId !== me) return undefined;
  if (job.status === 'ASSIGNED') return 'start';
  if (needsConfiguration(job) ? !isConfigured(job) : job.progress?.configuration?.outcome === 'FAILED')
    return 'configure';
  return job.progress?.test?.passed ? 'complete' : 'test';
}

export function stateOf(step: Step, job: Job, me: string): StepState {
  const now = nextStep(job, me);
  if (step === now) return 'now';
  if (step === 'configure' && !needsConfiguration(job) && !job.progress?.configuration) return 'not-needed';
  const { progress } = job;
  const done = {
    accept: job.technicianId !== undefined || hasEnded(job),
    start: job.status !== 'ASSIGNED' && progress?.startedAt !== undefined,
    configure: isConfigured(job),
    test: progress?.test?.passed === true,
    complete: job.status === 'SUCCEEDED',
  };
  return done[step] ? 'done' : 'later';
}
