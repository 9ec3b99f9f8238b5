import { vi } from 'vitest';
import type { Store } from '../phone/store';
import type { BatchAnswer } from '../sync/outbox';
import type { SentCommand } from '../work/command';
import { aJob } from '../work/test-jobs';
import { Line } from './line';
import { Session } from './session';

const HERE = 'https://phone.test';
const ISSUER = 'https://id.test/realm';
const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** As browsers have them: whoever asks for a name waits until all who asked before are done. */
class Locks {
  private readonly last = new Map<string, Promise<unknown>>();

  request<T>(name: string, ...rest: [() => Promise<T>] | [{ signal?: AbortSignal }, () => Promise<T>]): Promise<T> {
    const work = rest.at(-1) as () => Promise<T>;
    const { signal } = rest.length === 2 ? rest[0] : {};
    const mine = (this.last.get(name) ?? Promise.resolve()).then(() => {
      signal?.throwIfAborted();
      return work();
    });
    this.last.set(
      name,
      mine.catch(() => undefined),
    );
    return mine;
  }
}

/** The gateway, the sign-in service and job-service behind one `fetch`, as far as the app can tell the difference. */
export class Service {
  /** Who types a password next. */
  person = 'tom';
  /** What must be added to the phone's clock to get the one here, in milliseconds. */
  clock = 0;
  /** Called before anything; what it returns is the answer. */
  before: (path: string, request: RequestInit) => Response | undefined | Promise<Response | undefined> = () =>
    undefined;
  /** Everything that was asked: the path, and in whose name. */
  readonly asked: { path: string; as?: string }[] = [];
  readonly revoked: string[] = [];
  readonly done: { key: string; as: string }[] = [];
  /** What the sign-in service says in the next token. */
  claims: Record<string, unknown> = {};
  jobs = [aJob()];
  private readonly refreshTokens = new Map<string, string>();
  private readonly accessTokens = new Map<string, string>();
  private nonce: string | null = null;
  private made = 0;

  constructor() {
    const kept = new Map<string, string>();
    vi.stubGlobal('fetch', (address: string | URL, request: RequestInit = {}) => this.answer(address, request));
    vi.stubGlobal('navigator', { locks: new Locks(), onLine: true });
    vi.stubGlobal('location', new URL(HERE));
    vi.stubGlobal('addEventListener', () => undefined);
    vi.stubGlobal('document', { visibilityState: 'visible', addEventListener: () => undefined });
    vi.stubGlobal('sessionStorage', {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
      removeItem: (key: string) => kept.delete(key),
    });
  }

  /** A tab of the app. */
  tab(store: Store) {
    const session = new Session(store, { issuer: ISSUER, clientId: 'smartcontrol' }, `${HERE}/smartcontrol/`);
    return { store, session, line: new Line(session, store) };
  }

  /** Who has signed in on this phone is known here as well. */
  async knows(store: Store) {
    const { owner, refreshToken } = await store.credentials();
    this.refreshTokens.set(refreshToken!, owner!.userId);
  }

  async signIn({ session, line }: { session: Session; line: Line }, person: string) {
    this.person = person;
    const address = new URL(await session.signInAddress('/sync', 'en'));
    this.nonce = address.searchParams.get('nonce');
    const callback = new URL(`${HERE}/smartcontrol/callback?code=c&state=${address.searchParams.get('state')}`);
    return session.finishSignIn(callback, (token) => line.me(token));
  }

  /** Ends what the phone holds, as an administrator does. */
  endSessions() {
    this.refreshTokens.clear();
    this.accessTokens.clear();
  }

  readonly askedOf = (path: string) => this.asked.filter((each) => each.path === path);

  private async answer(address: string | URL, request: RequestInit): Promise<Response> {
    const { pathname } = new URL(address, HERE);
    const path = pathname.replace('/api/smartcontrol/v1', '');
    const token = new Headers(request.headers).get('Authorization')?.replace('Bearer ', '');
    const as = token && this.accessTokens.get(token);
    this.asked.push({ path, as });
    request.signal?.throwIfAborted();
    const other = await this.before(path, request);
    if (other) return other;
    if (pathname.startsWith('/api/') && !as) return this.json({ title: 'Unauthorized' }, 401);
    switch (path) {
      case '/smartcontrol/settings.json':
        return this.json({ issuer: ISSUER, clientId: 'smartcontrol' });
      case '/realm/.well-known/openid-configuration':
        return this.json({
          issuer: ISSUER,
          authorization_endpoint: `${ISSUER}/auth`,
          token_endpoint: `${ISSUER}/token`,
          revocation_endpoint: `${ISSUER}/revoke`,
          end_session_endpoint: `${ISSUER}/logout`,
        });
      case '/realm/token':
        return this.tokens(new URLSearchParams(request.body as URLSearchParams));
      case '/realm/revoke':
        this.revoked.push(new URLSearchParams(request.body as URLSearchParams).get('token')!);
        return this.json({});
      case '/me':
        return this.json({ userId: as });
      case '/commands':
        return this.commands(request, as!);
      case '/jobs/stream':
        return this.stream(request.signal!);
    }
    return this.json({}, 404);
  }

  json(body: unknown, status = 200, headers: Record<string, string> = {}) {
    const date = new Date(Date.now() + this.clock).toUTCString();
    return Response.json(body, { status, headers: { Date: date, ...headers } });
  }

  problem(status: number, slug: string, headers?: Record<string, string>) {
    return this.json({ type: `urn:service-partner:problem:${slug}`, title: slug, status }, status, headers);
  }

  private tokens(form: URLSearchParams) {
    const old = form.get('refresh_token');
    const userId = old === null ? this.person : this.refreshTokens.get(old);
    if (userId === undefined) return this.json({ error: 'invalid_grant' }, 400);
    if (old !== null) this.refreshTokens.delete(old);
    this.made += 1;
    const [access, refresh] = [`access-${userId}-${this.made}`, `refresh-${userId}-${this.made}`];
    this.accessTokens.set(access, userId);
    this.refreshTokens.set(refresh, userId);
    const now = Math.floor((Date.now() + this.clock) / 1000);
    const claims = {
      iss: ISSUER,
      aud: 'smartcontrol',
      sub: userId,
      user_id: userId,
      iat: now,
      exp: now + 300,
      ...(old === null && { nonce: this.nonce }),
      ...this.claims,
    };
    return this.json({
      access_token: access,
      token_type: 'Bearer',
      expires_in: 300,
      refresh_token: refresh,
      id_token: `${encoded({ alg: 'RS256' })}.${encoded(claims)}.x`,
    });
  }

  private commands(request: RequestInit, as: string) {
    const { commands } = JSON.parse(request.body as string) as { commands: SentCommand[] };
    this.done.push(...commands.map(({ idempotencyKey }) => ({ key: idempotencyKey, as })));
    return this.json({
      results: commands.map(({ idempotencyKey, jobId }) => ({ idempotencyKey, jobId, outcome: 'APPLIED' })),
      hiddenJobs: [],
    } satisfies BatchAnswer);
  }

  private stream(signal: AbortSignal) {
    const events = [
      'event:reset\ndata:{}\n\n',
      ...this.jobs.map((job) => `event:job\ndata:${JSON.stringify(job)}\n\n`),
      'event:ready\nid:1\ndata:{}\n\n',
    ];
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        events.forEach((event) => controller.enqueue(new TextEncoder().encode(event)));
        signal.addEventListener('abort', () => controller.error(signal.reason));
      },
    });
    return new Response(body, { headers: { 'Content-Type': 'text/event-stream' } });
  }
}
