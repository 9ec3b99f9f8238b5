import type { Actor, Job, TimelineEntry } from '@/api/model';
import type { Words } from '@/i18n/en';
import { fullName } from '@/lib/names';

/** What people call the vehicle: its plate or name, else its VIN. */
export const vehicleOf = (job: Pick<Job, 'licensePlate' | 'customName' | 'vin' | 'vehicleModel'>, t: Words) =>
  job.licensePlate ?? job.customName ?? job.vin ?? job.vehicleModel ?? t.jobs.unnamed;

/** What else is known of the vehicle, besides what it is called by. */
export const vehicleDetails = (job: Pick<Job, 'licensePlate' | 'customName' | 'vin' | 'vehicleModel'>, t: Words) =>
  [job.customName, job.vehicleModel, job.vin].filter((each) => each && each !== vehicleOf(job, t)).join(' · ');

/** A name such as WORK_NOT_POSSIBLE that has no words yet, made readable. */
export function spelledOut(name: string) {
  const words = name
    .toLowerCase()
    .replaceAll(/[_.-]+/g, ' ')
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export const reasonOf = (reason: string, t: Words) => t.jobs.reasons[reason] ?? spelledOut(reason);

export const eventOf = (type: string, t: Words) =>
  t.jobs.events[type.toUpperCase().replaceAll('-', '_')] ?? spelledOut(type);

/** What happened, with how it went: a failed configuration is told otherwise than one that succeeded. */
export function happenedIn({ type, outcome }: Pick<TimelineEntry, 'type' | 'outcome'>) {
  if (type === 'CONFIGURED' && outcome === 'FAILED') return 'CONFIGURATION_FAILED';
  return type === 'TESTED' && outcome ? `TEST_${outcome}` : type;
}

const LATE = 60_000;

/** Whether it was done without reception and came to us noticeably later. */
export const cameLate = ({ at, receivedAt }: Pick<TimelineEntry, 'at' | 'receivedAt'>) =>
  Date.parse(receivedAt) - Date.parse(at) > LATE;

export function actorOf(by: Actor | undefined, t: Words): string | undefined {
  if (by === undefined) return undefined;
  if (by === 'FLEETCONTROL') return t.jobs.byFleetControl;
  if (by === 'SYSTEM') return t.jobs.bySystem;
  return fullName(by) || (by.erased ? t.common.erasedPerson : undefined);
}
