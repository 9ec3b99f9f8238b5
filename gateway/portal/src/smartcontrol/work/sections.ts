import { hasEnded, type Job } from './job';

export const SECTIONS = ['open', 'mine', 'ended'] as const;
export type Section = (typeof SECTIONS)[number];

const LAST = '9999';
const moment = (job: Job) => job.progress?.endedAt ?? job.changedAt;
const soonestFirst = (a: Job, b: Job) =>
  (a.plannedServiceDate ?? LAST).localeCompare(b.plannedServiceDate ?? LAST) ||
  b.assignedAt.localeCompare(a.assignedAt);
const runningFirst = (a: Job, b: Job) => Number(b.status === 'RUNNING') - Number(a.status === 'RUNNING');

export interface Sections {
  open: Job[];
  /** Taken by somebody else of the team. */
  colleagues: Job[];
  mine: Job[];
  ended: Job[];
}

export function sections(jobs: Job[], me: string): Sections {
  const going = jobs.filter((job) => !hasEnded(job));
  return {
    open: going.filter(({ technicianId }) => technicianId === undefined).sort(soonestFirst),
    colleagues: going
      .filter(({ technicianId }) => technicianId !== undefined && technicianId !== me)
      .sort(soonestFirst),
    mine: going
      .filter(({ technicianId }) => technicianId === me)
      .sort((a, b) => runningFirst(a, b) || soonestFirst(a, b)),
    ended: jobs.filter(hasEnded).sort((a, b) => moment(b).localeCompare(moment(a))),
  };
}

/** Part of a plate, name, model or VIN; spaces and hyphens do not count. */
export function matching(jobs: Job[], words: string): Job[] {
  const plain = (text: string) => text.toUpperCase().replaceAll(/[\s-]/g, '');
  const wanted = plain(words);
  if (wanted === '') return jobs;
  return jobs.filter(({ licensePlate, customName, vehicleModel, vin, fleetName }) =>
    [licensePlate, customName, vehicleModel, vin, fleetName].some((text) => text && plain(text).includes(wanted)),
  );
}
