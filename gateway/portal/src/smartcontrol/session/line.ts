import { ProblemError, problemFrom, type Problem } from '@/api/problem';
import type { Owner } from '../phone/database';
import type { Store } from '../phone/store';
import type { BatchAnswer } from '../sync/outbox';
import type { SentCommand } from '../work/command';
import { SignInNeeded, type Session } from './session';
import { askGateway, compareClocks } from './settings';

const API = '/api/smartcontrol/v1';
const PATIENCE = 20_000;
/** Whatever a server says, after so long it is asked again. */
const LONGEST_WAIT = 600_000;

/** The public API of SmartControl, and nothing else. Everything but the first question is asked in the name of one technician. */
export class Line {
  constructor(
    private readonly session: Session,
    private readonly store: Store,
  ) {}

  /** Whose token this is. */
  async me(token: string): Promise<Owner> {
    const response = await this.attempt('/me', {}, token);
    if (!response.ok) throw new ProblemError(await problemIn(response));
    return response.json() as Promise<Owner>;
  }

  /** @throws if there is no line */
  async greet() {
    await askGateway(this.store);
  }

  async send(userId: string, commands: SentCommand[]): Promise<BatchAnswer> {
    const response = await this.call(userId, '/commands', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ commands }),
    });
    return response.json() as Promise<BatchAnswer>;
  }

  stream(userId: string, position: string | undefined, signal: AbortSignal): Promise<Response> {
    return this.call(userId, '/jobs/stream', {
      headers: { Accept: 'text/event-stream', ...(position !== undefined && { 'Last-Event-ID': position }) },
      signal,
    });
  }

  private async call(userId: string, path: string, init: RequestInit): Promise<Response> {
    const token = await this.session.accessToken(userId);
    let response = await this.attempt(path, init, token);
    if (response.status === 401) {
      response = await this.attempt(path, init, await this.session.accessToken(userId, token));
      if (response.status === 401) throw new SignInNeeded();
    }
    if (response.ok) return response;
    // A token says what its owner was allowed when it was made.
    if (response.status === 403) this.session.forgetAccess();
    throw new ProblemError(await problemIn(response));
  }

  private async attempt(path: string, init: RequestInit, token: string) {
    const headers = new Headers(init.headers);
    headers.set('Authorization', `Bearer ${token}`);
    const response = await fetch(API + path, {
      signal: AbortSignal.timeout(PATIENCE),
      ...init,
      headers,
      // The portal's session, if this browser has one, is somebody else's.
      credentials: 'omit',
      cache: 'no-store',
    });
    await compareClocks(this.store, response);
    return response;
  }
}

/** With how long to wait, if the server says so. */
async function problemIn(response: Response): Promise<Problem> {
  const problem = await problemFrom(response);
  const header = response.headers.get('Retry-After');
  if (header === null) return problem;
  const wait = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isNaN(wait)
    ? problem
    : { ...problem, more: { ...problem.more, retryAfter: Math.min(wait, LONGEST_WAIT) } };
}
