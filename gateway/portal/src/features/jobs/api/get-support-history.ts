import { queryOptions } from '@tanstack/react-query';
import { answer, jobs } from '@/api/clients';
import type { JobVisibility, PastVehicleAccess, SupportJob } from '@/api/model';

const key = 'support';

export const supportJobQuery = (jobId: string) =>
  queryOptions({
    queryKey: [key, 'job', jobId],
    queryFn: async () =>
      (await answer(jobs.GET('/api/support/v1/jobs/{jobId}', { params: { path: { jobId } } }))) as SupportJob,
  });

/** @param at the moment, ISO 8601 */
export const supportVisibilityQuery = (jobId: string, at: string) =>
  queryOptions({
    queryKey: [key, 'visibility', jobId, at],
    queryFn: async () =>
      (await answer(
        jobs.GET('/api/support/v1/jobs/{jobId}/visibility', { params: { path: { jobId }, query: { at } } }),
      )) as JobVisibility,
  });

/** @param at the moment, ISO 8601 */
export const supportAccessQuery = (vin: string, at: string) =>
  queryOptions({
    queryKey: [key, 'access', vin, at],
    queryFn: async () =>
      (await answer(
        jobs.GET('/api/support/v1/vehicles/{vin}/access', { params: { path: { vin }, query: { at } } }),
      )) as PastVehicleAccess,
  });
