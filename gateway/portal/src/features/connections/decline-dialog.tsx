import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { FleetConnection } from '@/api/model';
import { ConfirmDialog } from '@/components/dialog';
import { useNotify } from '@/components/toasts';
import { useWords } from '@/i18n';
import { declineConnection } from './api/decline-connection';
import { connectionsKey } from './api/get-connections';

export function DeclineDialog({ connection, onClose }: { connection: FleetConnection; onClose: () => void }) {
  const { connections } = useWords();
  const notify = useNotify();
  const queries = useQueryClient();
  const { connectionId, fleetName, providerName } = connection;
  const decline = useMutation({
    mutationFn: () => declineConnection(connectionId),
    onSuccess: () => {
      notify({ tone: 'good', text: connections.declinedNotice(fleetName) });
      onClose();
    },
    onSettled: () => queries.invalidateQueries({ queryKey: connectionsKey }),
  });
  return (
    <ConfirmDialog
      title={connections.declineTitle(fleetName)}
      consequences={connections.declineText(providerName)}
      confirm={connections.decline}
      danger
      busy={decline.isPending}
      error={decline.error}
      onConfirm={() => decline.mutate()}
      onClose={onClose}
    />
  );
}
