import { answer, connections } from '@/api/clients';

export function declineConnection(connectionId: string) {
  return answer(
    connections.POST('/api/partner/v1/fleet-connections/{connectionId}/decline', {
      params: { path: { connectionId } },
    }),
  );
}
