/**
 * Server-sent events that say only "changed". Browsers open six connections to one host over HTTP/1.1, all tabs together, so
 * of all tabs of the portal one holds the stream (Web Locks choose it) and tells the others.
 */
export type LiveState = 'connecting' | 'live' | 'broken';

interface Listener {
  changed(): void;
  state(state: LiveState): void;
}

type News = 'changed' | LiveState;

const FIRST_RETRY = 2_000;
const LAST_RETRY = 30_000;

export function follow(address: string, listener: Listener): () => void {
  const leaving = new AbortController();
  const channel = new BroadcastChannel(`portal.live:${address}`);
  const hear = (news: News) => (news === 'changed' ? listener.changed() : listener.state(news));
  const tell = (news: News) => {
    channel.postMessage(news);
    hear(news);
  };
  channel.onmessage = ({ data }: MessageEvent<News | 'hello'>) => {
    if (data === 'hello') holder?.tellState();
    else hear(data);
  };
  let holder: ReturnType<typeof hold> | undefined;
  const holdUntilLeaving = () =>
    new Promise<void>((resolve) => {
      if (leaving.signal.aborted) return resolve();
      holder = hold(address, tell);
      leaving.signal.addEventListener('abort', () => {
        holder?.close();
        resolve();
      });
    });

  if (navigator.locks) {
    channel.postMessage('hello');
    navigator.locks
      .request(`portal.live:${address}`, { signal: leaving.signal }, holdUntilLeaving)
      .catch(() => undefined);
  } else {
    void holdUntilLeaving();
  }
  return () => {
    leaving.abort();
    channel.close();
  };
}

/** Keeps one stream open; a refused one (the browser gives up on those) is tried again later. */
function hold(address: string, tell: (news: News) => void) {
  let source: EventSource;
  let retry = FIRST_RETRY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let state: LiveState = 'connecting';
  const become = (next: LiveState) => {
    state = next;
    tell(next);
  };
  const open = () => {
    source = new EventSource(address);
    source.onopen = () => {
      retry = FIRST_RETRY;
      become('live');
    };
    source.addEventListener('changed', () => tell('changed'));
    source.onerror = () => {
      become('broken');
      if (source.readyState === EventSource.CLOSED) {
        tell('changed');
        timer = setTimeout(open, retry);
        retry = Math.min(retry * 2, LAST_RETRY);
      }
    };
  };
  open();
  return {
    tellState: () => tell(state),
    close() {
      clearTimeout(timer);
      source.close();
    },
  };
}
