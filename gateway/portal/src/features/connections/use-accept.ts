import { useMutation, useQueryClient } from '@tanstack/react-query';
import { isProblem } from '@/api/problem';
import type { FleetConnection } from '@/api/model';
import { useNotify } from '@/components/toasts';
import { useWords } from '@/i18n';
import { partnerQuery } from '@/session/get-partner';
import { acceptConnection } from './api/accept-connection';
import { connectionsKey } from './api/get-connections';

const ATTEMPTS = 6;
const BETWEEN = 800;

export function useAccept({ connectionId, fleetName }: FleetConnection, onAccepted: () => void) {
  const { connections } = useWords();
  const notify = useNotify();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => acceptConnection(connectionId),
    // The news that the onboarding is finished may reach the connections a moment after the last step.
    retry: (failures, error) =>
      failures < ATTEMPTS &&
      isProblem(error, 'onboarding-incomplete') &&
      queries.getQueryData(partnerQuery.queryKey)?.missingSteps.length === 0,
    retryDelay: BETWEEN,
    onSuccess: () => {
      notify({ tone: 'good', text: connections.acceptedNotice(fleetName) });
      onAccepted();
    },
    onError: (error) => {
      if (isProblem(error, 'onboarding-incomplete'))
        void queries.invalidateQueries({ queryKey: partnerQuery.queryKey });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: connectionsKey }),
  });
}
