import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { answer, jobs } from '@/api/clients';
import type { JobPage } from '@/api/model';
import type { JobFilter } from '../filter';

export const jobsKey = ['jobs'] as const;
export const JOB_CHANGES = '/api/partner/v1/jobs/changes';

const PAGE = 50;

export const jobsQuery = (filter: JobFilter) =>
  infiniteQueryOptions({
    queryKey: [...jobsKey, 'list', filter],
    queryFn: async ({ pageParam }) =>
      (await answer(
        jobs.GET('/api/partner/v1/jobs', { params: { query: { ...filter, limit: PAGE, cursor: pageParam } } }),
      )) as JobPage,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last: JobPage) => last.nextCursor,
    placeholderData: keepPreviousData,
  });
