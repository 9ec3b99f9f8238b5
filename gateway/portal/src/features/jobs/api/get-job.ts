import { queryOptions } from '@tanstack/react-query';
import { answer, jobs } from '@/api/clients';
import type { JobDetails } from '@/api/model';
import { jobsKey } from './get-jobs';

export const jobQuery = (jobId: string) =>
  queryOptions({
    queryKey: [...jobsKey, 'one', jobId],
    queryFn: async () =>
      (await answer(jobs.GET('/api/partner/v1/jobs/{jobId}', { params: { path: { jobId } } }))) as JobDetails,
  });
