import { queryOptions, useQuery } from '@tanstack/react-query';
import { answer, identity } from '@/api/clients';
import type { OwnAccount } from '@/api/model';

export const ownAccountKey = ['own-account'] as const;

export const ownAccountQuery = queryOptions({
  queryKey: ownAccountKey,
  queryFn: async () => (await answer(identity.GET('/api/partner/v1/me'))) as OwnAccount,
});

export const useOwnAccount = () => useQuery(ownAccountQuery);
