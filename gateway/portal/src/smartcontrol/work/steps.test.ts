import { describe, expect, it } from 'vitest';
import type { Checks, Progress } from './job';
import { nextStep, stateOf } from './steps';
import { aJob, ME } from './test-jobs';

const checks: Checks = {
  online: 'PASSED',
  gps: 'PASSED',
  ignition: 'PASSED',
  centralLock: 'PASSED',
  immobilizer: 'PASSED',
};
const at = '2026-11-21T09:00:00Z';
const running = (progress: Progress = {}) =>
  aJob({ status: 'RUNNING', technicianId: ME, progress: { startedAt: at, ...progress } });
const succeeded: Progress = { configuration: { outcome: 'SUCCEEDED', at } };
const passed: Progress = { test: { passed: true, checks, at } };

describe('the next step', () => {
  it('is always one, from the offer to the end', () => {
    expect(nextStep(aJob(), ME)).toBe('accept');
    expect(nextStep(aJob({ technicianId: ME }), ME)).toBe('start');
    expect(nextStep(running(), ME)).toBe('configure');
    expect(nextStep(running(succeeded), ME)).toBe('test');
    expect(nextStep(running({ ...succeeded, ...passed }), ME)).toBe('complete');
    expect(nextStep(aJob({ status: 'SUCCEEDED', technicianId: ME }), ME)).toBeUndefined();
  });

  it('is the configuration again after a failed one, and the test again after a failed one', () => {
    expect(nextStep(running({ configuration: { outcome: 'FAILED', at } }), ME)).toBe('configure');
    expect(nextStep(running({ ...succeeded, test: { passed: false, checks, at } }), ME)).toBe('test');
  });

  it('of a maintenance needs no configuration, unless one was begun', () => {
    const maintenance = { ...running(), jobType: 'MAINTENANCE' as const };
    expect(nextStep(maintenance, ME)).toBe('test');
    expect(stateOf('configure', maintenance, ME)).toBe('not-needed');
    expect(nextStep({ ...maintenance, progress: { configuration: { outcome: 'FAILED', at } } }, ME)).toBe('configure');
  });

  it('is not this technician’s if a colleague has the job', () => {
    expect(nextStep(aJob({ technicianId: 'sofia' }), ME)).toBeUndefined();
  });
});
