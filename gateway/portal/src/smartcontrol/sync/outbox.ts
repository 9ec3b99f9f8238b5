import { asProblem, problemOf, type Problem } from '@/api/problem';
import type { Waiting } from '../phone/database';
import type { Settled, Store } from '../phone/store';
import type { SentCommand } from '../work/command';
import type { Job } from '../work/job';

/** The gateway takes bodies up to 64 KiB; an answer with as many jobs should not be too long for a bad line either. */
const MOST_COMMANDS = 25;
const MOST_BYTES = 48_000;

export interface Result {
  idempotencyKey: string;
  jobId: string;
  outcome: 'APPLIED' | 'ALREADY_APPLIED' | 'REFUSED';
  problem?: { status: number } & Record<string, unknown>;
  job?: Job;
}

export interface BatchAnswer {
  results: Result[];
  hiddenJobs: string[];
}

/** Whether the very same request may be answered otherwise later. */
const isPassing = ({ status }: Problem) =>
  status === 0 || status >= 500 || status === 401 || status === 403 || status === 408 || status === 429;

/**
 * Sends what waits, in the order in which it was done. A command stays in the queue until its answer is stored; the line may
 * break, or the phone die, at any moment: the same command goes out again under the same key and has no second effect.
 */
export class Outbox {
  private toldMeanwhile = new Set<string>();

  constructor(
    private readonly store: Store,
    private readonly post: (commands: SentCommand[]) => Promise<BatchAnswer>,
    private readonly now: () => Date = () => new Date(),
  ) {}

  /** The feed spoke of this job: what an answer that is still on its way says about its visibility is older. */
  told(jobId: string) {
    this.toldMeanwhile.add(jobId);
  }

  waiting(): Waiting[] {
    const { queue, owner } = this.store.snapshot();
    return queue.filter(({ userId }) => userId === owner?.userId);
  }

  /** Throws what made it stop; then everything that has no answer yet is still there. */
  async flush() {
    let most = MOST_COMMANDS;
    for (let batch = take(this.waiting(), most); batch.length > 0; batch = take(this.waiting(), most)) {
      this.toldMeanwhile = new Set();
      try {
        const { results, hiddenJobs } = await this.post(batch.map(({ sent }) => sent));
        const settled = settle(batch, results);
        if (settled.length === 0) throw new Error('No command was answered');
        const hidden = hiddenJobs.filter((jobId) => !this.toldMeanwhile.has(jobId));
        await this.store.settle(settled, hidden, this.now());
      } catch (error) {
        const problem = asProblem(error);
        if (isPassing(problem)) throw error;
        // Somewhere in it is what the server does not even want to look at: one by one, it stands in nobody's way.
        if (batch.length === 1) await this.store.settle([{ number: batch[0]!.number, problem }], [], this.now());
        most = 1;
      }
    }
  }
}

const sizeOf = (sent: SentCommand) => new TextEncoder().encode(JSON.stringify(sent)).length;

function take(waiting: Waiting[], most: number): Waiting[] {
  let bytes = 0;
  const batch = waiting.slice(0, most);
  const tooMuch = batch.findIndex(({ sent }) => (bytes += sizeOf(sent)) > MOST_BYTES);
  return tooMuch > 0 ? batch.slice(0, tooMuch) : batch;
}

function settle(batch: Waiting[], results: Result[]): Settled[] {
  const answers = new Map(results.map((result) => [result.idempotencyKey, result]));
  return batch.flatMap(({ number, sent }) => {
    const answer = answers.get(sent.idempotencyKey);
    if (!answer) return [];
    const problem =
      answer.outcome === 'REFUSED' ? problemOf(answer.problem?.status ?? 409, answer.problem ?? {}) : undefined;
    return [{ number, problem, job: answer.job }];
  });
}
