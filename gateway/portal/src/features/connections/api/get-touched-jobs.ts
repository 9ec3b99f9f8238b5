import { queryOptions } from '@tanstack/react-query';
import { answer, jobs } from '@/api/clients';
import type { JobSummary } from '@/api/model';

/** How many jobs the end of the fleet's connection touches; always asked anew. */
export const touchedJobsQuery = (fleetId: string) =>
  queryOptions({
    queryKey: ['touched-jobs', fleetId],
    queryFn: async () =>
      (await answer(jobs.GET('/api/partner/v1/jobs/summary', { params: { query: { fleetId } } }))) as JobSummary,
    staleTime: 0,
    gcTime: 0,
    retry: 1,
  });
