import { queryOptions, useQuery } from '@tanstack/react-query';
import { http } from '@/api/http';
import type { Me } from '@/api/model';

/** Who is signed in, as the gateway says; a 401 problem means nobody. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async (): Promise<Me> =>
    (await http('/api/me', { headers: { Accept: 'application/json' } })).json() as Promise<Me>,
  staleTime: Infinity,
});

export const useMe = () => useQuery(meQuery);

export const isAdmin = (me: Me) => me.roles.includes('partner-admin');
export const isTechnician = (me: Me) => me.roles.includes('technician');
export const isSupport = (me: Me) => me.roles.includes('support');
