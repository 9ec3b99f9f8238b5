import { asProblem } from '@/api/problem';
import { SomebodyElse, type Store } from '../phone/store';
import { SignInNeeded } from '../session/session';
import type { SentCommand } from '../work/command';
import { isNoAccess } from '../work/refusal';
import { backoff, pause } from './backoff';
import { follow } from './feed';
import { Outbox, type BatchAnswer } from './outbox';

export interface Status {
  /** `failing`: there is reception, but what answers is not the service, or the service cannot. */
  reception: 'connecting' | 'live' | 'offline' | 'failing';
  sending: boolean;
  /** Though there is reception, what waits is not taken. */
  unanswered: boolean;
  signInNeeded: boolean;
  /** Jobs of which a step waits that the service could not handle; the others go on. */
  stuck: readonly string[];
}

interface Line {
  greet(): Promise<void>;
  stream(userId: string, position: string | undefined, signal: AbortSignal): Promise<Response>;
  send(userId: string, commands: SentCommand[]): Promise<BatchAnswer>;
}

/** What stands in the way of the next attempt. */
interface Obstacle {
  is: 'line' | 'service' | 'person';
  /** The service wants to be left alone for so many milliseconds. */
  wait?: number;
}

const LOCK = 'smartcontrol.engine';
const NEWS = 'smartcontrol.status';
/** Nothing changes by itself, but somebody may have done something about it. */
const NOW_AND_THEN = 60_000;
const START: Status = { reception: 'connecting', sending: false, unanswered: false, signInNeeded: false, stuck: [] };

/**
 * Keeps the phone and the server in step for as long as the app is open: one line for what comes in, one for what goes out, each
 * trying again by itself. Of several tabs one does it (Web Locks choose which) and tells the others how it stands.
 */
export class Engine {
  private readonly listeners = new Set<() => void>();
  private others: BroadcastChannel | undefined;
  private readonly outbox: Outbox;
  private now = START;
  private atWork = false;
  /** Ends the pause before the next attempt. */
  private hurry = new AbortController();
  private cut = new AbortController();

  constructor(
    private readonly store: Store,
    private readonly line: Line,
  ) {
    this.outbox = new Outbox(store, (userId, commands) => line.send(userId, commands));
  }

  status = () => this.now;

  subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  private become(changes: Partial<Status>) {
    const next = { ...this.now, ...changes };
    if (JSON.stringify(next) === JSON.stringify(this.now)) return;
    this.now = next;
    if (this.atWork) this.others?.postMessage(next);
    this.listeners.forEach((listener) => listener());
  }

  /**
   * Works for this technician.
   *
   * @returns what ends it
   */
  start(userId: string): () => void {
    const leaving = new AbortController();
    const { signal } = leaving;
    const others = new BroadcastChannel(NEWS);
    this.others = others;
    this.become(START);
    others.onmessage = ({ data }: MessageEvent<Status | 'hello' | 'now'>) => {
      if (data === 'now') this.tryNow(false);
      else if (data === 'hello') {
        if (this.atWork) others.postMessage(this.now);
      } else if (!this.atWork) this.become(data);
    };
    others.postMessage('hello');
    addEventListener('online', () => this.lineChanged(), { signal });
    addEventListener('offline', () => this.lineChanged(), { signal });
    const seen = () => document.visibilityState === 'visible' && this.tryNow();
    document.addEventListener('visibilitychange', seen, { signal });
    const unfollow = this.followQueue();
    navigator.locks
      .request(LOCK, { signal }, async () => {
        await this.store.catchUp();
        this.atWork = true;
        await Promise.all([this.receive(userId, signal), this.sendWhateverComes(userId, signal)]);
        this.atWork = false;
      })
      .catch(() => undefined);
    return () => {
      leaving.abort();
      this.cut.abort();
      unfollow();
      others.close();
    };
  }

  /** What is done goes out at once, in whatever tab it was done. */
  private followQueue() {
    const newest = () => this.store.snapshot().queue.at(-1)?.number ?? 0;
    let known = newest();
    return this.store.subscribe(() => {
      const before = known;
      known = newest();
      if (known > before) this.tryNow(false);
    });
  }

  /** There is something to send, or reason to think that there is reception again. */
  tryNow(tellOthers = true) {
    if (!this.atWork && tellOthers) this.others?.postMessage('now');
    const before = this.hurry;
    this.hurry = new AbortController();
    before.abort();
  }

  /** What went through the old line is lost, even if nobody has noticed yet. */
  private lineChanged() {
    this.cut.abort();
    this.tryNow();
  }

  private async receive(userId: string, leaving: AbortSignal) {
    let failures = 0;
    while (!leaving.aborted) {
      let obstacle: Obstacle = { is: 'line' };
      this.cut = new AbortController();
      try {
        const ending = await follow(
          this.store,
          userId,
          (position, signal) => this.line.stream(userId, position, signal),
          {
            live: () => {
              failures = 0;
              this.become({ reception: 'live', signInNeeded: false });
              if (this.store.snapshot().noAccess) void this.store.regainAccess(userId).catch(() => undefined);
              this.tryNow(false);
            },
            told: (jobId) => this.outbox.told(jobId),
          },
          this.cut.signal,
        );
        if (ending === 'access-ended') obstacle = { is: 'person' };
      } catch (error) {
        obstacle = await this.handle(userId, error);
      }
      failures += 1;
      if (leaving.aborted) return;
      this.become({ reception: receptionAfter(failures, obstacle) });
      await this.wait(obstacle, failures, leaving, this.hurry.signal);
    }
  }

  private async sendWhateverComes(userId: string, leaving: AbortSignal) {
    let failures = 0;
    while (!leaving.aborted) {
      const { hurry } = this;
      let obstacle: Obstacle = { is: 'line' };
      if (this.outbox.waiting(userId).length > 0) {
        this.become({ sending: true });
        try {
          // What is not sent can be taken back; so nothing is tried that has no chance.
          if (this.now.reception !== 'live') await this.line.greet();
          await this.outbox.flush(userId);
          failures = this.outbox.stuck().length > 0 ? failures + 1 : 0;
          this.become({ unanswered: false });
        } catch (error) {
          failures += 1;
          obstacle = await this.handle(userId, error);
          this.become({ unanswered: obstacle.is === 'service' && failures > 1 });
        }
        this.become({ sending: false, stuck: this.outbox.stuck() });
      }
      if (this.outbox.waiting(userId).length > 0) await this.wait(obstacle, failures, leaving, hurry.signal);
      else await pause(NOW_AND_THEN, AbortSignal.any([leaving, hurry.signal]));
    }
  }

  private wait({ is, wait }: Obstacle, failures: number, leaving: AbortSignal, hurry: AbortSignal) {
    if (wait !== undefined) return pause(Math.max(wait, backoff(failures)), leaving);
    return pause(is === 'person' ? NOW_AND_THEN : backoff(failures), AbortSignal.any([leaving, hurry]));
  }

  private async handle(userId: string, error: unknown): Promise<Obstacle> {
    if (error instanceof SomebodyElse) return { is: 'person' };
    if (error instanceof SignInNeeded) {
      this.become({ signInNeeded: true });
      return { is: 'person' };
    }
    const problem = asProblem(error);
    if (isNoAccess(problem)) {
      await this.store.endAccess(userId, problem.slug).catch(() => undefined);
      return { is: 'person' };
    }
    if (problem.slug === 'invalid-stream-position') await this.store.moveTo(userId, undefined).catch(() => undefined);
    return problem.status === 0
      ? { is: 'line' }
      : { is: 'service', wait: problem.more.retryAfter as number | undefined };
  }
}

/** One failure is nothing yet: lines break. */
function receptionAfter(failures: number, { is, wait }: Obstacle): Status['reception'] {
  if (is === 'person') return 'connecting';
  if (!navigator.onLine) return 'offline';
  if (failures === 1 && wait === undefined) return 'connecting';
  return is === 'service' ? 'failing' : 'offline';
}
