import type { Problem } from '@/api/problem';
import type { SentCommand } from '../work/command';
import type { Job } from '../work/job';
import type { Database, Kept, Owner, Refused, Waiting } from './database';

/** All that the phone knows, as it is shown. */
export interface Snapshot {
  jobs: ReadonlyMap<string, Job>;
  queue: readonly Waiting[];
  refused: readonly Refused[];
  drafts: ReadonlyMap<string, Record<string, string>>;
  owner?: Owner;
  position?: string;
  clock: number;
}

/** What became of a command. */
export interface Settled {
  number: number;
  problem?: Problem;
  job?: Job;
}

/** What is known of a job is in its place only, where it is forgotten when it must be. */
const withoutJob = ({ more: { job: _job, ...more }, ...problem }: Problem): Problem => ({ ...problem, more });

const CHANGES = 'smartcontrol.changes';
const draftsOf = (jobId: string) => IDBKeyRange.bound(`${jobId}:`, `${jobId};`, false, true);

/**
 * The phone's memory: everything is in IndexedDB before it is shown, so that closing the app, an empty battery or a crash loses
 * nothing. What belongs together is written in one transaction. Tabs tell each other when something has changed.
 */
export class Store {
  private readonly listeners = new Set<() => void>();
  private readonly others = new BroadcastChannel(CHANGES);
  private now: Snapshot = { jobs: new Map(), queue: [], refused: [], drafts: new Map(), clock: 0 };
  private last: Promise<unknown> = Promise.resolve();

  private constructor(private readonly database: Database) {
    this.others.onmessage = () => void this.inTurn(() => this.load());
  }

  static async open(database: Database) {
    const store = new Store(database);
    await store.load();
    return store;
  }

  snapshot = () => this.now;

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

  private async load() {
    const read = this.database.transaction(['jobs', 'queue', 'refused', 'drafts', 'kept']);
    const [jobs, queue, refused, drafts, draftKeys, owner, position, clock] = await Promise.all([
      read.objectStore('jobs').getAll(),
      read.objectStore('queue').getAll(),
      read.objectStore('refused').getAll(),
      read.objectStore('drafts').getAll(),
      read.objectStore('drafts').getAllKeys(),
      read.objectStore('kept').get('owner') as Promise<Owner | undefined>,
      read.objectStore('kept').get('position') as Promise<string | undefined>,
      read.objectStore('kept').get('clock') as Promise<number | undefined>,
    ]);
    this.show({
      jobs: new Map(jobs.map((job) => [job.jobId, job])),
      queue,
      refused,
      drafts: new Map(draftKeys.map((key, index) => [key, drafts[index]!])),
      owner,
      position,
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

  get = async <K extends keyof Kept>(name: K) => (await this.database.get('kept', name)) as Kept[K] | undefined;

  keep<K extends keyof Kept>(name: K, value: Kept[K] | undefined) {
    return this.inTurn(() => this.put(name, value));
  }

  private async put<K extends keyof Kept>(name: K, value: Kept[K] | undefined) {
    if (value === undefined) await this.database.delete('kept', name);
    else await this.database.put('kept', value, name);
    if (name === 'clock') this.show({ clock: (value as number | undefined) ?? 0 });
    if (name === 'position') this.show({ position: value as string | undefined });
  }

  // What the feed tells

  keepJob(job: Job, position?: string) {
    return this.inTurn(async () => {
      const write = this.database.transaction(['jobs', 'kept'], 'readwrite');
      await write.objectStore('jobs').put(job);
      await this.moveWithin(write.objectStore('kept'), position);
      await write.done;
      this.tell({ jobs: new Map(this.now.jobs).set(job.jobId, job), position: position ?? this.now.position });
    });
  }

  moveTo(position: string) {
    return this.keep('position', position);
  }

  /** These are all the jobs there are. */
  keepOnly(jobs: Job[], position: string) {
    return this.inTurn(async () => {
      const write = this.database.transaction(['jobs', 'drafts', 'kept'], 'readwrite');
      await write.objectStore('jobs').clear();
      for (const job of jobs) await write.objectStore('jobs').put(job);
      const here = new Map(jobs.map((job) => [job.jobId, job]));
      const drafts = new Map(this.now.drafts);
      for (const key of this.now.drafts.keys()) {
        if (here.has(key.split(':')[0]!)) continue;
        drafts.delete(key);
        await write.objectStore('drafts').delete(key);
      }
      await this.moveWithin(write.objectStore('kept'), position);
      await write.done;
      this.tell({ jobs: here, drafts, position });
    });
  }

  forgetFleet(fleetId: string, position?: string) {
    return this.inTurn(async () => {
      await this.forget(
        [...this.now.jobs.values()].filter((job) => job.fleetId === fleetId).map(({ jobId }) => jobId),
        position,
      );
    });
  }

  private async forget(jobIds: string[], position?: string) {
    const write = this.database.transaction(['jobs', 'drafts', 'kept'], 'readwrite');
    for (const jobId of jobIds) {
      await write.objectStore('jobs').delete(jobId);
      await write.objectStore('drafts').delete(draftsOf(jobId));
    }
    await this.moveWithin(write.objectStore('kept'), position);
    await write.done;
    this.tell({ ...this.without(jobIds), position: position ?? this.now.position });
  }

  private without(jobIds: string[]) {
    const jobs = new Map(this.now.jobs);
    const drafts = new Map(this.now.drafts);
    for (const jobId of jobIds) {
      jobs.delete(jobId);
      for (const key of drafts.keys()) if (key.startsWith(`${jobId}:`)) drafts.delete(key);
    }
    return { jobs, drafts };
  }

  private async moveWithin(
    kept: { put?: (value: unknown, key: string) => Promise<unknown> },
    position: string | undefined,
  ) {
    if (position !== undefined) await kept.put?.(position, 'position');
  }

  // What the technician does

  /** Is on the phone for good when this returns; only then is it shown as done. */
  enqueue(sent: SentCommand, draft?: string) {
    return this.inTurn(async () => {
      const { owner } = this.now;
      if (!owner) throw new Error('Nobody is signed in');
      const write = this.database.transaction(['queue', 'drafts'], 'readwrite');
      const entry = { userId: owner.userId, sent } as Waiting;
      const number = await write.objectStore('queue').add(entry);
      if (draft) await write.objectStore('drafts').delete(draft);
      await write.done;
      const drafts = new Map(this.now.drafts);
      if (draft) drafts.delete(draft);
      this.tell({ queue: [...this.now.queue, { ...entry, number }], drafts });
    });
  }

  draft(key: string, fields: Record<string, string>) {
    return this.inTurn(async () => {
      await this.database.put('drafts', fields, key);
      this.show({ drafts: new Map(this.now.drafts).set(key, fields) });
    });
  }

  dismiss(number: number) {
    return this.inTurn(async () => {
      await this.database.delete('refused', number);
      this.tell({ refused: this.now.refused.filter((each) => each.number !== number) });
    });
  }

  // What the server answered

  /**
   * Takes answered commands off the queue. A job comes only from the feed: an answer renews one that is still here, but never
   * brings one back that has been hidden since.
   */
  settle(results: Settled[], hidden: string[], at: Date) {
    return this.inTurn(async () => {
      const write = this.database.transaction(['jobs', 'queue', 'refused', 'drafts'], 'readwrite');
      const { jobs, drafts } = this.without(hidden);
      const gone = new Set(results.map(({ number }) => number));
      const refused = [...this.now.refused];
      for (const { number, problem, job } of results) {
        const entry = await write.objectStore('queue').get(number);
        await write.objectStore('queue').delete(number);
        if (entry && problem) {
          refused.push({ ...entry, problem: withoutJob(problem), refusedAt: at.toISOString() });
          await write.objectStore('refused').put(refused.at(-1)!);
        }
        const known = job && jobs.get(job.jobId);
        if (known && known.version <= job.version) {
          jobs.set(job.jobId, job);
          await write.objectStore('jobs').put(job);
        }
      }
      for (const jobId of hidden) {
        await write.objectStore('jobs').delete(jobId);
        await write.objectStore('drafts').delete(draftsOf(jobId));
      }
      await write.done;
      this.tell({ jobs, drafts, refused, queue: this.now.queue.filter(({ number }) => !gone.has(number)) });
    });
  }

  // Whose phone it is

  /** Another technician's jobs are not for this one. What the other has not sent yet stays, for when they come back. */
  belongTo(owner: Owner) {
    return this.inTurn(async () => {
      if (this.now.owner?.userId !== owner.userId) await this.clear(['jobs', 'refused', 'drafts'], ['position']);
      await this.put('owner', owner);
      this.tell({ owner });
    });
  }

  /** Leaves nothing but what waits to be sent. */
  signOut() {
    return this.inTurn(async () => {
      await this.clear(['jobs', 'refused', 'drafts'], ['position', 'owner', 'refreshToken', 'idToken']);
    });
  }

  /** The right to see anything has ended, and with it the reason to keep anything. */
  forgetEverything() {
    return this.inTurn(async () => {
      await this.clear(['jobs', 'queue', 'refused', 'drafts'], ['position']);
    });
  }

  private async clear(stores: ('jobs' | 'queue' | 'refused' | 'drafts')[], kept: (keyof Kept)[]) {
    const write = this.database.transaction([...stores, 'kept'], 'readwrite');
    for (const name of stores) await write.objectStore(name).clear();
    for (const name of kept) await write.objectStore('kept').delete(name);
    await write.done;
    await this.load();
    this.others.postMessage('changed');
  }
}
