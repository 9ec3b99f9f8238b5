import type { IDBPTransaction } from 'idb';
import type { Problem } from '@/api/problem';
import { isWhole, type SentCommand } from '../work/command';
import type { Job } from '../work/job';
import { ACCESS_ENDED, isAboutTime } from '../work/refusal';
import type { Credentials, Database, Kept, Owner, Refused, Schema, Waiting } from './database';

/** All that the phone knows, as it is shown. */
export interface Snapshot {
  jobs: ReadonlyMap<string, Job>;
  queue: readonly Waiting[];
  refused: readonly Refused[];
  drafts: ReadonlyMap<string, Record<string, string>>;
  owner?: Owner;
  position?: string;
  noAccess?: string;
  clock: number;
}

/** What became of a command. */
export interface Settled {
  number: number;
  problem?: Problem;
  job?: Job;
  /** It stays in its place in the queue, changed like this. */
  stays?: { sent: SentCommand; saidAt?: string; clock?: number };
}

/** The phone belongs to another technician now, perhaps because of what was done in another tab. */
export class SomebodyElse extends Error {}

const ALL = ['jobs', 'queue', 'refused', 'drafts', 'kept'] as const;
type Write = IDBPTransaction<Schema, typeof ALL, 'readwrite'>;

const CHANGES = 'smartcontrol.changes';
const draftsOf = (jobId: string) => IDBKeyRange.bound(`${jobId}:`, `${jobId};`, false, true);
const jobOf = (draft: string) => draft.split(':')[0]!;

/** The last that a technician did with a job and that waits. */
export const lastOf = (queue: readonly Waiting[], userId: string, jobId: string | undefined) =>
  queue.findLast((each) => each.userId === userId && each.sent.jobId === jobId);

/** What is known of a job is in its place only, where it is forgotten when it must be. */
const withoutJob = ({ more: { job: _job, ...more }, ...problem }: Problem): Problem => ({ ...problem, more });

const refusal = ({ number, userId, sent, saidAt }: Waiting, problem: Problem, at: Date): Refused => ({
  number,
  userId,
  sent,
  saidAt,
  problem: withoutJob(problem),
  refusedAt: at.toISOString(),
});

/** What may stay when nothing of the job may: which step it was, when it was done, and why it had no effect. */
function traceOf({ sent: { command, jobId, doneAt }, problem, ...entry }: Refused): Refused {
  const { slug, status, title, detail, advice } = problem;
  return { ...entry, sent: { command, jobId, doneAt }, problem: { slug, status, title, detail, advice, more: {} } };
}

/**
 * The phone's memory: everything is in IndexedDB before it is shown, so that closing the app, an empty battery or a crash loses
 * nothing. What belongs together is written in one transaction, and only for whom the phone belongs to at that moment. Tabs tell
 * each other when something has changed.
 */
export class Store {
  private readonly listeners = new Set<() => void>();
  private readonly others = new BroadcastChannel(CHANGES);
  private now: Snapshot = { jobs: new Map(), queue: [], refused: [], drafts: new Map(), clock: 0 };
  private last: Promise<unknown> = Promise.resolve();
  private behind = false;

  private constructor(private readonly database: Database) {
    this.others.onmessage = () => {
      // One look is enough for all changes that were told before it.
      if (!this.behind) void this.catchUp();
    };
  }

  static async open(database: Database) {
    const store = new Store(database);
    await store.load();
    return store;
  }

  snapshot = () => this.now;

  /** What time it is for the server. */
  time = () => new Date(Date.now() + this.now.clock);

  subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  close() {
    this.others.close();
    this.database.close();
  }

  /** One change after the other, or two would each show what the other has just replaced. */
  private inTurn<T>(change: () => Promise<T>): Promise<T> {
    const mine = this.last.then(change);
    this.last = mine.catch(() => undefined);
    return mine;
  }

  /** Shows what other tabs have changed. */
  catchUp() {
    this.behind = true;
    return this.inTurn(() => {
      this.behind = false;
      return this.load();
    });
  }

  private async load() {
    const read = this.database.transaction(ALL);
    const kept = read.objectStore('kept');
    const [jobs, queue, refused, drafts, draftKeys, owner, position, noAccess, clock] = await Promise.all([
      read.objectStore('jobs').getAll(),
      read.objectStore('queue').getAll(),
      read.objectStore('refused').getAll(),
      read.objectStore('drafts').getAll(),
      read.objectStore('drafts').getAllKeys(),
      kept.get('owner') as Promise<Owner | undefined>,
      kept.get('position') as Promise<string | undefined>,
      kept.get('noAccess') as Promise<string | undefined>,
      kept.get('clock') as Promise<number | undefined>,
    ]);
    this.show({
      jobs: new Map(jobs.map((job) => [job.jobId, job])),
      queue,
      refused,
      drafts: new Map(draftKeys.map((key, index) => [key, drafts[index]!])),
      owner,
      position,
      noAccess,
      clock: clock ?? 0,
    });
  }

  private show(changes: Partial<Snapshot>) {
    this.now = { ...this.now, ...changes };
    this.listeners.forEach((listener) => listener());
  }

  private tell(changes: Partial<Snapshot>) {
    this.show(changes);
    this.others.postMessage('changed');
  }

  /**
   * All of it or nothing; what it returns is shown when it is on the phone for good.
   *
   * @param durability strict: it outlives an empty battery. Relaxed, for what the server would tell again: it may not.
   */
  private change(
    work: (write: Write) => Promise<Partial<Snapshot>>,
    durability: IDBTransactionDurability = 'strict',
  ): Promise<void> {
    return this.inTurn(async () => {
      const write = this.database.transaction(ALL, 'readwrite', { durability });
      let changes: Partial<Snapshot>;
      try {
        changes = await work(write);
      } catch (error) {
        write.done.catch(() => undefined);
        // If a request has failed, it is given up already, and says so with the error of that request.
        if (!(error instanceof DOMException)) write.abort();
        throw error;
      }
      await write.done;
      if (Object.keys(changes).length > 0) this.tell(changes);
    });
  }

  /** @throws SomebodyElse if the phone is not this technician's any more */
  private changeOf(
    userId: string,
    work: (write: Write) => Promise<Partial<Snapshot>>,
    durability?: IDBTransactionDurability,
  ) {
    return this.change(async (write) => {
      const owner = (await write.objectStore('kept').get('owner')) as Owner | undefined;
      if (owner?.userId !== userId) throw new SomebodyElse();
      return work(write);
    }, durability);
  }

  /** What the feed tells it would tell again. */
  private news(userId: string, work: (write: Write) => Promise<Partial<Snapshot>>) {
    return this.changeOf(userId, work, 'relaxed');
  }

  get = async <K extends keyof Kept>(name: K) => (await this.database.get('kept', name)) as Kept[K] | undefined;

  keepSettings = (settings: Kept['settings']) => this.inTurn(() => this.database.put('kept', settings, 'settings'));

  setClock(clock: number) {
    return this.change(async (write) => {
      await write.objectStore('kept').put(clock, 'clock');
      return { clock };
    });
  }

  // What the feed tells

  /** Those that an answer has told in a newer version stay as they are. */
  keepJobs(userId: string, jobs: Job[], position?: string) {
    return this.news(userId, async (write) => {
      const known = new Map(this.now.jobs);
      const newer = jobs.filter(({ jobId, version }) => version >= (known.get(jobId)?.version ?? 0));
      for (const job of newer) known.set(job.jobId, job);
      await Promise.all(newer.map((job) => write.objectStore('jobs').put(job)));
      return { jobs: known, ...(await this.move(write, position)) };
    });
  }

  moveTo(userId: string, position: string | undefined) {
    return this.news(userId, async (write) => {
      if (position === undefined) await write.objectStore('kept').delete('position');
      else await write.objectStore('kept').put(position, 'position');
      return { position };
    });
  }

  /** These are all the jobs there are. */
  keepOnly(userId: string, jobs: Job[], position: string) {
    return this.news(userId, async (write) => {
      const here = new Map(jobs.map((job) => [job.jobId, job]));
      await write.objectStore('jobs').clear();
      await Promise.all(jobs.map((job) => write.objectStore('jobs').put(job)));
      const drafts = new Map([...this.now.drafts].filter(([key]) => here.has(jobOf(key))));
      const left = [...this.now.drafts.keys()].filter((key) => !drafts.has(key));
      await Promise.all(left.map((key) => write.objectStore('drafts').delete(key)));
      const refused = await this.fade(write, ({ sent }) => !here.has(sent.jobId));
      return { jobs: here, drafts, refused, ...(await this.move(write, position)) };
    });
  }

  forgetFleet(userId: string, fleetId: string, position?: string) {
    return this.news(userId, async (write) => {
      const gone = [...this.now.jobs.values()].filter((job) => job.fleetId === fleetId).map(({ jobId }) => jobId);
      return { ...(await this.forget(write, gone)), ...(await this.move(write, position)) };
    });
  }

  private async forget(write: Write, jobIds: string[]) {
    const gone = new Set(jobIds);
    await Promise.all(
      jobIds.flatMap((jobId) => [
        write.objectStore('jobs').delete(jobId),
        write.objectStore('drafts').delete(draftsOf(jobId)),
      ]),
    );
    return {
      jobs: new Map([...this.now.jobs].filter(([jobId]) => !gone.has(jobId))),
      drafts: new Map([...this.now.drafts].filter(([key]) => !gone.has(jobOf(key)))),
      refused: await this.fade(write, ({ sent }) => gone.has(sent.jobId)),
    };
  }

  /** Of these refused steps no more than a trace stays. */
  private async fade(write: Write, which: (refused: Refused) => boolean) {
    const refused = write.objectStore('refused');
    for (const each of await refused.getAll()) if (isWhole(each.sent) && which(each)) await refused.put(traceOf(each));
    return refused.getAll();
  }

  private async move(write: Write, position: string | undefined) {
    if (position === undefined) return {};
    await write.objectStore('kept').put(position, 'position');
    return { position };
  }

  // What the technician does

  /** Is on the phone for good when this returns; only then is it shown as done. */
  enqueue(userId: string, sent: SentCommand, draft?: string) {
    return this.changeOf(userId, async (write) => {
      const fields = draft ? this.now.drafts.get(draft) : undefined;
      await write.objectStore('queue').add({
        userId,
        sent,
        clock: this.now.clock,
        ...(draft && fields && { draft: { key: draft, fields } }),
      } as Waiting);
      if (draft) await write.objectStore('drafts').delete(draft);
      return {
        queue: await write.objectStore('queue').getAll(),
        drafts: new Map([...this.now.drafts].filter(([key]) => key !== draft)),
      };
    });
  }

  /**
   * As if it had not been done; what had been filled in is a draft again. Not once it may have reached the server, and not what a
   * later step builds on.
   */
  takeBack(userId: string, number: number) {
    return this.changeOf(userId, async (write) => {
      const queue = write.objectStore('queue');
      const entry = lastOf(await queue.getAll(), userId, (await queue.get(number))?.sent.jobId);
      if (entry?.number !== number || entry.tried) return {};
      await queue.delete(number);
      const drafts = new Map(this.now.drafts);
      if (entry.draft) {
        drafts.set(entry.draft.key, entry.draft.fields);
        await write.objectStore('drafts').put(entry.draft.fields, entry.draft.key);
      }
      return { queue: await queue.getAll(), drafts };
    });
  }

  draft(key: string, fields: Record<string, string>) {
    return this.inTurn(async () => {
      await this.database.put('drafts', fields, key);
      this.show({ drafts: new Map(this.now.drafts).set(key, fields) });
    });
  }

  dismiss(numbers: number[]) {
    return this.change(async (write) => {
      const refused = write.objectStore('refused');
      await Promise.all(numbers.map((number) => refused.delete(number)));
      return { refused: await refused.getAll() };
    });
  }

  /** These refused steps once more, in the order in which they were done, for their jobs as they are now. */
  repeat(userId: string, numbers: number[], newKey: () => string) {
    return this.changeOf(userId, async (write) => {
      const refused = write.objectStore('refused');
      for (const number of [...numbers].sort((a, b) => a - b)) {
        const entry = await refused.get(number);
        const job = this.now.jobs.get(entry?.sent.jobId ?? '');
        if (entry?.userId !== userId || !isWhole(entry.sent) || !job) continue;
        await refused.delete(number);
        const about = isAboutTime(entry.problem);
        await write.objectStore('queue').add({
          userId,
          clock: this.now.clock,
          saidAt: about ? (entry.saidAt ?? entry.sent.doneAt) : entry.saidAt,
          sent: {
            ...entry.sent,
            idempotencyKey: newKey(),
            seenVersion: job.version,
            doneAt: about ? this.time().toISOString() : entry.sent.doneAt,
          },
        } as Waiting);
      }
      return { refused: await refused.getAll(), queue: await write.objectStore('queue').getAll() };
    });
  }

  // What the server answered

  /** @returns those of them that are still there; they cannot be taken back any more */
  async trying(userId: string, numbers: number[]): Promise<Waiting[]> {
    const there: Waiting[] = [];
    await this.changeOf(userId, async (write) => {
      const queue = write.objectStore('queue');
      let news = false;
      for (const number of numbers) {
        const entry = await queue.get(number);
        if (!entry) continue;
        if (!entry.tried) await queue.put({ ...entry, tried: true });
        news ||= !entry.tried;
        there.push(entry);
      }
      return news ? { queue: await queue.getAll() } : {};
    });
    return there;
  }

  /**
   * Takes answered commands off the queue. A job comes only from the feed: an answer renews one that is still here, but never
   * brings one back that has been hidden since.
   */
  settle(userId: string, results: Settled[], hidden: string[], at: Date) {
    return this.changeOf(userId, async (write) => {
      const { jobs, drafts } = await this.forget(write, hidden);
      const queue = write.objectStore('queue');
      for (const { number, problem, job, stays } of results) {
        const entry = await queue.get(number);
        if (entry && stays) await queue.put({ ...entry, ...stays });
        else await queue.delete(number);
        if (entry && problem) {
          const refused = refusal(entry, problem, at);
          await write.objectStore('refused').put(jobs.has(entry.sent.jobId) ? refused : traceOf(refused));
        }
        const known = job && jobs.get(job.jobId);
        if (known && known.version <= job.version) {
          jobs.set(job.jobId, job);
          await write.objectStore('jobs').put(job);
        }
      }
      return { jobs, drafts, queue: await queue.getAll(), refused: await write.objectStore('refused').getAll() };
    });
  }

  // Whose phone it is

  /** What the sign-in service gave last, and to whom. */
  async credentials(): Promise<Partial<Credentials> & { owner?: Owner }> {
    const kept = this.database.transaction('kept').store;
    const [owner, refreshToken, idToken] = await Promise.all(
      ['owner', 'refreshToken', 'idToken'].map((name) => kept.get(name)),
    );
    return { owner, refreshToken, idToken } as Partial<Credentials> & { owner?: Owner };
  }

  /** Another technician's jobs are not for this one. What the other has not sent yet stays, for when they come back. */
  belongTo(owner: Owner, credentials: Credentials) {
    return this.change(async (write) => {
      const kept = write.objectStore('kept');
      const before = (await kept.get('owner')) as Owner | undefined;
      const emptied = before?.userId === owner.userId ? {} : await this.empty(write);
      await kept.put(owner, 'owner');
      await kept.delete('noAccess');
      await this.putCredentials(write, credentials);
      return { ...emptied, owner, noAccess: undefined };
    });
  }

  /** @returns whether the new ones are kept; not if somebody has signed in or out since the old one was read */
  async renew(old: string, credentials: Credentials): Promise<boolean> {
    let renewed = false;
    await this.change(async (write) => {
      renewed = (await write.objectStore('kept').get('refreshToken')) === old;
      if (renewed) await this.putCredentials(write, credentials);
      return {};
    });
    return renewed;
  }

  private async putCredentials(write: Write, { refreshToken, idToken }: Credentials) {
    await write.objectStore('kept').put(refreshToken, 'refreshToken');
    if (idToken) await write.objectStore('kept').put(idToken, 'idToken');
  }

  /**
   * The sign-in has ended, and perhaps with it the right to see anything: until somebody signs in again no job is here. What was
   * done stays.
   */
  endSignIn(refreshToken: string) {
    return this.change(async (write) => {
      const kept = write.objectStore('kept');
      if ((await kept.get('refreshToken')) !== refreshToken) return {};
      await kept.delete('refreshToken');
      return this.emptyJobs(write);
    });
  }

  /**
   * The right to see anything has ended, and with it the reason to keep anything. What this technician did and the phone has not
   * sent cannot be sent any more, which is told; what others have not sent is theirs.
   */
  endAccess(userId: string, noAccess: string) {
    return this.changeOf(userId, async (write) => {
      const queue = write.objectStore('queue');
      for (const entry of await queue.getAll()) {
        if (entry.userId !== userId) continue;
        await queue.delete(entry.number);
        await write.objectStore('refused').put(refusal(entry, ACCESS_ENDED, this.time()));
      }
      await write.objectStore('kept').put(noAccess, 'noAccess');
      return { ...(await this.empty(write)), queue: await queue.getAll(), noAccess };
    });
  }

  regainAccess(userId: string) {
    return this.changeOf(userId, async (write) => {
      await write.objectStore('kept').delete('noAccess');
      return { noAccess: undefined };
    });
  }

  /** Leaves what waits to be sent, and traces of what was refused and not read yet. */
  async signOut(): Promise<Partial<Credentials>> {
    let credentials: Partial<Credentials> = {};
    await this.change(async (write) => {
      const kept = write.objectStore('kept');
      credentials = {
        refreshToken: (await kept.get('refreshToken')) as string | undefined,
        idToken: (await kept.get('idToken')) as string | undefined,
      };
      for (const name of ['owner', 'refreshToken', 'idToken', 'noAccess']) await kept.delete(name);
      return { ...(await this.empty(write)), owner: undefined, noAccess: undefined };
    });
    return credentials;
  }

  private async empty(write: Write) {
    return { ...(await this.emptyJobs(write)), refused: await this.fade(write, () => true) };
  }

  private async emptyJobs(write: Write) {
    await write.objectStore('jobs').clear();
    await write.objectStore('drafts').clear();
    await write.objectStore('kept').delete('position');
    return { jobs: new Map<string, Job>(), drafts: new Map<string, Record<string, string>>(), position: undefined };
  }
}
