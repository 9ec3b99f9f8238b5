import { asProblem, problemOf, type Problem } from '@/api/problem';
import type { Waiting } from '../phone/database';
import type { Settled, Store } from '../phone/store';
import { corrected, type SentCommand } from '../work/command';
import type { Job } from '../work/job';
import { isAboutTime } from '../work/refusal';

/** The gateway takes bodies up to 64 KiB; an answer with as many jobs should not be too long for a bad line either. */
const MOST_COMMANDS = 25;
const MOST_BYTES = 48_000;
/** If so many jobs one after the other cannot be handled, it is not the jobs. */
const SERVICE_FAILS = 3;

export interface Result {
  idempotencyKey: string;
  jobId: string;
  /** FAILED: it was not handled, and may be sent again. */
  outcome: 'APPLIED' | 'ALREADY_APPLIED' | 'REFUSED' | 'FAILED';
  problem?: { status: number } & Record<string, unknown>;
  job?: Job;
}

export interface BatchAnswer {
  results: Result[];
  hiddenJobs: string[];
}

/** Nobody has looked at the commands: there is no line, no right, or no time for them now. */
const isOfNoCommand = ({ status }: Problem) => [0, 401, 403, 408, 429, 503].includes(status);

/** What job-service says of a request that it will never take; anything else may be the word of something on the way. */
const isFinal = ({ status, slug }: Problem) => status === 400 && ['invalid-request', 'bad-request'].includes(slug);

/**
 * Sends what waits, in the order in which it was done. A command stays in the queue until its answer is stored; the line may
 * break, or the phone die, at any moment: the same command goes out again under the same key and has no second effect. A job
 * whose next step cannot be handled is set aside with all its steps, and stands in no other job's way.
 */
export class Outbox {
  private toldMeanwhile = new Set<string>();
  private readonly aside = new Set<string>();
  /** So many jobs in a row could not be handled. */
  private failures = 0;

  constructor(
    private readonly store: Store,
    private readonly post: (userId: string, commands: SentCommand[]) => Promise<BatchAnswer>,
    private readonly newKey: () => string = () => crypto.randomUUID(),
  ) {}

  /** The feed spoke of this job: what an answer that is still on its way says about its visibility is older. */
  told(jobId: string) {
    this.toldMeanwhile.add(jobId);
  }

  waiting(userId: string): Waiting[] {
    return this.store.snapshot().queue.filter((each) => each.userId === userId);
  }

  /** Jobs whose next step was sent and could not be handled. */
  stuck = () => [...this.aside];

  /** Throws what made it stop; then everything that has no answer yet is still there. */
  async flush(userId: string) {
    const aside = [...this.aside];
    this.failures = 0;
    await this.sendAll(userId, () => true, MOST_COMMANDS);
    for (const jobId of aside) {
      this.aside.delete(jobId);
      await this.sendAll(userId, (each) => each === jobId, 1);
    }
  }

  private async sendAll(userId: string, isMeant: (jobId: string) => boolean, atOnce: number) {
    let most = atOnce;
    const next = () => {
      const candidates = this.waiting(userId).filter(({ sent }) => isMeant(sent.jobId) && !this.aside.has(sent.jobId));
      return this.store.trying(
        userId,
        take(candidates, most).map(({ number }) => number),
      );
    };
    for (let batch = await next(); batch.length > 0; batch = await next()) {
      try {
        await this.send(userId, batch);
        this.failures = 0;
      } catch (error) {
        const problem = asProblem(error);
        if (isOfNoCommand(problem)) throw error;
        // Somewhere in it is what makes the server fail, or what it does not even want to look at: one by one.
        if (batch.length > 1) most = 1;
        else if (isFinal(problem)) await this.settle(userId, [{ number: batch[0]!.number, problem }], []);
        else {
          this.aside.add(batch[0]!.sent.jobId);
          this.failures += 1;
          if (this.failures >= SERVICE_FAILS) throw error;
        }
      }
    }
  }

  private async send(userId: string, batch: Waiting[]) {
    this.toldMeanwhile = new Set();
    const { results, hiddenJobs } = await this.post(
      userId,
      batch.map(({ sent }) => sent),
    );
    const settled = this.judge(batch, results);
    if (settled.length === 0 && !results.some(({ outcome }) => outcome === 'FAILED'))
      throw new Error('No command was answered');
    await this.settle(
      userId,
      settled,
      hiddenJobs.filter((jobId) => !this.toldMeanwhile.has(jobId)),
    );
  }

  private settle(userId: string, settled: Settled[], hidden: string[]) {
    return this.store.settle(userId, settled, hidden, this.store.time());
  }

  /**
   * What was refused because a step before it was not handled would be refused again under its key, which the server remembers;
   * so it stays under a new one.
   */
  private judge(batch: Waiting[], results: Result[]): Settled[] {
    const answers = new Map(results.map((result) => [result.idempotencyKey, result]));
    const held = new Set<string>();
    return batch.flatMap((entry): Settled[] => {
      const { number, sent } = entry;
      const answer = answers.get(sent.idempotencyKey);
      if (!answer) return [];
      if (answer.outcome === 'FAILED') {
        held.add(sent.jobId);
        this.aside.add(sent.jobId);
        return [];
      }
      if (answer.outcome !== 'REFUSED') return [{ number, job: answer.job }];
      const problem = problemOf(answer.problem?.status ?? 409, answer.problem ?? {});
      if (isAboutTime(problem) && entry.saidAt === undefined) {
        held.add(sent.jobId);
        return [{ number, stays: this.atTheRightTime(entry) }];
      }
      if (held.has(sent.jobId)) return [{ number, stays: { sent: { ...sent, idempotencyKey: this.newKey() } } }];
      return [{ number, problem, job: answer.job }];
    });
  }

  /** Its answer was not remembered, so it keeps its key. */
  private atTheRightTime({ sent, clock }: Waiting) {
    const { jobs, clock: known } = this.store.snapshot();
    const doneAt = corrected(sent.doneAt, known - (clock ?? known), jobs.get(sent.jobId), this.store.time());
    return { sent: { ...sent, doneAt }, saidAt: sent.doneAt, clock: known };
  }
}

const sizeOf = (sent: SentCommand) => new TextEncoder().encode(JSON.stringify(sent)).length;

function take(waiting: Waiting[], most: number): Waiting[] {
  let bytes = 0;
  const batch = waiting.slice(0, most);
  const tooMuch = batch.findIndex(({ sent }) => (bytes += sizeOf(sent)) > MOST_BYTES);
  return tooMuch > 0 ? batch.slice(0, tooMuch) : batch;
}
