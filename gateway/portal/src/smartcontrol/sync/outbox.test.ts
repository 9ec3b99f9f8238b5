// @vitest-environment node
import { beforeEach, describe, expect, it } from 'vitest';
import { ProblemError, problemOf } from '@/api/problem';
import type { Store } from '../phone/store';
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

  post = async (commands: SentCommand[]): Promise<BatchAnswer> => {
    this.requests.push(commands.map(({ idempotencyKey }) => idempotencyKey));
    this.onRequest(commands);
    const results = commands.map((command) => this.carryOut(command));
    this.onAnswer();
    return Promise.resolve({ results, hiddenJobs: this.hidden });
  };

  private carryOut({ idempotencyKey, jobId }: SentCommand): Result {
    const known = this.answers.get(idempotencyKey);
    if (known) return known.outcome === 'APPLIED' ? { ...known, outcome: 'ALREADY_APPLIED' } : known;
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
  ({ store, again } = await aPhone());
  await store.belongTo({ userId: ME });
  await store.keepJob(aJob(), '1');
  server = new Server();
  outbox = new Outbox(store, server.post, () => NOW);
});

const done = (key: string, command: Command = accept, job = aJob()) =>
  store.enqueue(makeCommand(job, command, NOW, key));
const keysOf = (entries: readonly { sent: SentCommand }[]) => entries.map(({ sent }) => sent.idempotencyKey);

describe('what waits', () => {
  it('goes out in the order in which it was done, and is gone once it is answered', async () => {
    for (const key of ['a', 'b', 'c']) await done(key);
    await outbox.flush();
    expect(server.effects).toEqual(['a', 'b', 'c']);
    expect(store.snapshot().queue).toEqual([]);
    expect((await again()).snapshot().queue).toEqual([]);
  });

  it('goes out in several requests if there is much, still in order', async () => {
    const keys = Array.from({ length: 60 }, (_, n) => `key-${n}`);
    for (const key of keys) await done(key);
    await outbox.flush();
    expect(server.effects).toEqual(keys);
    expect(Math.max(...server.requests.map(({ length }) => length))).toBe(25);
  });

  it('fits into the gateway’s limit, however long the comments are', async () => {
    const sizes: number[] = [];
    server.onRequest = (commands) => sizes.push(new TextEncoder().encode(JSON.stringify({ commands })).length);
    for (let n = 0; n < 40; n += 1) await done(`key-${n}`, { command: 'fail', comment: '€'.repeat(2000) });
    await outbox.flush();
    expect(server.effects).toHaveLength(40);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(65_536);
  });

  it('stays, with its keys, while nobody answers', async () => {
    server.onRequest = () => {
      throw new TypeError('Failed to fetch');
    };
    await done('a');
    await done('b');
    await expect(outbox.flush()).rejects.toThrow('Failed to fetch');
    expect(keysOf((await again()).snapshot().queue)).toEqual(['a', 'b']);
  });

  it.each([500, 502, 503, 429, 408, 401, 403])('stays when the answer is %i', async (status) => {
    server.onRequest = () => {
      throw refusedWith(status, 'some-problem');
    };
    await done('a');
    await expect(outbox.flush()).rejects.toThrow();
    expect(keysOf(store.snapshot().queue)).toEqual(['a']);
    expect(store.snapshot().refused).toEqual([]);
  });

  it('has its effect once, though the answer was lost and the phone died', async () => {
    await done('a');
    await done('b');
    server.onAnswer = () => {
      throw new TypeError('network error');
    };
    await expect(outbox.flush()).rejects.toThrow('network error');
    server.onAnswer = () => undefined;
    const restarted = await again();
    await new Outbox(restarted, server.post, () => NOW).flush();
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
    await outbox.flush().catch(() => undefined);
    await store.keepJob(aJob({ version: 9 }), '2');
    await outbox.flush();
    expect(requests[1]).toBe(requests[0]);
  });

  it('goes on behind a refusal, which is kept with its reason until it is read', async () => {
    server.refusals.set('b', 'job-not-running');
    for (const key of ['a', 'b', 'c']) await done(key);
    await outbox.flush();
    expect(server.effects).toEqual(['a', 'c']);
    const { refused } = (await again()).snapshot();
    expect(refused).toMatchObject([
      { sent: { idempotencyKey: 'b' }, problem: { slug: 'job-not-running', status: 409 } },
    ]);
    await store.dismiss(refused[0]!.number);
    expect((await again()).snapshot().refused).toEqual([]);
  });

  it('is not blocked by a command that the server does not even look at', async () => {
    server.onRequest = (commands) => {
      if (commands.some(({ idempotencyKey }) => idempotencyKey === 'b')) throw refusedWith(400, 'invalid-request');
    };
    for (const key of ['a', 'b', 'c']) await done(key);
    await outbox.flush();
    expect(server.effects).toEqual(['a', 'c']);
    expect(store.snapshot().refused).toMatchObject([
      { sent: { idempotencyKey: 'b' }, problem: { slug: 'invalid-request' } },
    ]);
  });

  it('is not sent again and again if it gets no answer of its own', async () => {
    await done('a');
    const silent = new Outbox(store, () => Promise.resolve({ results: [], hiddenJobs: [] }));
    await expect(silent.flush()).rejects.toThrow('No command was answered');
    expect(keysOf(store.snapshot().queue)).toEqual(['a']);
  });

  it('of another technician is not sent in this one’s name', async () => {
    await done('a');
    await store.belongTo({ userId: 'sofia' });
    await outbox.flush();
    expect(server.requests).toEqual([]);
    await store.belongTo({ userId: ME });
    await outbox.flush();
    expect(server.effects).toEqual(['a']);
  });
});

describe('the answer', () => {
  it('renews the job, unless the feed has told something newer', async () => {
    await done('a');
    await outbox.flush();
    expect(store.snapshot().jobs.get('d-1')).toMatchObject({ version: 4, technicianId: ME });
    await store.keepJob(aJob({ version: 99 }), '2');
    await done('b');
    await outbox.flush();
    expect(store.snapshot().jobs.get('d-1')!.version).toBe(99);
  });

  it('removes what the technician does not see any more', async () => {
    server.hidden = ['d-1'];
    await done('a');
    await outbox.flush();
    expect((await again()).snapshot().jobs.size).toBe(0);
  });

  it('brings no job back that the feed has hidden meanwhile', async () => {
    await done('a');
    const slow = new Outbox(store, async (commands) => {
      const answer = await server.post(commands);
      await store.forgetFleet('city-cars', '2');
      return answer;
    });
    await slow.flush();
    expect((await again()).snapshot().jobs.size).toBe(0);
  });

  it('hides no job that the feed has shown again meanwhile', async () => {
    server.hidden = ['d-1'];
    await done('a');
    const slow: Outbox = new Outbox(store, async (commands) => {
      const answer = await server.post(commands);
      await store.keepJob(aJob({ version: 7 }), '2');
      slow.told('d-1');
      return answer;
    });
    await slow.flush();
    expect(store.snapshot().jobs.get('d-1')?.version).toBe(7);
  });

  it('leaves nothing of the job in the reason of a refusal', async () => {
    server.onRequest = () => {
      throw new ProblemError(problemOf(409, { ...problem(409, 'job-taken'), job: aJob(), changes: [] }));
    };
    await done('a');
    await outbox.flush();
    expect(store.snapshot().refused[0]!.problem.more).toEqual({ changes: [] });
  });
});
