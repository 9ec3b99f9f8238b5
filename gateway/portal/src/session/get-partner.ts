import { queryOptions, useQuery } from '@tanstack/react-query';
import { answer, partners } from '@/api/clients';
import type { Partner } from '@/api/model';

export const partnerKey = ['partner'] as const;

export const partnerQuery = queryOptions({
  queryKey: partnerKey,
  queryFn: async () => (await answer(partners.GET('/api/partner/v1/partner'))) as Partner,
});

export const usePartner = () => useQuery(partnerQuery);

export const PARTNER_CHANGES = '/api/partner/v1/partner/changes';
