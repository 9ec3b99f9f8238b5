import { queryOptions, useQuery } from '@tanstack/react-query';
import { answer, connections } from '@/api/clients';
import type { FleetConnection } from '@/api/model';

export const connectionsKey = ['connections'] as const;
export const CONNECTION_CHANGES = '/api/partner/v1/fleet-connections/changes';

const PAGE = 200;

/** All of them, newest first: a team has some dozens, and the page counts them by state. */
export const connectionsQuery = queryOptions({
  queryKey: connectionsKey,
  queryFn: async () => {
    const all: FleetConnection[] = [];
    let cursor: string | undefined;
    do {
      const page = await answer(
        connections.GET('/api/partner/v1/fleet-connections', { params: { query: { limit: PAGE, cursor } } }),
      );
      all.push(...(page.items as FleetConnection[]));
      cursor = page.nextCursor;
    } while (cursor);
    return all;
  },
});

export const useConnections = () => useQuery(connectionsQuery);

export const usePendingCount = () =>
  useQuery({ ...connectionsQuery, select: (all) => all.filter(({ state }) => state === 'PENDING').length }).data ?? 0;
