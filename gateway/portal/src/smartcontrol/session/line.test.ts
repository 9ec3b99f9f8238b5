// @vitest-environment node
import { beforeEach, describe, expect, it } from 'vitest';
import { asProblem } from '@/api/problem';
import type { Store } from '../phone/store';
import { aPhone } from '../phone/test-phone';
import { ME } from '../work/test-jobs';
import type { Line } from './line';
import { SignInNeeded } from './session';
import { Service } from './test-service';

let service: Service;
let store: Store;
let line: Line;

beforeEach(async () => {
  service = new Service();
  ({ store } = await aPhone({ userId: ME }));
  await service.knows(store);
  ({ line } = service.tab(store));
});

/** The first so many requests of this path are answered otherwise. */
function first(count: number, path: string, answer: () => Response) {
  let left = count;
  service.before = (asked) => {
    if (asked !== path || left === 0) return undefined;
    left -= 1;
    return answer();
  };
}

describe('the line', () => {
  it('asks again with a fresh token if the old one is not accepted', async () => {
    first(1, '/commands', () => service.problem(401, 'unauthenticated'));
    expect(await line.send(ME, [])).toEqual({ results: [], hiddenJobs: [] });
    expect(service.askedOf('/realm/token')).toHaveLength(2);
  });

  it('asks the person if a fresh token is not accepted either, and forgets nothing', async () => {
    first(2, '/commands', () => service.problem(401, 'unauthenticated'));
    await expect(line.send(ME, [])).rejects.toThrow(SignInNeeded);
    expect((await store.credentials()).refreshToken).toBe('refresh-tom-2');
  });

  it('gets a token that says what is allowed now, once something was not allowed', async () => {
    first(1, '/commands', () => service.problem(403, 'not-a-technician'));
    expect(await line.send(ME, []).catch(asProblem)).toMatchObject({ slug: 'not-a-technician', status: 403 });
    await line.send(ME, []);
    expect(service.askedOf('/realm/token')).toHaveLength(2);
  });

  it.each([
    ['7', 7_000],
    [new Date(Date.now() + 100_000).toUTCString(), 100_000],
    ['86400', 600_000],
  ])('tells how long to wait: %s', async (header, wait) => {
    first(1, '/commands', () => service.problem(429, 'too-many-requests', { 'Retry-After': header }));
    const { more } = asProblem(await line.send(ME, []).catch((error: unknown) => error));
    expect(Math.abs((more.retryAfter as number) - wait)).toBeLessThan(5_000);
  });

  it('learns from every answer how wrong the phone’s clock is', async () => {
    await line.send(ME, []);
    expect(store.snapshot().clock).toBe(0);
    service.clock = -600_000;
    await line.send(ME, []);
    expect(Math.abs(store.snapshot().clock + 600_000)).toBeLessThan(2_000);
    service.clock = 0;
    await line.greet();
    expect(store.snapshot().clock).toBe(0);
  });
});
