import { answer, connections } from '@/api/clients';

export function acceptConnection(connectionId: string) {
  return answer(
    connections.POST('/api/partner/v1/fleet-connections/{connectionId}/accept', { params: { path: { connectionId } } }),
  );
}
