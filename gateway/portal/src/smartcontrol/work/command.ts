import type { Checks, Job, JobType, Outcome } from './job';

/** What a technician can do with a job, with what is filled in on the way. */
export type Command =
  | { command: 'accept' }
  | { command: 'release' }
  | { command: 'start'; vin?: string; licensePlate?: string; vehicleModel?: string; jobType?: JobType }
  | {
      command: 'configure';
      telematicsUnitId: string;
      configurationPreset?: string;
      outcome: Outcome;
      message?: string;
    }
  | { command: 'test'; checks: Checks }
  | { command: 'complete' }
  | { command: 'fail'; comment: string };

export type CommandName = Command['command'];

/** As it goes over the line, and the same again if it has to be repeated: nothing in it may change once it is made. */
export type SentCommand = Command & {
  idempotencyKey: string;
  jobId: string;
  seenVersion: number;
  doneAt: string;
};

/**
 * Made once, when the technician presses the button.
 *
 * @param now in server time; a phone whose clock runs ahead or behind would otherwise report work from the future, or from
 *     before the job was assigned
 */
export function makeCommand(job: Job, command: Command, now: Date, key: string): SentCommand {
  const doneAt = new Date(Math.max(now.getTime(), Date.parse(job.assignedAt)));
  return { idempotencyKey: key, jobId: job.jobId, seenVersion: job.version, doneAt: doneAt.toISOString(), ...command };
}
