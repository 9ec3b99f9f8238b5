// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Store } from '../phone/store';
import { aPhone } from '../phone/test-phone';
import { Service } from '../session/test-service';
import { makeCommand } from '../work/command';
import { aJob, ME } from '../work/test-jobs';
import { Engine } from './engine';

let service: Service;
let store: Store;
let again: () => Promise<Store>;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  service = new Service();
  ({ store, again } = await aPhone({ userId: ME }));
  await service.knows(store);
});
afterEach(() => {
  vi.useRealTimers();
});

function start(inStore = store, userId = ME) {
  const engine = new Engine(inStore, service.tab(inStore).line);
  onTestFinished(engine.start(userId));
  return engine;
}
/** Within half a minute of the phone's time. */
async function soon(check: () => void) {
  for (let left = 300; left > 0; left -= 1) {
    try {
      return check();
    } catch {
      await vi.advanceTimersByTimeAsync(100);
    }
  }
  check();
}
const done = (key: string, inStore = store) =>
  inStore.enqueue(ME, makeCommand(aJob(), { command: 'accept' }, new Date(), key));
const isLive = (engine: Engine) => soon(() => expect(engine.status().reception).toBe('live'));
const lost = () => Promise.reject(new TypeError('Failed to fetch'));

describe('the engine', () => {
  it('keeps the phone and the server in step', async () => {
    await done('a');
    const engine = start();
    await isLive(engine);
    await soon(() => expect(service.done).toEqual([{ key: 'a', as: ME }]));
    expect([...store.snapshot().jobs.keys()]).toEqual(['d-1']);
    await done('b');
    await soon(() => expect(service.done).toHaveLength(2));
  });

  it('sends at once what is done in a tab that does not work', async () => {
    const working = start();
    await isLive(working);
    const otherStore = await again();
    const other = start(otherStore);
    await isLive(other);
    await done('a', otherStore);
    // Nobody advances the clock: it does not wait for the next look.
    await expect.poll(() => service.done).toEqual([{ key: 'a', as: ME }]);
    expect(service.askedOf('/jobs/stream')).toHaveLength(1);
  });

  it('tells no reception from a service that does not answer', async () => {
    service.before = lost;
    const engine = start();
    await soon(() => expect(engine.status().reception).toBe('offline'));
    service.before = () => service.problem(503, 'service-unavailable');
    await soon(() => expect(engine.status().reception).toBe('failing'));
    service.before = () => undefined;
    await isLive(engine);
  });

  it('does not ask before the service wants to be asked again, whatever happens', async () => {
    let first = true;
    service.before = (path) => {
      if (path !== '/jobs/stream' || !first) return undefined;
      first = false;
      return service.problem(429, 'too-many-requests', { 'Retry-After': '120' });
    };
    const engine = start();
    await soon(() => expect(engine.status().reception).toBe('failing'));
    engine.tryNow();
    await vi.advanceTimersByTimeAsync(119_000);
    expect(service.askedOf('/jobs/stream')).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(2_000);
    await isLive(engine);
  });

  it('says that what waits is not taken though there is reception', async () => {
    service.before = (path) => (path === '/commands' ? service.problem(503, 'service-unavailable') : undefined);
    const engine = start();
    await isLive(engine);
    await done('a');
    await soon(() => expect(engine.status()).toMatchObject({ reception: 'live', unanswered: true }));
    service.before = () => undefined;
    await soon(() => expect(engine.status()).toMatchObject({ unanswered: false, sending: false }));
    expect(store.snapshot().queue).toEqual([]);
  });

  it('does not try what has no chance, so that it can still be taken back', async () => {
    service.before = lost;
    const engine = start();
    await done('a');
    await soon(() => expect(engine.status().reception).toBe('offline'));
    expect(service.askedOf('/commands')).toEqual([]);
    await store.takeBack(ME, 1);
    expect((await again()).snapshot().queue).toEqual([]);
  });

  it.each(['technician-not-active', 'not-a-technician', 'account-not-linked'])(
    'leaves no job on the phone for %s, also after it was closed, until the access is back',
    async (slug) => {
      await store.keepJobs(ME, [aJob()], '1');
      await done('a');
      service.before = (path) =>
        path.startsWith('/jobs') || path === '/commands' ? service.problem(403, slug) : undefined;
      const engine = start();
      await soon(() => expect(store.snapshot().noAccess).toBe(slug));
      const reopened = (await again()).snapshot();
      expect(reopened).toMatchObject({ jobs: new Map(), queue: [], position: undefined, noAccess: slug });
      expect(reopened.refused).toMatchObject([{ problem: { slug: 'access-ended' } }]);
      service.before = () => undefined;
      engine.tryNow();
      await soon(() => expect(store.snapshot().noAccess).toBeUndefined());
      expect(store.snapshot().jobs.size).toBe(1);
    },
  );

  it('believes no 403 that is not the service’s', async () => {
    await store.keepJobs(ME, [aJob()], '1');
    await done('a');
    service.before = (path) => (path.startsWith('/jobs') ? new Response('Pay first', { status: 403 }) : undefined);
    const engine = start();
    await soon(() => expect(engine.status().reception).toBe('failing'));
    expect(store.snapshot().jobs.size).toBe(1);
    expect(store.snapshot().noAccess).toBeUndefined();
  });

  it('asks to sign in when the sign-in has ended, and goes on with what waited afterwards', async () => {
    service.endSessions();
    await done('a');
    const engine = start();
    await soon(() => expect(engine.status().signInNeeded).toBe(true));
    expect(service.done).toEqual([]);
    await service.signIn(service.tab(await again()), ME);
    engine.tryNow();
    await soon(() => expect(service.done).toEqual([{ key: 'a', as: ME }]));
    await soon(() => expect(engine.status().signInNeeded).toBe(false));
  });

  it('sends nothing in the name of somebody else who signs in in another tab', async () => {
    service.before = (path) => (path === '/commands' ? service.problem(503, 'service-unavailable') : undefined);
    const engine = new Engine(store, service.tab(store).line);
    const stop = engine.start(ME);
    await isLive(engine);
    await done('a');
    await soon(() => expect(engine.status().unanswered).toBe(true));
    const otherStore = await again();
    await service.signIn(service.tab(otherStore), 'sofia');
    service.before = () => undefined;
    engine.tryNow();
    await vi.advanceTimersByTimeAsync(20_000);
    stop();
    const sofias = start(otherStore, 'sofia');
    await isLive(sofias);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(service.asked.at(-1)).toEqual({ path: '/jobs/stream', as: 'sofia' });
    expect(service.done).toEqual([]);
    expect((await again()).snapshot().queue).toMatchObject([{ userId: ME }]);
  });

  it('sets a job aside whose step cannot be handled, and says which', async () => {
    service.before = (path, { body }) =>
      path === '/commands' && (body as string).includes('"bad"') ? service.problem(500, 'internal-error') : undefined;
    const engine = start();
    await isLive(engine);
    await done('bad');
    await store.enqueue(ME, makeCommand(aJob({ jobId: 'd-2' }), { command: 'accept' }, new Date(), 'good'));
    await soon(() => expect(service.done).toEqual([{ key: 'good', as: ME }]));
    await soon(() => expect(engine.status().stuck).toEqual(['d-1']));
    await soon(() => expect(store.snapshot().queue).toMatchObject([{ sent: { idempotencyKey: 'bad' } }]));
  });
});
