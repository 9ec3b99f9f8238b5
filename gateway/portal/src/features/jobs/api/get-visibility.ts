import { queryOptions } from '@tanstack/react-query';
import { answer, jobs } from '@/api/clients';
import type { JobVisibility } from '@/api/model';
import { jobsKey } from './get-jobs';

/** @param at the moment, ISO 8601 */
export const visibilityQuery = (jobId: string, at: string) =>
  queryOptions({
    queryKey: [...jobsKey, 'visibility', jobId, at],
    queryFn: async () =>
      (await answer(
        jobs.GET('/api/partner/v1/jobs/{jobId}/visibility', { params: { path: { jobId }, query: { at } } }),
      )) as JobVisibility,
  });
