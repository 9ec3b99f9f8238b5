import { queryOptions } from '@tanstack/react-query';
import { answer, partners } from '@/api/clients';
import type { Language, NdaDocument } from '@/api/model';

export const ndaQuery = (language: Language) =>
  queryOptions({
    queryKey: ['nda', language],
    queryFn: async () =>
      (await answer(partners.GET('/api/partner/v1/partner/nda', { params: { query: { language } } }))) as NdaDocument,
    retry: 1,
    // What is signed must be what was read: it changes only when it is asked for again.
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
