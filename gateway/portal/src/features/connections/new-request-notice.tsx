import { useEffect, useRef } from 'react';
import { useNotify } from '@/components/toasts';
import { useWords } from '@/i18n';
import { useLive } from '@/lib/use-live';
import { CONNECTION_CHANGES, connectionsKey, useConnections } from './api/get-connections';

/** Wherever an admin is in the portal, a request that arrives is told. */
export function NewRequestNotice() {
  const t = useWords();
  const notify = useNotify();
  const { data } = useConnections();
  useLive(CONNECTION_CHANGES, connectionsKey);
  const known = useRef<Set<string>>(undefined);
  useEffect(() => {
    if (!data) return;
    const before = known.current;
    known.current = new Set(data.map(({ connectionId }) => connectionId));
    if (!before) return;
    for (const { connectionId, state, providerName, fleetName } of data) {
      if (state === 'PENDING' && !before.has(connectionId)) {
        notify({
          tone: 'news',
          title: t.connections.newTitle,
          text: t.connections.newText(providerName, fleetName),
          link: { to: '/connections?state=pending', text: t.connections.newAction },
        });
      }
    }
  }, [data, notify, t]);
  return null;
}
