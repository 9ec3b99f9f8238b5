// @vitest-environment node
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { makeCommand, type Command } from '../work/command';
import { aJob, ME } from '../work/test-jobs';
import { SomebodyElse, type Store } from './store';
import { aPhone } from './test-phone';

const NOW = new Date('2026-11-21T09:00:00Z');
const command = (jobId: string, what: Command, key = `key-${jobId}`) => makeCommand(aJob({ jobId }), what, NOW, key);
const accept = (jobId: string) => command(jobId, { command: 'accept' });
const tom = { userId: ME, firstName: 'Tom' };
const sofia = { userId: 'sofia' };
const tokens = { refreshToken: 'fresh', idToken: 'id' };
const problem = (slug: string, more = {}) => ({ slug, status: 409, title: slug, more });
const refuse = (store: Store, number: number, slug = 'job-taken') =>
  store.settle(ME, [{ number, problem: problem(slug, { changes: [{ comment: 'WVW' }] }) }], [], NOW);

describe('the phone’s memory', () => {
  it('has everything again after a crash', async () => {
    const { store, again } = await aPhone(tom);
    await store.keepJobs(ME, [aJob()], '42');
    await store.enqueue(ME, accept('d-1'));
    await store.draft('d-1:start', { vin: 'WVW' });
    const before = store.snapshot();
    expect((await again()).snapshot()).toEqual(before);
  });

  it('has what was done on the disk before it shows it as done, and does not wait for the disk with what the feed tells', async () => {
    const asked = vi.spyOn(IDBDatabase.prototype, 'transaction');
    onTestFinished(() => asked.mockRestore());
    const durability = () =>
      asked.mock.calls.filter(([, mode]) => mode === 'readwrite').map(([, , options]) => options?.durability);
    const { store } = await aPhone(tom);
    asked.mockClear();
    await store.enqueue(ME, accept('d-1'));
    expect(durability()).toEqual(['strict']);
    asked.mockClear();
    await store.keepJobs(ME, [aJob()], '42');
    expect(durability()).toEqual(['relaxed']);
  });

  it('keeps the order in which things were done', async () => {
    const { store, again } = await aPhone(tom);
    await Promise.all(['d-1', 'd-2', 'd-3'].map((jobId) => store.enqueue(ME, accept(jobId))));
    expect((await again()).snapshot().queue.map(({ sent }) => sent.jobId)).toEqual(['d-1', 'd-2', 'd-3']);
  });

  it('forgets with a fleet its jobs and what was typed for them, and nothing else', async () => {
    const { store, again } = await aPhone(tom);
    await store.keepJobs(ME, [aJob()], '1');
    await store.keepJobs(ME, [aJob({ jobId: 'd-2', fleetId: 'scooters' })], '2');
    await store.draft('d-1:start', { vin: 'WVW' });
    await store.draft('d-2:start', { vin: 'WVW' });
    await store.forgetFleet(ME, 'city-cars', '3');
    const { jobs, drafts, position } = (await again()).snapshot();
    expect([...jobs.keys()]).toEqual(['d-2']);
    expect([...drafts.keys()]).toEqual(['d-2:start']);
    expect(position).toBe('3');
  });

  // It used to clear the whole queue: steps of whoever else works with this phone, and unsent ones of this technician, silently.
  it('leaves no job when the access has ended, tells what could not be sent, and keeps what is not this technician’s', async () => {
    const { store, again } = await aPhone(sofia);
    await store.enqueue('sofia', accept('d-1'));
    await store.belongTo(tom, tokens);
    await store.keepJobs(ME, [aJob()], '1');
    await store.enqueue(ME, command('d-1', { command: 'start', vin: 'WVWZZZ1JZXW386753' }));
    await store.draft('d-1:configure', { unit: '00' });
    await store.endAccess(ME, 'technician-not-active');
    const { jobs, queue, refused, drafts, position, noAccess } = (await again()).snapshot();
    expect([jobs.size, drafts.size, position]).toEqual([0, 0, undefined]);
    expect(queue.map(({ userId }) => userId)).toEqual(['sofia']);
    expect(refused).toMatchObject([{ userId: ME, problem: { slug: 'access-ended' } }]);
    expect(refused[0]!.sent).toEqual({ command: 'start', jobId: 'd-1', doneAt: NOW.toISOString() });
    expect(noAccess).toBe('technician-not-active');
    await store.regainAccess(ME);
    expect((await again()).snapshot().noAccess).toBeUndefined();
  });

  it('shows no job after the sign-in has ended, and keeps what was done', async () => {
    const { store, again } = await aPhone(tom);
    await store.keepJobs(ME, [aJob()], '1');
    await store.draft('d-1:configure', { unit: '00' });
    await store.enqueue(ME, accept('d-1'));
    await store.endSignIn('another');
    expect(store.snapshot().jobs.size).toBe(1);
    await store.endSignIn('tom-0');
    const { jobs, queue, drafts, owner, position } = (await again()).snapshot();
    expect([jobs.size, drafts.size, queue.length, position]).toEqual([0, 0, 1, undefined]);
    expect(owner).toEqual(tom);
    expect((await store.credentials()).refreshToken).toBeUndefined();
  });

  it('keeps no more of a refused step than which and when, once its job is hidden', async () => {
    const { store, again } = await aPhone(tom);
    await store.keepJobs(ME, [aJob(), aJob({ jobId: 'd-2', fleetId: 'scooters' })], '1');
    for (const jobId of ['d-1', 'd-2', 'd-3']) {
      await store.enqueue(ME, command(jobId, { command: 'fail', comment: 'It is not at Main Street 5' }));
    }
    for (const number of [1, 2, 3]) await refuse(store, number);
    const whole = () =>
      store
        .snapshot()
        .refused.filter(({ sent }) => 'comment' in sent)
        .map(({ sent }) => sent.jobId);
    expect(whole()).toEqual(['d-1', 'd-2']);
    await store.forgetFleet(ME, 'scooters', '2');
    expect(whole()).toEqual(['d-1']);
    await store.keepOnly(ME, [], '3');
    expect(JSON.stringify((await again()).snapshot().refused)).not.toMatch(/Main Street|WVW/);
    expect(store.snapshot().refused).toHaveLength(3);
  });

  it('shows another technician none of it, and keeps what is not sent for the first', async () => {
    const { store, again } = await aPhone(tom);
    await store.keepJobs(ME, [aJob()], '1');
    await store.enqueue(ME, accept('d-1'));
    await store.belongTo(sofia, tokens);
    const { jobs, queue, owner, position } = (await again()).snapshot();
    expect({ jobs: jobs.size, owner, position }).toEqual({ jobs: 0, owner: { userId: 'sofia' }, position: undefined });
    expect(queue.map(({ userId }) => userId)).toEqual([ME]);
  });

  it('keeps the jobs when the same technician signs in again', async () => {
    const { store } = await aPhone(tom);
    await store.keepJobs(ME, [aJob()], '1');
    await store.belongTo(tom, tokens);
    expect(store.snapshot().jobs.size).toBe(1);
  });

  it('loses nothing when much happens at once', async () => {
    const { store, again } = await aPhone(tom);
    await store.enqueue(ME, accept('d-1'));
    await Promise.all([
      store.keepJobs(ME, [aJob({ jobId: 'd-1' })], '1'),
      store.settle(ME, [{ number: 1 }], [], NOW),
      store.keepJobs(ME, [aJob({ jobId: 'd-2' })], '2'),
      store.enqueue(ME, accept('d-2')),
    ]);
    const shown = store.snapshot();
    expect([...shown.jobs.keys()]).toEqual(['d-1', 'd-2']);
    expect(shown.queue.map(({ sent }) => sent.jobId)).toEqual(['d-2']);
    expect((await again()).snapshot()).toEqual(shown);
  });

  it('takes the tokens and whose they are together', async () => {
    const { store } = await aPhone(tom);
    await store.belongTo(sofia, tokens);
    expect(await store.credentials()).toEqual({ owner: sofia, ...tokens });
    expect(await store.renew('tom-0', { refreshToken: 'tom-1' })).toBe(false);
    expect(await store.renew('fresh', { refreshToken: 'fresher' })).toBe(true);
    expect(await store.credentials()).toEqual({ owner: sofia, refreshToken: 'fresher', idToken: 'id' });
    expect(await store.signOut()).toEqual({ refreshToken: 'fresher', idToken: 'id' });
    expect(await store.credentials()).toEqual({});
  });

  it('takes nothing for a technician whose phone it is not any more, though the tab has not heard of it yet', async () => {
    const { store, again } = await aPhone(tom);
    const otherTab = await again();
    await otherTab.belongTo(sofia, tokens);
    await expect(store.keepJobs(ME, [aJob()], '1')).rejects.toThrow(SomebodyElse);
    await expect(store.enqueue(ME, accept('d-1'))).rejects.toThrow(SomebodyElse);
    await expect(store.settle(ME, [], [], NOW)).rejects.toThrow(SomebodyElse);
    expect((await again()).snapshot()).toMatchObject({ jobs: new Map(), queue: [], owner: sofia });
  });

  it('keeps the newer of two versions of a job', async () => {
    const { store } = await aPhone(tom);
    await store.keepJobs(ME, [aJob({ version: 5 })], '1');
    await store.keepJobs(ME, [aJob({ version: 4 }), aJob({ jobId: 'd-2' })], '2');
    expect([...store.snapshot().jobs.values()].map(({ version }) => version)).toEqual([5, 3]);
    expect(store.snapshot().position).toBe('2');
  });

  it('takes the last step of a job back, with what was typed for it, until it may have got to the server', async () => {
    const { store, again } = await aPhone(tom);
    await store.keepJobs(ME, [aJob()], '1');
    await store.enqueue(ME, accept('d-1'));
    await store.draft('d-1:start', { vin: 'WVW' });
    await store.enqueue(ME, command('d-1', { command: 'start' }, 'b'), 'd-1:start');
    await store.takeBack(ME, 1);
    expect(store.snapshot().queue).toHaveLength(2);
    await store.takeBack(ME, 2);
    const { queue, drafts } = (await again()).snapshot();
    expect(queue.map(({ number }) => number)).toEqual([1]);
    expect(drafts.get('d-1:start')).toEqual({ vin: 'WVW' });
    expect(await store.trying(ME, [1, 2])).toMatchObject([{ number: 1 }]);
    await store.takeBack(ME, 1);
    expect(store.snapshot().queue).toHaveLength(1);
  });

  it('repeats refused steps once, in their order, with what was filled in and when it was done', async () => {
    const { store, again } = await aPhone(tom);
    await store.keepJobs(ME, [aJob()], '1');
    await store.enqueue(ME, accept('d-1'));
    await store.enqueue(ME, command('d-1', { command: 'start', vin: 'WVWZZZ1JZXW386753' }, 'b'));
    for (const number of [1, 2]) await refuse(store, number);
    await store.keepJobs(ME, [aJob({ version: 7 })], '2');
    let keys = 0;
    const repeat = () => store.repeat(ME, [2, 1], () => `new-${(keys += 1)}`);
    await Promise.all([repeat(), repeat()]);
    const { queue, refused } = (await again()).snapshot();
    const doneAt = NOW.toISOString();
    expect(queue.map(({ sent }) => sent)).toEqual([
      { command: 'accept', jobId: 'd-1', idempotencyKey: 'new-1', seenVersion: 7, doneAt },
      { command: 'start', jobId: 'd-1', idempotencyKey: 'new-2', seenVersion: 7, doneAt, vin: 'WVWZZZ1JZXW386753' },
    ]);
    expect(refused).toEqual([]);
  });

  it('is the same in every tab soon after a change', async () => {
    const { store, again } = await aPhone(tom);
    const otherTab = await again();
    await store.keepJobs(ME, [aJob()], '1');
    await store.setClock(60_000);
    await expect.poll(() => otherTab.snapshot()).toEqual(store.snapshot());
  });
});
