import { describe, expect, it } from 'vitest';
import { applied } from './apply';
import { makeCommand, type Command } from './command';
import type { Checks, Job } from './job';
import { aJob, ME } from './test-jobs';

let keys = 0;
const sent = (job: Job, ...commands: Command[]) =>
  commands.map((command, minute) =>
    makeCommand(job, command, new Date(Date.UTC(2026, 10, 21, 9, minute)), `k-${(keys += 1)}`),
  );
const passed: Checks = {
  online: 'PASSED',
  gps: 'PASSED',
  ignition: 'PASSED',
  centralLock: 'PASSED',
  immobilizer: 'PASSED',
};
const accept: Command = { command: 'accept' };
const start: Command = { command: 'start' };
const configure: Command = { command: 'configure', telematicsUnitId: '00A1B2C3D4E5F607', outcome: 'SUCCEEDED' };
const test: Command = { command: 'test', checks: passed };
const complete: Command = { command: 'complete' };
const release: Command = { command: 'release' };

describe('a job with what is not sent yet', () => {
  it('is shown as it will be, step by step', () => {
    const job = aJob();
    const after = (...commands: Command[]) => applied(job, sent(job, ...commands), ME);
    expect(after(accept)).toMatchObject({
      status: 'ASSIGNED',
      technicianId: ME,
      progress: { acceptedAt: '2026-11-21T09:00:00.000Z' },
    });
    expect(after(accept, start)).toMatchObject({
      status: 'RUNNING',
      progress: { startedAt: '2026-11-21T09:01:00.000Z' },
    });
    expect(after(accept, start, configure)).toMatchObject({
      telematicsUnitId: '00A1B2C3D4E5F607',
      progress: { configuration: { outcome: 'SUCCEEDED' } },
    });
    expect(after(accept, start, configure, test).progress?.test?.passed).toBe(true);
    expect(after(accept, start, configure, test, complete).status).toBe('SUCCEEDED');
  });

  it('gets what the technician filled in, and keeps the rest', () => {
    const job = aJob({ vin: undefined, licensePlate: 'M-PM 1' });
    expect(applied(job, sent(job, { command: 'start', vin: 'WVWZZZ1JZXW386753' }), ME)).toMatchObject({
      vin: 'WVWZZZ1JZXW386753',
      licensePlate: 'M-PM 1',
    });
  });

  it('needs a new test after another configuration', () => {
    const job = aJob();
    expect(applied(job, sent(job, accept, start, configure, test, configure), ME).progress?.test).toBeUndefined();
  });

  it('has not passed the test if one check failed', () => {
    const job = aJob({ status: 'RUNNING', technicianId: ME });
    const command: Command = { command: 'test', checks: { ...passed, gps: 'FAILED' } };
    expect(applied(job, sent(job, command), ME).progress?.test?.passed).toBe(false);
  });

  it('is open again after it was given back, with the configuration but without the test', () => {
    const job = aJob();
    const after = applied(job, sent(job, accept, start, configure, test, release), ME);
    expect(after).toMatchObject({ status: 'ASSIGNED', progress: { configuration: { outcome: 'SUCCEEDED' } } });
    expect(after.technicianId).toBeUndefined();
    expect(after.progress?.test).toBeUndefined();
  });

  it('ends as failed with the comment', () => {
    const job = aJob({ status: 'RUNNING', technicianId: ME });
    expect(applied(job, sent(job, { command: 'fail', comment: 'Nobody there' }), ME)).toMatchObject({
      status: 'FAILED',
      progress: { failureReason: 'TECHNICIAN', comment: 'Nobody there' },
    });
  });

  it('is the same whether or not the feed has told the effect already', () => {
    const job = aJob();
    const commands = sent(job, accept, start, configure, test, complete);
    for (let told = 1; told < commands.length; told += 1) {
      const base = applied(job, commands.slice(0, told), ME);
      expect(applied(base, commands, ME), `told ${told}`).toEqual(applied(job, commands, ME));
    }
  });

  it('stays as it is if a colleague was faster', () => {
    const job = aJob({ technicianId: 'sofia' });
    expect(applied(job, sent(job, accept, start), ME)).toEqual(job);
  });

  it('stays ended if it has ended', () => {
    const job = aJob({ status: 'FAILED', technicianId: ME });
    expect(applied(job, sent(job, complete), ME)).toEqual(job);
  });

  it('is not touched by what was done with another', () => {
    const other = aJob({ jobId: 'd-2' });
    expect(applied(aJob(), sent(other, accept), ME)).toEqual(aJob());
  });
});

describe('the moment of a command', () => {
  it('is never before the job was assigned, whatever the clock says', () => {
    const job = aJob({ assignedAt: '2026-11-22T00:00:00Z' });
    expect(makeCommand(job, accept, new Date('2026-11-21T00:00:00Z'), 'k')).toMatchObject({
      doneAt: '2026-11-22T00:00:00.000Z',
      seenVersion: 3,
      idempotencyKey: 'k',
    });
  });
});
