/** A job as the technician's feed tells it. */
export type Status = 'ASSIGNED' | 'RUNNING' | 'SUCCEEDED' | 'FAILED';
export type JobType = 'INSTALLATION' | 'MAINTENANCE';
export type Outcome = 'SUCCEEDED' | 'FAILED';
export type Verdict = 'PASSED' | 'FAILED';

export const CHECKS = ['online', 'gps', 'ignition', 'centralLock', 'immobilizer'] as const;
export type Check = (typeof CHECKS)[number];
export type Checks = Record<Check, Verdict>;

export interface Progress {
  acceptedAt?: string;
  startedAt?: string;
  configuration?: { outcome: Outcome; message?: string; at: string };
  test?: { passed: boolean; checks: Checks; at: string };
  endedAt?: string;
  failureReason?: string;
  comment?: string;
}

export interface Job {
  jobId: string;
  fleetId: string;
  fleetName?: string;
  providerName?: string;
  status: Status;
  version: number;
  jobType?: JobType;
  vin?: string;
  licensePlate?: string;
  customName?: string;
  vehicleModel?: string;
  telematicsUnitId?: string;
  plannedServiceDate?: string;
  configurationPreset?: string;
  instructions?: string;
  overrideAllowed: boolean;
  providerFields?: string[];
  technicianId?: string;
  assignedAt: string;
  changedAt: string;
  progress?: Progress;
}

export const hasEnded = (job: Job) => job.status === 'SUCCEEDED' || job.status === 'FAILED';

/** What people call the vehicle: its plate or name, else its VIN. */
export const vehicleOf = (job: Job) => job.licensePlate ?? job.customName ?? job.vin ?? job.vehicleModel;

/** Whether the provider's word stands: filled in, and the connection does not let technicians change it. */
export const isFixed = (job: Job, field: keyof Job) =>
  !job.overrideAllowed && job[field] !== undefined && (job.providerFields ?? []).includes(field);
