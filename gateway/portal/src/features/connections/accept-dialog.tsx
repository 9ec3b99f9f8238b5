import { Link } from 'react-router';
import { isProblem } from '@/api/problem';
import type { FleetConnection } from '@/api/model';
import { ConfirmDialog } from '@/components/dialog';
import { useWords } from '@/i18n';
import { useAccept } from './use-accept';

/** Says what the consent means; how many jobs wait is told only after it. */
export function AcceptDialog({ connection, onClose }: { connection: FleetConnection; onClose: () => void }) {
  const { connections } = useWords();
  const { fleetName, providerName, overrideAllowed } = connection;
  const accept = useAccept(connection, onClose);
  return (
    <ConfirmDialog
      title={connections.acceptTitle(fleetName)}
      consequences={[...connections.acceptText(providerName), ...(overrideAllowed ? [connections.override] : [])]}
      confirm={connections.accept}
      busy={accept.isPending}
      error={accept.error}
      remedy={
        isProblem(accept.error, 'onboarding-incomplete') && <Link to="/onboarding">{connections.finishOnboarding}</Link>
      }
      onConfirm={() => accept.mutate()}
      onClose={onClose}
    />
  );
}
