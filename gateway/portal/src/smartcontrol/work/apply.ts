import type { SentCommand } from './command';
import { CHECKS, hasEnded, type Job } from './job';

/**
 * The job as it will be once the commands are through. Applying one whose effect the job already has changes nothing, so it does
 * not matter whether the answer or the feed comes first. What the commands cannot change any more (somebody else has the job,
 * or it has ended) stays as the feed told it.
 */
export function applied(job: Job, commands: readonly SentCommand[], me: string): Job {
  if (hasEnded(job)) return job;
  return commands.filter(({ jobId }) => jobId === job.jobId).reduce((before, each) => apply(before, each, me), job);
}

function apply(job: Job, sent: SentCommand, me: string): Job {
  const at = sent.doneAt;
  if (job.technicianId !== undefined && job.technicianId !== me) return job;
  switch (sent.command) {
    case 'accept':
      return { ...job, technicianId: me, progress: { ...job.progress, acceptedAt: job.progress?.acceptedAt ?? at } };
    case 'release':
      return {
        ...job,
        status: 'ASSIGNED',
        technicianId: undefined,
        progress: job.progress?.configuration && { configuration: job.progress.configuration },
      };
    case 'start':
      return {
        ...job,
        ...filledIn({
          vin: sent.vin,
          licensePlate: sent.licensePlate,
          vehicleModel: sent.vehicleModel,
          jobType: sent.jobType,
        }),
        status: 'RUNNING',
        progress: { ...job.progress, startedAt: job.progress?.startedAt ?? at },
      };
    case 'configure':
      return {
        ...job,
        ...filledIn({ telematicsUnitId: sent.telematicsUnitId, configurationPreset: sent.configurationPreset }),
        progress: {
          ...job.progress,
          configuration: { outcome: sent.outcome, message: sent.message, at },
          test: undefined,
        },
      };
    case 'test':
      return {
        ...job,
        progress: {
          ...job.progress,
          test: { passed: CHECKS.every((check) => sent.checks[check] === 'PASSED'), checks: sent.checks, at },
        },
      };
    case 'complete':
      return { ...job, status: 'SUCCEEDED', progress: { ...job.progress, endedAt: at } };
    case 'fail':
      return {
        ...job,
        status: 'FAILED',
        progress: { ...job.progress, endedAt: at, failureReason: 'TECHNICIAN', comment: sent.comment },
      };
  }
}

const filledIn = (fields: Partial<Job>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<Job>;
