import { expect, it } from 'vitest';
import type { Job } from './job';
import { matching, sections } from './sections';
import { aJob, ME } from './test-jobs';

const open = aJob({ jobId: 'open', plannedServiceDate: '2026-12-02' });
const soon = aJob({ jobId: 'soon', plannedServiceDate: '2026-12-01' });
const undated = aJob({ jobId: 'undated' });
const accepted = aJob({ jobId: 'accepted', technicianId: ME });
const running = aJob({ jobId: 'running', technicianId: ME, status: 'RUNNING' });
const theirs = aJob({ jobId: 'theirs', technicianId: 'sofia' });
const done = aJob({
  jobId: 'done',
  status: 'SUCCEEDED',
  technicianId: ME,
  progress: { endedAt: '2026-11-21T09:00:00Z' },
});
const failed = aJob({ jobId: 'failed', status: 'FAILED', progress: { endedAt: '2026-11-22T09:00:00Z' } });

it('puts first what is to be done first', () => {
  const all = sections([open, soon, undated, accepted, running, theirs, done, failed], ME);
  const ids = Object.fromEntries(
    (Object.entries(all) as [string, Job[]][]).map(([name, jobs]) => [name, jobs.map(({ jobId }) => jobId)]),
  );
  expect(ids).toEqual({
    open: ['soon', 'open', 'undated'],
    colleagues: ['theirs'],
    mine: ['running', 'accepted'],
    ended: ['failed', 'done'],
  });
});

it('finds a plate however it is typed', () => {
  const job = aJob({ licensePlate: 'M-PM 1235' });
  expect(matching([job, aJob()], 'mpm1235')).toEqual([job]);
  expect(matching([job], 'zeppelin')).toEqual([]);
  expect(matching([job], ' ')).toEqual([job]);
});
