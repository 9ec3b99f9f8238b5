import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { FleetConnection } from '@/api/model';
import { ConfirmDialog } from '@/components/dialog';
import { useNotify } from '@/components/toasts';
import { useWords } from '@/i18n';
import { deleteConnection } from './api/delete-connection';
import { connectionsKey } from './api/get-connections';
import { touchedJobsQuery } from './api/get-touched-jobs';

/** Says how many jobs the deletion touches before it can be confirmed. */
export function DeleteDialog({ connection, onClose }: { connection: FleetConnection; onClose: () => void }) {
  const { connections } = useWords();
  const notify = useNotify();
  const queries = useQueryClient();
  const { connectionId, fleetId, fleetName, providerName } = connection;
  const touched = useQuery(touchedJobsQuery(fleetId));
  const end = useMutation({
    mutationFn: () => deleteConnection(connectionId),
    onSuccess: () => {
      notify({ tone: 'good', text: connections.deletedNotice(fleetName) });
      onClose();
    },
    onSettled: () => queries.invalidateQueries({ queryKey: connectionsKey }),
  });
  const counts = touched.data
    ? [
        <strong key="running">{connections.running(touched.data.running)}</strong>,
        <strong key="assigned">{connections.assigned(touched.data.assigned)}</strong>,
      ]
    : [
        <span key="counting" role="status" className="quiet">
          {touched.isFetching ? connections.counting : connections.countFailed}
        </span>,
      ];
  return (
    <ConfirmDialog
      title={connections.deleteTitle(fleetName)}
      consequences={[...counts, ...connections.deleteText(providerName)]}
      confirm={connections.delete}
      danger
      busy={end.isPending}
      blocked={!touched.data}
      error={end.error ?? touched.error}
      remedy={
        touched.isError && (
          <Button size="sm" variant="default" loading={touched.isFetching} onClick={() => void touched.refetch()}>
            {connections.countAgain}
          </Button>
        )
      }
      onConfirm={() => end.mutate()}
      onClose={onClose}
    />
  );
}
