import { answer, connections } from '@/api/clients';

export function deleteConnection(connectionId: string) {
  return answer(
    connections.DELETE('/api/partner/v1/fleet-connections/{connectionId}', { params: { path: { connectionId } } }),
  );
}
