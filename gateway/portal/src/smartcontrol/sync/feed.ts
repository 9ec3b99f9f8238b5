import { createParser, type EventSourceMessage } from 'eventsource-parser';
import type { Store } from '../phone/store';
import type { Job } from '../work/job';

/** The server sends a comment every 15 seconds; a line that is silent for longer is dead, whatever the phone believes. */
const SILENCE = 40_000;

export type Ending = 'broken' | 'access-ended';

interface Listener {
  /** All that the server knows is here. */
  live(): void;
  /** A job came or was forgotten. */
  told(jobId: string): void;
}

/**
 * Follows a technician's jobs once, from where the phone has stopped, until the line breaks. Every event and its place in the
 * feed are stored together, in the order in which they come; so after any interruption the feed goes on without gap or repetition.
 *
 * @throws SomebodyElse as soon as the phone is not this technician's any more
 */
export async function follow(
  store: Store,
  userId: string,
  open: (position: string | undefined, signal: AbortSignal) => Promise<Response>,
  listener: Listener,
  signal: AbortSignal,
): Promise<Ending> {
  const leaving = new AbortController();
  const leave = () => leaving.abort();
  signal.addEventListener('abort', leave);
  let silence: ReturnType<typeof setTimeout> | undefined;
  const heard = () => {
    clearTimeout(silence);
    silence = setTimeout(leave, SILENCE);
  };
  const { position } = store.snapshot();
  const feed = new Feed(store, userId, listener);
  try {
    heard();
    const response = await open(position, leaving.signal);
    // Whoever comes back to a known place has all jobs already and gets only what is new.
    if (position !== undefined) listener.live();
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    leaving.signal.addEventListener('abort', () => void reader.cancel().catch(() => undefined));
    for (;;) {
      const { done, value } = await reader.read();
      if (done || leaving.signal.aborted) return 'broken';
      heard();
      if ((await feed.take(value)) === 'access-ended') return 'access-ended';
    }
  } finally {
    clearTimeout(silence);
    signal.removeEventListener('abort', leave);
    leave();
  }
}

class Feed {
  private readonly events: EventSourceMessage[] = [];
  private readonly parser = createParser({ onEvent: (event) => this.events.push(event) });
  /**
   * Between `reset` and `ready`: all jobs, as they come. They replace the old ones together, so that a line which breaks in
   * the middle leaves no half-empty list; the place in the feed is not kept before, so the next line begins with `reset` again.
   */
  private fresh: Map<string, Job> | undefined;

  constructor(
    private readonly store: Store,
    private readonly userId: string,
    private readonly listener: Listener,
  ) {}

  async take(text: string): Promise<Ending | undefined> {
    this.parser.feed(text);
    const events = this.events.splice(0);
    while (events.length > 0) {
      const jobs = this.fresh ? [] : takeJobs(events);
      if (jobs.length > 0) {
        await this.keep(jobs);
        continue;
      }
      const event = events.shift()!;
      if (event.event === 'access-ended') {
        await this.store.endAccess(this.userId, 'technician-not-active');
        return 'access-ended';
      }
      await this.handle(event);
    }
    return undefined;
  }

  /** What has come at once is stored at once: a fleet that is shown may have thousands of jobs. */
  private async keep(events: EventSourceMessage[]) {
    const jobs = new Map(events.map(jobOf).map((job) => [job.jobId, job]));
    await this.store.keepJobs(this.userId, [...jobs.values()], events.findLast(({ id }) => id !== undefined)?.id);
    for (const jobId of jobs.keys()) this.listener.told(jobId);
  }

  private async handle(event: EventSourceMessage) {
    const position = event.id;
    switch (event.event) {
      case 'reset':
        this.fresh = new Map();
        break;
      case 'job': {
        const job = jobOf(event);
        this.fresh?.set(job.jobId, job);
        this.listener.told(job.jobId);
        break;
      }
      case 'ready':
        if (this.fresh) await this.store.keepOnly(this.userId, [...this.fresh.values()], position ?? '');
        this.fresh = undefined;
        this.listener.live();
        break;
      case 'fleet-hidden': {
        const { fleetId } = JSON.parse(event.data) as { fleetId: string };
        for (const job of this.fresh?.values() ?? []) if (job.fleetId === fleetId) this.fresh!.delete(job.jobId);
        await this.store.forgetFleet(this.userId, fleetId, this.fresh ? undefined : position);
        break;
      }
      default:
        if (position !== undefined && !this.fresh) await this.store.moveTo(this.userId, position);
    }
  }
}

const jobOf = ({ data }: EventSourceMessage) => JSON.parse(data) as Job;

/** The jobs with which the events begin, taken off them. */
function takeJobs(events: EventSourceMessage[]): EventSourceMessage[] {
  const other = events.findIndex(({ event }) => event !== 'job');
  return events.splice(0, other < 0 ? events.length : other);
}
