// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { makeCommand } from '../work/command';
import { aJob, ME } from '../work/test-jobs';
import { aPhone } from './test-phone';

const accept = (jobId: string) =>
  makeCommand(aJob({ jobId }), { command: 'accept' }, new Date('2026-11-21T09:00:00Z'), `key-${jobId}`);
const tom = { userId: ME, firstName: 'Tom' };

describe('the phone’s memory', () => {
  it('has everything again after a crash', async () => {
    const { store, again } = await aPhone();
    await store.belongTo(tom);
    await store.keepJob(aJob(), '42');
    await store.enqueue(accept('d-1'));
    await store.draft('d-1:start', { vin: 'WVW' });
    const before = store.snapshot();
    expect((await again()).snapshot()).toEqual(before);
  });

  it('keeps the order in which things were done', async () => {
    const { store, again } = await aPhone();
    await store.belongTo(tom);
    await Promise.all(['d-1', 'd-2', 'd-3'].map((jobId) => store.enqueue(accept(jobId))));
    expect((await again()).snapshot().queue.map(({ sent }) => sent.jobId)).toEqual(['d-1', 'd-2', 'd-3']);
  });

  it('forgets with a fleet its jobs and what was typed for them, and nothing else', async () => {
    const { store, again } = await aPhone();
    await store.keepJob(aJob(), '1');
    await store.keepJob(aJob({ jobId: 'd-2', fleetId: 'scooters' }), '2');
    await store.draft('d-1:start', { vin: 'WVW' });
    await store.draft('d-2:start', { vin: 'WVW' });
    await store.forgetFleet('city-cars', '3');
    const { jobs, drafts, position } = (await again()).snapshot();
    expect([...jobs.keys()]).toEqual(['d-2']);
    expect([...drafts.keys()]).toEqual(['d-2:start']);
    expect(position).toBe('3');
  });

  it('leaves nothing when the access has ended', async () => {
    const { store, again } = await aPhone();
    await store.belongTo(tom);
    await store.keepJob(aJob(), '1');
    await store.enqueue(accept('d-1'));
    await store.draft('d-1:start', { vin: 'WVW' });
    await store.forgetEverything();
    const { jobs, queue, drafts, position } = (await again()).snapshot();
    expect({ jobs: jobs.size, queue, drafts: drafts.size, position }).toEqual({
      jobs: 0,
      queue: [],
      drafts: 0,
      position: undefined,
    });
  });

  it('shows another technician none of it, and keeps what is not sent for the first', async () => {
    const { store, again } = await aPhone();
    await store.belongTo(tom);
    await store.keepJob(aJob(), '1');
    await store.enqueue(accept('d-1'));
    await store.belongTo({ userId: 'sofia' });
    const { jobs, queue, owner, position } = (await again()).snapshot();
    expect({ jobs: jobs.size, owner, position }).toEqual({ jobs: 0, owner: { userId: 'sofia' }, position: undefined });
    expect(queue.map(({ userId }) => userId)).toEqual([ME]);
  });

  it('keeps the jobs when the same technician signs in again', async () => {
    const { store } = await aPhone();
    await store.belongTo(tom);
    await store.keepJob(aJob(), '1');
    await store.belongTo(tom);
    expect(store.snapshot().jobs.size).toBe(1);
  });

  it('loses nothing when much happens at once', async () => {
    const { store, again } = await aPhone();
    await store.belongTo(tom);
    await store.enqueue(accept('d-1'));
    await Promise.all([
      store.keepJob(aJob({ jobId: 'd-1' }), '1'),
      store.settle([{ number: 1 }], [], new Date()),
      store.keepJob(aJob({ jobId: 'd-2' }), '2'),
      store.enqueue(accept('d-2')),
    ]);
    const shown = store.snapshot();
    expect([...shown.jobs.keys()]).toEqual(['d-1', 'd-2']);
    expect(shown.queue.map(({ sent }) => sent.jobId)).toEqual(['d-2']);
    expect((await again()).snapshot()).toEqual(shown);
  });
});
