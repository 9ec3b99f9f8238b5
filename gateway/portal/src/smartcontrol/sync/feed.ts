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
 * Follows the technician's jobs once, from where the phone has stopped, until the line breaks. Every event and its place in the
 * feed are stored together, in the order in which they come; so after any interruption the feed goes on without gap or repetition.
 */
export async function follow(
  store: Store,
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
  const feed = new Feed(store, listener);
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
    private readonly listener: Listener,
  ) {}

  async take(text: string): Promise<Ending | undefined> {
    this.parser.feed(text);
    for (let event = this.events.shift(); event; event = this.events.shift()) {
      if (event.event === 'access-ended') {
        await this.store.forgetEverything();
        return 'access-ended';
      }
      await this.handle(event, event.id);
    }
    return undefined;
  }

  private async handle({ event, data }: EventSourceMessage, position: string | undefined) {
    switch (event) {
      case 'reset':
        this.fresh = new Map();
        break;
      case 'job': {
        const job = JSON.parse(data) as Job;
        if (this.fresh) this.fresh.set(job.jobId, job);
        else await this.store.keepJob(job, position);
        this.listener.told(job.jobId);
        break;
      }
      case 'ready':
        if (this.fresh) await this.store.keepOnly([...this.fresh.values()], position ?? '');
        this.fresh = undefined;
        this.listener.live();
        break;
      case 'fleet-hidden': {
        const { fleetId } = JSON.parse(data) as { fleetId: string };
        for (const job of this.fresh?.values() ?? []) if (job.fleetId === fleetId) this.fresh!.delete(job.jobId);
        await this.store.forgetFleet(fleetId, this.fresh ? undefined : position);
        break;
      }
      default:
        if (position !== undefined && !this.fresh) await this.store.moveTo(position);
    }
  }
}
