import { createContext, use, useMemo, useSyncExternalStore, type ReactNode } from 'react';
import type { Line } from '../session/line';
import type { Session } from '../session/session';
import type { Engine } from '../sync/engine';
import { applied } from '../work/apply';
import { makeCommand, type Command } from '../work/command';
import type { Job } from '../work/job';
import { lastOf, type Store } from './store';

export interface Phone {
  store: Store;
  engine: Engine;
  session: Session;
  line: Line;
}

export const PhoneContext = createContext<Phone | undefined>(undefined);

export const PhoneProvider = ({ phone, children }: { phone: Phone; children: ReactNode }) => (
  <PhoneContext value={phone}>{children}</PhoneContext>
);

export function usePhone(): Phone {
  const phone = use(PhoneContext);
  if (!phone) throw new Error('There is no PhoneProvider around this component');
  return phone;
}

export function useSnapshot() {
  const { store } = usePhone();
  return useSyncExternalStore(store.subscribe, store.snapshot);
}

export function useStatus() {
  const { engine } = usePhone();
  return useSyncExternalStore(engine.subscribe, engine.status);
}

/** The jobs as they will be once everything is sent, and what is not sent yet. */
export function useWork() {
  const { jobs, queue, refused, owner, position } = useSnapshot();
  return useMemo(() => {
    const me = owner?.userId ?? '';
    const waiting = queue.filter(({ userId }) => userId === me);
    const shown = new Map<string, Job>();
    for (const [jobId, job] of jobs) {
      const mine = waiting.filter(({ sent }) => sent.jobId === jobId).map(({ sent }) => sent);
      shown.set(jobId, mine.length > 0 ? applied(job, mine, me) : job);
    }
    return {
      me,
      jobs: shown,
      waiting,
      refused: refused.filter(({ userId }) => userId === me),
      waits: (jobId: string) => waiting.some(({ sent }) => sent.jobId === jobId),
      /** What was done last with the job, if it can be taken back. */
      latest: (jobId: string) => {
        const last = lastOf(waiting, me, jobId);
        return last?.tried ? undefined : last;
      },
      /** Whether all jobs have been here at least once. */
      complete: position !== undefined,
    };
  }, [jobs, queue, refused, owner, position]);
}

/** Keeps a command on the phone; the engine lets it go out. */
export function useDo() {
  const { store } = usePhone();
  return async (jobId: string, command: Command, draft?: string) => {
    const { jobs, owner } = store.snapshot();
    const job = jobs.get(jobId);
    if (!job || !owner) return;
    await store.enqueue(owner.userId, makeCommand(job, command, store.time(), crypto.randomUUID()), draft);
  };
}
