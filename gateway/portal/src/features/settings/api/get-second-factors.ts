import { queryOptions } from '@tanstack/react-query';
import { http } from '@/api/http';
import type { SecondFactor } from '@/api/model';

export const secondFactorsQuery = queryOptions({
  queryKey: ['second-factors'],
  queryFn: async () => {
    const response = await http('/api/me/second-factors', { headers: { Accept: 'application/json' } });
    return ((await response.json()) as { secondFactors: SecondFactor[] }).secondFactors;
  },
});
