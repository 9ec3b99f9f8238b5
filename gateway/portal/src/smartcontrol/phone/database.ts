import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Problem } from '@/api/problem';
import type { SentCommand } from '../work/command';
import type { Job } from '../work/job';

/** A command on its way. The numbers give the order in which things were done. */
export interface Waiting {
  number: number;
  userId: string;
  sent: SentCommand;
}

/** A command that was not carried out, kept until the technician has read why. */
export interface Refused extends Waiting {
  problem: Problem;
  refusedAt: string;
}

export interface Owner {
  userId: string;
  firstName?: string;
  lastName?: string;
}

/** Single things, by name. */
export interface Kept {
  /** Whose jobs these are. */
  owner: Owner;
  /** How far the feed has been followed. */
  position: string;
  /** What must be added to the phone's clock to get the server's, in milliseconds. */
  clock: number;
  refreshToken: string;
  idToken: string;
  settings: { issuer: string; clientId: string };
}

interface Schema extends DBSchema {
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
