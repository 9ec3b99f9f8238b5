// @vitest-environment node
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { SomebodyElse, type Store } from '../phone/store';
import { aPhone } from '../phone/test-phone';
import { makeCommand } from '../work/command';
import type { Job } from '../work/job';
import { aJob, ME } from '../work/test-jobs';
import { backoff, pause } from './backoff';
import { follow } from './feed';

const event = (name: string, data: unknown, id?: string) =>
  `event:${name}\n${id ? `id:${id}\n` : ''}data:${JSON.stringify(data)}\n\n`;
const job = (jobId: string, id?: string, more: Partial<Job> = {}) => event('job', aJob({ jobId, ...more }), id);
const READY = (id: string) => event('ready', {}, id);
const RESET = event('reset', {});

let store: Store;
let again: () => Promise<Store>;
const positions: (string | undefined)[] = [];
const live = vi.fn();
const told = vi.fn();

beforeEach(async () => {
  ({ store, again } = await aPhone({ userId: ME }));
  positions.length = 0;
  live.mockClear();
  told.mockClear();
});

/** One line of the feed that says this, in these pieces, and breaks. */
function line(...pieces: string[]) {
  return follow(
    store,
    ME,
    (position) => {
      positions.push(position);
      const bytes = pieces.map((piece) => new TextEncoder().encode(piece));
      return Promise.resolve(new Response(new Blob(bytes as BlobPart[]).stream()));
    },
    { live, told },
    new AbortController().signal,
  );
}
const jobs = () => [...store.snapshot().jobs.keys()];

describe('the feed', () => {
  it('begins with all jobs and goes on where it broke', async () => {
    expect(await line(': following\n\n', RESET, job('d-1'), job('d-2'), READY('10'), job('d-3', '11'))).toBe('broken');
    expect(jobs()).toEqual(['d-1', 'd-2', 'd-3']);
    await line(job('d-2', '12', { version: 4 }), event('fleet-shown', { fleetId: 'city-cars' }, '13'));
    expect(positions).toEqual([undefined, '11']);
    expect(store.snapshot().position).toBe('13');
    expect(store.snapshot().jobs.get('d-2')!.version).toBe(4);
    expect((await again()).snapshot()).toEqual(store.snapshot());
  });

  it('is understood however it is cut into pieces', async () => {
    const text = RESET + job('d-1', undefined, { customName: 'Müllwagen' }) + READY('10');
    const bytes = new TextEncoder().encode(text);
    await follow(
      store,
      ME,
      () =>
        Promise.resolve(
          new Response(
            new ReadableStream({
              start(controller) {
                for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
                controller.close();
              },
            }),
          ),
        ),
      { live, told },
      new AbortController().signal,
    );
    expect(store.snapshot().jobs.get('d-1')!.customName).toBe('Müllwagen');
  });

  it('forgets on a reset what does not come again', async () => {
    await line(RESET, job('d-1'), job('d-2'), READY('10'));
    await line(RESET, job('d-2'), READY('900'));
    expect(jobs()).toEqual(['d-2']);
    expect(store.snapshot().position).toBe('900');
  });

  it('leaves no half list if it breaks within a reset, and begins again', async () => {
    await line(RESET, job('d-1'), job('d-2'), READY('10'));
    await line(RESET, job('d-2'));
    expect(jobs()).toEqual(['d-1', 'd-2']);
    expect(store.snapshot().position).toBe('10');
  });

  it('forgets a fleet that is hidden, also in the middle of a reset', async () => {
    const scooter = { fleetId: 'scooters' };
    await line(RESET, job('d-1'), job('d-2', undefined, scooter), READY('10'), event('fleet-hidden', scooter, '11'));
    expect(jobs()).toEqual(['d-1']);
    await line(RESET, job('d-1'), job('d-2', undefined, scooter), event('fleet-hidden', scooter), READY('20'));
    expect(jobs()).toEqual(['d-1']);
  });

  // It used to clear the queue as well; now what was not sent is told.
  it('leaves no job on the phone when the access has ended, and says what was not sent', async () => {
    await line(RESET, job('d-1'), READY('10'));
    await store.enqueue(ME, makeCommand(aJob(), { command: 'accept' }, new Date(), 'a'));
    expect(await line(event('access-ended', {}, '11'), job('d-2', '12'))).toBe('access-ended');
    const { jobs: left, queue, refused, position, noAccess } = (await again()).snapshot();
    expect([left.size, queue, position, noAccess]).toEqual([0, [], undefined, 'technician-not-active']);
    expect(refused).toMatchObject([{ sent: { command: 'accept' }, problem: { slug: 'access-ended' } }]);
  });

  it('stores what comes at once in one go, in the version that is told last', async () => {
    await line(RESET, READY('10'));
    const shown = vi.fn();
    onTestFinished(store.subscribe(shown));
    const many = Array.from({ length: 500 }, (_, n) => job(`d-${n}`, `11-${n}`)).join('');
    await line(many + job('d-7', '12', { version: 9 }) + event('fleet-shown', { fleetId: 'city-cars' }, '13'));
    expect(jobs()).toHaveLength(500);
    expect(store.snapshot().jobs.get('d-7')!.version).toBe(9);
    expect(store.snapshot().position).toBe('13');
    expect(shown.mock.calls.length).toBeLessThan(10);
  });

  it('is not followed any further for a technician whose phone it is not any more', async () => {
    await line(RESET, job('d-1'), READY('10'));
    await (await again()).belongTo({ userId: 'sofia' }, { refreshToken: 'b' });
    await expect(line(job('d-2', '11'))).rejects.toThrow(SomebodyElse);
    expect((await again()).snapshot().jobs.size).toBe(0);
  });

  it('keeps what waits to be sent through a reset', async () => {
    await line(RESET, job('d-1'), READY('10'));
    await store.enqueue(ME, makeCommand(aJob(), { command: 'accept' }, new Date(), 'a'));
    await line(RESET, READY('11'));
    expect(store.snapshot().queue).toHaveLength(1);
  });

  it('says when all is here, and which jobs it spoke of', async () => {
    await line(RESET, job('d-1'));
    expect(live).not.toHaveBeenCalled();
    await line(RESET, job('d-1'), READY('10'));
    expect(live).toHaveBeenCalledOnce();
    expect(told).toHaveBeenCalledWith('d-1');
  });

  it('is given up when it has been silent for too long', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const endless = follow(
        store,
        ME,
        (_, signal) =>
          Promise.resolve(
            new Response(
              new ReadableStream({
                start(controller) {
                  signal.addEventListener('abort', () => controller.close());
                },
              }),
            ),
          ),
        { live, told },
        new AbortController().signal,
      );
      await vi.advanceTimersByTimeAsync(41_000);
      expect(await endless).toBe('broken');
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('the pause before the next attempt', () => {
  it('grows up to half a minute and is never the same for all phones', () => {
    expect(backoff(1, () => 0)).toBe(500);
    expect(backoff(1, () => 1)).toBe(1_000);
    expect(backoff(4, () => 1)).toBe(8_000);
    expect(backoff(50, () => 1)).toBe(30_000);
  });

  it('ends as soon as there is reception again', async () => {
    const hurry = new AbortController();
    const over = pause(600_000, hurry.signal);
    hurry.abort();
    await over;
  });
});
