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

/**
 * As it goes over the line, and the same again if it has to be repeated: nothing in it may change while the server may know its
 * key with another content.
 */
export type SentCommand = Command & {
  idempotencyKey: string;
  jobId: string;
  seenVersion: number;
  doneAt: string;
};

/** What is left of a command when nothing of its job may be here any more: which step it was, and when. */
export interface Trace {
  command: CommandName;
  jobId: string;
  doneAt: string;
}

export const isWhole = (sent: SentCommand | Trace): sent is SentCommand => 'idempotencyKey' in sent;

/**
 * Made once, when the technician presses the button.
 *
 * @param now in server time; a phone whose clock runs ahead or behind would otherwise report work from the future, or from
 *     before the job was assigned
 */
export function makeCommand(job: Job, command: Command, now: Date, key: string): SentCommand {
  return {
    idempotencyKey: key,
    jobId: job.jobId,
    seenVersion: job.version,
    doneAt: notBefore(job, now).toISOString(),
    ...command,
  };
}

const notBefore = (job: Job | undefined, moment: Date) =>
  new Date(Math.max(moment.getTime(), job ? Date.parse(job.assignedAt) : 0));

/**
 * When it was really done.
 *
 * @param error how much the phone's clock was behind, in milliseconds, though nobody knew it then
 * @param now in server time; nothing was done later
 */
export function corrected(doneAt: string, error: number, job: Job | undefined, now: Date): string {
  return notBefore(job, new Date(Math.min(Date.parse(doneAt) + error, now.getTime()))).toISOString();
}
