import { queryOptions } from '@tanstack/react-query';
import { answer, identity } from '@/api/clients';
import type { OpenRegistration } from '@/api/model';

export const linkQuery = (token: string) =>
  queryOptions({
    queryKey: ['registration', token],
    queryFn: async () =>
      (await answer(identity.POST('/api/public/v1/registration/check', { body: { token } }))) as OpenRegistration,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
