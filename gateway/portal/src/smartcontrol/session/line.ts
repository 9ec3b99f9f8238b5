import { ProblemError, problemFrom } from '@/api/problem';
import type { Owner } from '../phone/database';
import type { Store } from '../phone/store';
import type { BatchAnswer } from '../sync/outbox';
import type { SentCommand } from '../work/command';
import type { Session } from './session';

const API = '/api/smartcontrol/v1';
const PATIENCE = 20_000;
/** A phone and a server that differ by less are taken for equal; the header Date has no more than seconds. */
const SECONDS = 2_000;

/** The public API of SmartControl, and nothing else. */
export class Line {
  constructor(
    private readonly session: Session,
    private readonly store: Store,
  ) {}

  async me(): Promise<Owner> {
    return (await this.call('/me', { signal: AbortSignal.timeout(PATIENCE) })).json() as Promise<Owner>;
  }

  async send(commands: SentCommand[]): Promise<BatchAnswer> {
    const response = await this.call('/commands', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ commands }),
      signal: AbortSignal.timeout(PATIENCE),
    });
    return response.json() as Promise<BatchAnswer>;
  }

  stream(position: string | undefined, signal: AbortSignal): Promise<Response> {
    return this.call('/jobs/stream', {
      headers: { Accept: 'text/event-stream', ...(position !== undefined && { 'Last-Event-ID': position }) },
      signal,
    });
  }

  private async call(path: string, init: RequestInit): Promise<Response> {
    const token = await this.session.accessToken();
    let response = await this.attempt(path, init, token);
    if (response.status === 401) response = await this.attempt(path, init, await this.session.accessToken(token));
    if (response.ok) return response;
    throw new ProblemError(await problemFrom(response));
  }

  private async attempt(path: string, init: RequestInit, token: string) {
    const headers = new Headers(init.headers);
    headers.set('Authorization', `Bearer ${token}`);
    // The portal's session, if this browser has one, is somebody else's.
    const response = await fetch(API + path, { ...init, headers, credentials: 'omit', cache: 'no-store' });
    await this.compareClocks(response.headers.get('Date'));
    return response;
  }

  private async compareClocks(date: string | null) {
    const ahead = date ? Date.parse(date) - Date.now() : Number.NaN;
    if (Number.isNaN(ahead)) return;
    const clock = Math.abs(ahead) < SECONDS ? 0 : ahead;
    if (Math.abs(clock - this.store.snapshot().clock) >= SECONDS) await this.store.keep('clock', clock);
  }
}
