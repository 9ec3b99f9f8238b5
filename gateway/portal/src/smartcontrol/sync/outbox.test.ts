// @vitest-environment node
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ProblemError, problemOf } from '@/api/problem';
import { SomebodyElse, type Store } from '../phone/store';
import { aPhone } from '../phone/test-phone';
import { makeCommand, type Command, type SentCommand } from '../work/command';
import { aJob, ME } from '../work/test-jobs';
import { Outbox, type BatchAnswer, type Result } from './outbox';

/** Remembers keys as the real one does; what it does with a command can be said per key. */
class Server {
  readonly effects: string[] = [];
  readonly requests: string[][] = [];
  private readonly answers = new Map<string, Result>();
  hidden: string[] = [];
  refusals = new Map<string, string>();
  /** Called after the effect and before the answer. */
  onAnswer: () => void = () => undefined;
  /** Called before anything. */
  onRequest: (commands: SentCommand[]) => void = () => undefined;

  /** Keys of what makes the server fail: alone, or the whole request it is in. */
  broken = { alone: '', request: '' };

  post = async (_userId: string, commands: SentCommand[]): Promise<BatchAnswer> => {
    this.requests.push(commands.map(({ idempotencyKey }) => idempotencyKey));
    this.onRequest(commands);
    if (commands.some(({ idempotencyKey }) => idempotencyKey === this.broken.request))
      throw refusedWith(500, 'internal-error');
    const results = commands.map((command) => this.carryOut(command));
    this.onAnswer();
    return Promise.resolve({ results, hiddenJobs: this.hidden });
  };

  private carryOut({ idempotencyKey, jobId }: SentCommand): Result {
    const known = this.answers.get(idempotencyKey);
    if (known) return known.outcome === 'APPLIED' ? { ...known, outcome: 'ALREADY_APPLIED' } : known;
    if (idempotencyKey === this.broken.alone) return { idempotencyKey, jobId, outcome: 'FAILED' };
    const slug = this.refusals.get(idempotencyKey);
    const version = 4 + this.effects.length;
    const answer: Result = slug
      ? { idempotencyKey, jobId, outcome: 'REFUSED', problem: problem(409, slug) }
      : { idempotencyKey, jobId, outcome: 'APPLIED', job: aJob({ jobId, version, technicianId: ME }) };
    if (!slug) this.effects.push(idempotencyKey);
    this.answers.set(idempotencyKey, answer);
    return answer;
  }
}

const problem = (status: number, slug: string) => ({
  type: `urn:service-partner:problem:${slug}`,
  title: slug,
  status,
});
const refusedWith = (status: number, slug: string) => new ProblemError(problemOf(status, problem(status, slug)));
const NOW = new Date('2026-11-21T09:00:00Z');
const accept: Command = { command: 'accept' };

let store: Store;
let again: () => Promise<Store>;
let server: Server;
let outbox: Outbox;

beforeEach(async () => {
  ({ store, again } = await aPhone({ userId: ME }));
  await store.keepJobs(ME, [aJob()], '1');
  server = new Server();
  outbox = new Outbox(store, server.post);
});

const done = (key: string, command: Command = accept, job = aJob()) =>
  store.enqueue(ME, makeCommand(job, command, NOW, key));
const keysOf = (entries: readonly { sent: SentCommand }[]) => entries.map(({ sent }) => sent.idempotencyKey);

describe('what waits', () => {
  it('goes out in the order in which it was done, and is gone once it is answered', async () => {
    for (const key of ['a', 'b', 'c']) await done(key);
    await outbox.flush(ME);
    expect(server.effects).toEqual(['a', 'b', 'c']);
    expect(store.snapshot().queue).toEqual([]);
    expect((await again()).snapshot().queue).toEqual([]);
  });

  it('goes out in several requests if there is much, still in order', async () => {
    const keys = Array.from({ length: 60 }, (_, n) => `key-${n}`);
    for (const key of keys) await done(key);
    await outbox.flush(ME);
    expect(server.effects).toEqual(keys);
    expect(Math.max(...server.requests.map(({ length }) => length))).toBe(25);
  });

  it('fits into the gateway’s limit, however long the comments are', async () => {
    const sizes: number[] = [];
    server.onRequest = (commands) => sizes.push(new TextEncoder().encode(JSON.stringify({ commands })).length);
    for (let n = 0; n < 40; n += 1) await done(`key-${n}`, { command: 'fail', comment: '€'.repeat(2000) });
    await outbox.flush(ME);
    expect(server.effects).toHaveLength(40);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(65_536);
  });

  it('stays, with its keys, while nobody answers', async () => {
    server.onRequest = () => {
      throw new TypeError('Failed to fetch');
    };
    await done('a');
    await done('b');
    await expect(outbox.flush(ME)).rejects.toThrow('Failed to fetch');
    expect(keysOf((await again()).snapshot().queue)).toEqual(['a', 'b']);
  });

  it.each([503, 429, 408, 401, 403])('stays when the answer is %i', async (status) => {
    server.onRequest = () => {
      throw refusedWith(status, 'some-problem');
    };
    await done('a');
    await expect(outbox.flush(ME)).rejects.toThrow();
    expect(keysOf(store.snapshot().queue)).toEqual(['a']);
    expect(store.snapshot().refused).toEqual([]);
  });

  it.each([
    [500, 'internal-error'],
    [502, 'broken-answer'],
    [404, 'unexpected-answer'],
    [405, 'method-not-allowed'],
    [415, 'unsupported-media-type'],
    [400, 'unexpected-answer'],
    [413, 'request-too-large'],
  ])('stays when the answer is %i %s, which is no word about the step', async (status, slug) => {
    server.onRequest = () => {
      throw refusedWith(status, slug);
    };
    for (const n of [1, 2, 3, 4]) await done(`key-${n}`, accept, aJob({ jobId: `d-${n}` }));
    await expect(outbox.flush(ME)).rejects.toThrow();
    expect(store.snapshot().queue).toHaveLength(4);
    expect(store.snapshot().refused).toEqual([]);
    // If three jobs in a row cannot be handled, it is not the jobs.
    expect(server.requests).toHaveLength(4);
  });

  it('has its effect once, though the answer was lost and the phone died', async () => {
    await done('a');
    await done('b');
    server.onAnswer = () => {
      throw new TypeError('network error');
    };
    await expect(outbox.flush(ME)).rejects.toThrow('network error');
    server.onAnswer = () => undefined;
    const restarted = await again();
    await new Outbox(restarted, server.post).flush(ME);
    expect(server.effects).toEqual(['a', 'b']);
    expect(server.requests).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ]);
    expect(restarted.snapshot().queue).toEqual([]);
    expect(restarted.snapshot().refused).toEqual([]);
  });

  it('is repeated word for word', async () => {
    const requests: string[] = [];
    server.onRequest = (commands) => requests.push(JSON.stringify(commands));
    server.onAnswer = () => {
      if (requests.length === 1) throw new TypeError('network error');
    };
    await done('a', { command: 'start', vin: 'WVWZZZ1JZXW386753' });
    await outbox.flush(ME).catch(() => undefined);
    await store.keepJobs(ME, [aJob({ version: 9 })], '2');
    await outbox.flush(ME);
    expect(requests[1]).toBe(requests[0]);
  });

  it('goes on behind a refusal, which is kept with its reason until it is read', async () => {
    server.refusals.set('b', 'job-not-running');
    for (const key of ['a', 'b', 'c']) await done(key);
    await outbox.flush(ME);
    expect(server.effects).toEqual(['a', 'c']);
    const { refused } = (await again()).snapshot();
    expect(refused).toMatchObject([
      { sent: { idempotencyKey: 'b' }, problem: { slug: 'job-not-running', status: 409 } },
    ]);
    await store.dismiss([refused[0]!.number]);
    expect((await again()).snapshot().refused).toEqual([]);
  });

  it('is not blocked by a command that the server does not even look at', async () => {
    server.onRequest = (commands) => {
      if (commands.some(({ idempotencyKey }) => idempotencyKey === 'b')) throw refusedWith(400, 'invalid-request');
    };
    for (const key of ['a', 'b', 'c']) await done(key);
    await outbox.flush(ME);
    expect(server.effects).toEqual(['a', 'c']);
    expect(store.snapshot().refused).toMatchObject([
      { sent: { idempotencyKey: 'b' }, problem: { slug: 'invalid-request' } },
    ]);
  });

  it.each(['request', 'alone'] as const)(
    'goes on with other jobs when one step cannot be handled (%s), and comes back to it',
    async (how) => {
      await store.keepJobs(ME, [aJob({ jobId: 'd-2' })], '2');
      server.broken[how] = 'b';
      await done('a');
      await done('b');
      await done('c', accept, aJob({ jobId: 'd-2' }));
      await outbox.flush(ME);
      expect(server.effects).toEqual(['a', 'c']);
      expect(keysOf((await again()).snapshot().queue)).toEqual(['b']);
      expect(outbox.stuck()).toEqual(['d-1']);
      await done('d', accept, aJob({ jobId: 'd-2' }));
      await done('e');
      await outbox.flush(ME);
      expect(server.effects).toEqual(['a', 'c', 'd']);
      server.broken = { alone: '', request: '' };
      await outbox.flush(ME);
      expect(server.effects).toEqual(['a', 'c', 'd', 'b', 'e']);
      expect([outbox.stuck(), store.snapshot().queue, store.snapshot().refused]).toEqual([[], [], []]);
    },
  );

  it('is not lost because the step before it was not handled: it is asked anew, under a key without an answer', async () => {
    outbox = new Outbox(store, server.post, () => 'c-anew');
    server.broken.alone = 'a';
    server.refusals.set('c', 'job-not-accepted');
    await done('a');
    await done('c', { command: 'start' });
    await outbox.flush(ME);
    expect(keysOf((await again()).snapshot().queue)).toEqual(['a', 'c-anew']);
    server.broken.alone = '';
    await outbox.flush(ME);
    expect(server.effects).toEqual(['a', 'c-anew']);
    expect(store.snapshot().refused).toEqual([]);
  });

  it('is not sent again and again if it gets no answer of its own', async () => {
    await done('a');
    const silent = new Outbox(store, () => Promise.resolve({ results: [], hiddenJobs: [] }));
    await expect(silent.flush(ME)).rejects.toThrow('No command was answered');
    expect(keysOf(store.snapshot().queue)).toEqual(['a']);
  });

  it('of another technician is not sent in this one’s name', async () => {
    await done('a');
    await store.belongTo({ userId: 'sofia' }, { refreshToken: 'b' });
    await outbox.flush('sofia');
    await expect(outbox.flush(ME)).rejects.toThrow(SomebodyElse);
    expect(server.requests).toEqual([]);
    await store.belongTo({ userId: ME }, { refreshToken: 'c' });
    await outbox.flush(ME);
    expect(server.effects).toEqual(['a']);
  });

  it('stays when somebody else signs in before the answer is there', async () => {
    await done('a');
    server.onAnswer = () => void store.belongTo({ userId: 'sofia' }, { refreshToken: 'b' });
    await expect(outbox.flush(ME)).rejects.toThrow(SomebodyElse);
    expect(keysOf((await again()).snapshot().queue)).toEqual(['a']);
  });

  it('is not sent once it was taken back in another tab', async () => {
    await done('a');
    await done('b');
    await (await again()).takeBack(ME, 2);
    await outbox.flush(ME);
    expect(server.effects).toEqual(['a']);
  });
});

describe('a time that the server does not believe', () => {
  const SERVER_TIME = Date.parse('2026-11-21T09:00:00Z');
  const ABOUT_TIME = {
    ...problem(400, 'invalid-request'),
    fields: [{ field: 'doneAt', message: 'must not be in the future' }],
  };
  const sent: [string, string][] = [];

  beforeEach(async () => {
    sent.length = 0;
    // Takes nothing from the future, nor what builds on it.
    outbox = new Outbox(store, async (userId, commands) => {
      const results: Result[] = [];
      for (const command of commands) {
        const { idempotencyKey, jobId, doneAt } = command;
        sent.push([idempotencyKey, doneAt]);
        const refused = (reason: Result['problem']) =>
          results.push({ idempotencyKey, jobId, outcome: 'REFUSED', problem: reason });
        if (Date.parse(doneAt) > SERVER_TIME) refused(ABOUT_TIME);
        else if (results.some(({ outcome }) => outcome === 'REFUSED')) refused(problem(409, 'job-not-accepted'));
        else results.push(...(await server.post(userId, [command])).results);
      }
      return { results, hiddenJobs: [] };
    });
    await store.enqueue(ME, makeCommand(aJob(), accept, new Date('2026-11-21T10:30:00Z'), 'a'));
    await store.enqueue(ME, makeCommand(aJob(), { command: 'start' }, new Date('2026-11-21T10:40:00Z'), 'b'));
    vi.useFakeTimers({ toFake: ['Date'], now: SERVER_TIME + 7_200_000 });
    return () => vi.useRealTimers();
  });

  it('is corrected by what has become known of the phone’s clock, and keeps its place', async () => {
    await store.setClock(-7_200_000);
    await outbox.flush(ME);
    expect(sent.slice(2)).toEqual([
      ['a', '2026-11-21T08:30:00.000Z'],
      ['b', '2026-11-21T08:40:00.000Z'],
    ]);
    expect(server.effects).toEqual(['a', 'b']);
    expect(store.snapshot().refused).toEqual([]);
  });

  it('is refused with what was done if that does not help, and can be repeated as of now', async () => {
    await outbox.flush(ME);
    const { refused } = store.snapshot();
    expect(refused.map(({ sent: { command }, saidAt }) => [command, saidAt])).toEqual([
      ['accept', '2026-11-21T10:30:00.000Z'],
      ['start', '2026-11-21T10:40:00.000Z'],
    ]);
    await store.setClock(-7_200_000);
    await store.repeat(ME, [1, 2], () => crypto.randomUUID());
    await outbox.flush(ME);
    expect(server.effects).toHaveLength(2);
    expect(sent.at(-1)![1]).toBe('2026-11-21T09:00:00.000Z');
  });
});

describe('the answer', () => {
  it('renews the job, unless the feed has told something newer', async () => {
    await done('a');
    await outbox.flush(ME);
    expect(store.snapshot().jobs.get('d-1')).toMatchObject({ version: 4, technicianId: ME });
    await store.keepJobs(ME, [aJob({ version: 99 })], '2');
    await done('b');
    await outbox.flush(ME);
    expect(store.snapshot().jobs.get('d-1')!.version).toBe(99);
  });

  it('removes what the technician does not see any more', async () => {
    server.hidden = ['d-1'];
    await done('a');
    await outbox.flush(ME);
    expect((await again()).snapshot().jobs.size).toBe(0);
  });

  it('brings no job back that the feed has hidden meanwhile', async () => {
    await done('a');
    const slow = new Outbox(store, async (userId, commands) => {
      const answer = await server.post(userId, commands);
      await store.forgetFleet(ME, 'city-cars', '2');
      return answer;
    });
    await slow.flush(ME);
    expect((await again()).snapshot().jobs.size).toBe(0);
  });

  it('hides no job that the feed has shown again meanwhile', async () => {
    server.hidden = ['d-1'];
    await done('a');
    const slow: Outbox = new Outbox(store, async (userId, commands) => {
      const answer = await server.post(userId, commands);
      await store.keepJobs(ME, [aJob({ version: 7 })], '2');
      slow.told('d-1');
      return answer;
    });
    await slow.flush(ME);
    expect(store.snapshot().jobs.get('d-1')?.version).toBe(7);
  });

  it('leaves nothing of the job in the reason of a refusal', async () => {
    await done('a');
    const talkative = new Outbox(store, (_userId, commands) =>
      Promise.resolve({
        results: commands.map(({ idempotencyKey, jobId }) => ({
          idempotencyKey,
          jobId,
          outcome: 'REFUSED' as const,
          problem: { ...problem(409, 'job-taken'), job: aJob(), changes: [] },
        })),
        hiddenJobs: [],
      }),
    );
    await talkative.flush(ME);
    expect(store.snapshot().refused[0]!.problem.more).toEqual({ changes: [] });
  });
});
