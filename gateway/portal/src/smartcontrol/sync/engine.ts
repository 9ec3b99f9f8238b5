import { asProblem } from '@/api/problem';
import type { Store } from '../phone/store';
import { SignInNeeded } from '../session/session';
import { backoff, pause } from './backoff';
import { follow } from './feed';
import { Outbox, type BatchAnswer } from './outbox';
import type { SentCommand } from '../work/command';

export interface Status {
  reception: 'connecting' | 'live' | 'offline';
  sending: boolean;
  signInNeeded: boolean;
  /** Why there are no jobs for this person, if so: the type of the refusal. */
  noAccess?: string;
}

interface Line {
  stream(position: string | undefined, signal: AbortSignal): Promise<Response>;
  send(commands: SentCommand[]): Promise<BatchAnswer>;
}

const LOCK = 'smartcontrol.engine';
const NEWS = 'smartcontrol.status';

/**
 * Keeps the phone and the server in step for as long as the app is open: one line for what comes in, one for what goes out, each
 * trying again by itself. Of several tabs one does it (Web Locks choose which) and tells the others how it stands.
 */
export class Engine {
  private readonly listeners = new Set<() => void>();
  private others: BroadcastChannel | undefined;
  private readonly outbox: Outbox;
  private now: Status = { reception: 'connecting', sending: false, signInNeeded: false };
  private atWork = false;
  /** Ends the pause before the next attempt. */
  private hurry = new AbortController();
  private cut = new AbortController();

  constructor(
    private readonly store: Store,
    private readonly line: Line,
  ) {
    this.outbox = new Outbox(store, (commands) => line.send(commands));
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
    if ((Object.keys(next) as (keyof Status)[]).every((key) => next[key] === this.now[key])) return;
    this.now = next;
    if (this.atWork) this.others?.postMessage(next);
    this.listeners.forEach((listener) => listener());
  }

  /** @returns what ends it */
  start(): () => void {
    const leaving = new AbortController();
    const { signal } = leaving;
    const others = new BroadcastChannel(NEWS);
    this.others = others;
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
    navigator.locks
      .request(LOCK, { signal }, async () => {
        this.atWork = true;
        await Promise.all([this.receive(signal), this.sendWhateverComes(signal)]);
        this.atWork = false;
      })
      .catch(() => undefined);
    return () => {
      leaving.abort();
      this.cut.abort();
      others.close();
    };
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

  private async receive(leaving: AbortSignal) {
    let failures = 0;
    while (!leaving.aborted) {
      let refused = false;
      this.cut = new AbortController();
      try {
        const ending = await follow(
          this.store,
          (position, signal) => this.line.stream(position, signal),
          {
            live: () => {
              failures = 0;
              this.become({ reception: 'live', signInNeeded: false, noAccess: undefined });
              this.tryNow(false);
            },
            told: (jobId) => this.outbox.told(jobId),
          },
          this.cut.signal,
        );
        if (ending === 'access-ended') {
          refused = true;
          this.become({ reception: 'connecting', noAccess: 'technician-not-active' });
        }
      } catch (error) {
        refused = await this.handle(error);
      }
      failures += 1;
      if (!refused && !leaving.aborted)
        this.become({ reception: failures > 1 || !navigator.onLine ? 'offline' : 'connecting' });
      await pause(refused ? 60_000 : backoff(failures), AbortSignal.any([leaving, this.hurry.signal]));
    }
  }

  private async sendWhateverComes(leaving: AbortSignal) {
    let failures = 0;
    while (!leaving.aborted) {
      const { hurry } = this;
      if (this.outbox.waiting().length > 0) {
        this.become({ sending: true });
        try {
          await this.outbox.flush();
          failures = 0;
        } catch (error) {
          failures += 1;
          await this.handle(error);
        }
        this.become({ sending: false });
      }
      const wait = this.outbox.waiting().length > 0 ? backoff(failures) : 60_000;
      await pause(wait, AbortSignal.any([leaving, hurry.signal]));
    }
  }

  /** Whether the server has answered, but not to this person. */
  private async handle(error: unknown): Promise<boolean> {
    if (error instanceof SignInNeeded) {
      this.become({ signInNeeded: true, reception: 'connecting' });
      return true;
    }
    const problem = asProblem(error);
    if (problem.slug === 'invalid-stream-position') {
      await this.store.keep('position', undefined);
      return false;
    }
    if (problem.status !== 403) return false;
    if (problem.slug === 'technician-not-active') await this.store.forgetEverything();
    this.become({ noAccess: problem.slug, reception: 'connecting' });
    return true;
  }
}
