import { CalendarX2, CircleSlash, Handshake, History, Inbox } from 'lucide-react';
import { Link, useSearchParams } from 'react-router';
import { Empty } from '@/components/empty';
import { Loading } from '@/components/loading';
import { Page } from '@/components/page';
import { ProblemNotice } from '@/components/problem-notice';
import { useWords } from '@/i18n';
import { useLive } from '@/lib/use-live';
import { CONNECTION_CHANGES, connectionsKey, useConnections } from './api/get-connections';
import { ConnectionCard } from './connection-card';
import css from './connections.module.css';
import { chosenGroup, groupNames, isIn } from './groups';

const icons = { PENDING: Inbox, ACCEPTED: Handshake, DECLINED: CircleSlash, EXPIRED: CalendarX2, ENDED: History };

export default function ConnectionsPage() {
  const { connections } = useWords();
  const [parameters] = useSearchParams();
  const { data, error, isPending, refetch } = useConnections();
  const live = useLive(CONNECTION_CHANGES, connectionsKey);
  const all = data ?? [];
  const group = chosenGroup(parameters.get('state'), all);
  const shown = all.filter(isIn(group));
  return (
    <Page title={connections.title} lead={connections.intro} live={live}>
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {isPending && <Loading rows={2} height={190} />}
      {data && (
        <>
          <nav aria-label={connections.filter} className={css.filters}>
            {groupNames.map((each) => (
              <Link
                key={each}
                to={`?state=${each.toLowerCase()}`}
                replace
                aria-current={each === group ? 'true' : undefined}
                className={css.filter}
              >
                {connections.filters[each]}
                <span className={css.count}>{all.filter(isIn(each)).length}</span>
              </Link>
            ))}
          </nav>
          {shown.length === 0 ? (
            <Empty icon={icons[group]} {...connections.empty[group]} />
          ) : (
            <ul className={css.cards}>
              {shown.map((connection) => (
                <ConnectionCard key={connection.connectionId} connection={connection} />
              ))}
            </ul>
          )}
        </>
      )}
    </Page>
  );
}
