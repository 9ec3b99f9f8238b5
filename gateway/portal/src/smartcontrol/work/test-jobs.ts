import type { Job } from './job';

/** A job for tests: everything that is not said is as for a freshly assigned one. */
export const aJob = (more: Partial<Job> = {}): Job => ({
  jobId: 'd-1',
  fleetId: 'city-cars',
  status: 'ASSIGNED',
  version: 3,
  jobType: 'INSTALLATION',
  vin: 'WVWZZZ1JZXW386753',
  overrideAllowed: false,
  providerFields: ['vin', 'jobType'],
  assignedAt: '2026-11-20T08:00:00Z',
  changedAt: '2026-11-20T08:00:00Z',
  ...more,
});

export const ME = 'tom';
