import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Problem } from '@/api/problem';
import type { SentCommand, Trace } from '../work/command';
import type { Job } from '../work/job';

/** A command on its way. The numbers give the order in which things were done. */
export interface Waiting {
  number: number;
  userId: string;
  sent: SentCommand;
  /** What was added to the phone's clock when `doneAt` was written down, in milliseconds; steps of earlier versions lack it. */
  clock?: number;
  /** What `doneAt` was before it turned out that the phone's clock had been wrong. */
  saidAt?: string;
  /** It may have reached the server; from then on it cannot be taken back. */
  tried?: boolean;
  /** What had been filled in for it. */
  draft?: { key: string; fields: Record<string, string> };
}

/** A command that was not carried out, kept until the technician has read why. */
export interface Refused {
  number: number;
  userId: string;
  sent: SentCommand | Trace;
  saidAt?: string;
  problem: Problem;
  refusedAt: string;
}

export interface Owner {
  userId: string;
  firstName?: string;
  lastName?: string;
}

/** What the sign-in service gave; useless without the owner it was given to. */
export interface Credentials {
  refreshToken: string;
  idToken?: string;
}

/** Single things, by name. */
export interface Kept extends Credentials {
  /** Whose jobs these are, and whose tokens. */
  owner: Owner;
  /** How far the feed has been followed. */
  position: string;
  /** What must be added to the phone's clock to get the server's, in milliseconds. */
  clock: number;
  /** Why the owner sees no jobs, if so: the type of the refusal. */
  noAccess: string;
  settings: { issuer: string; clientId: string };
}

export interface Schema extends DBSchema {
  jobs: { key: string; value: Job };
  queue: { key: number; value: Waiting };
  refused: { key: number; value: Refused };
  drafts: { key: string; value: Record<string, string> };
  kept: { key: string; value: unknown };
}

export type Database = IDBPDatabase<Schema>;

export const openDatabase = (name = 'smartcontrol') =>
  openDB<Schema>(name, 1, {
    upgrade(database) {
      database.createObjectStore('jobs', { keyPath: 'jobId' });
      database.createObjectStore('queue', { keyPath: 'number', autoIncrement: true });
      database.createObjectStore('refused', { keyPath: 'number' });
      database.createObjectStore('drafts');
      database.createObjectStore('kept');
    },
    // A newer version of the app in another tab may change the database; this one lets it and loads anew.
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
      location.reload();
    },
  });
