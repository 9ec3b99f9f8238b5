import { Button } from '@mantine/core';
import { Truck } from 'lucide-react';
import { useState } from 'react';
import type { ConnectionState, FleetConnection } from '@/api/model';
import { Badge, type BadgeTone } from '@/components/badge';
import { Card } from '@/components/card';
import { Facts } from '@/components/facts';
import { useSpeech } from '@/i18n';
import { isSoon } from '@/lib/time';
import { useNow } from '@/lib/use-now';
import { useUserName } from '@/session/get-users';
import { AcceptDialog } from './accept-dialog';
import css from './connections.module.css';
import { DeclineDialog } from './decline-dialog';
import { DeleteDialog } from './delete-dialog';

const tones: Record<ConnectionState, BadgeTone> = {
  PENDING: 'waiting',
  ACCEPTED: 'good',
  DECLINED: 'bad',
  EXPIRED: 'over',
  WITHDRAWN: 'over',
  DELETED: 'over',
};

export function ConnectionCard({ connection }: { connection: FleetConnection }) {
  const { t, formats } = useSpeech();
  const words = t.connections;
  const now = useNow();
  const nameOf = useUserName(t.common.erasedPerson);
  const [asking, setAsking] = useState<'accept' | 'decline' | 'delete'>();
  const {
    state,
    fleetName,
    providerName,
    providerContactEmail,
    requestedAt,
    expiresAt,
    decidedAt,
    decidedBy,
    endedAt,
    endedBy,
  } = connection;

  const when = (moment: string | undefined, by?: string) => {
    if (!moment) return undefined;
    const name = nameOf(by);
    return name ? words.by(formats.dateTime(moment), name) : formats.dateTime(moment);
  };
  const contact = providerContactEmail && <a href={`mailto:${providerContactEmail}`}>{providerContactEmail}</a>;
  return (
    <Card as="li" className={css.card}>
      <div className={css.head}>
        <span className={css.mark}>
          <Truck size={24} aria-hidden />
        </span>
        <div className={css.names}>
          <h2>{fleetName}</h2>
          <p>{providerName}</p>
        </div>
        <Badge tone={tones[state]}>{words.states[state]}</Badge>
      </div>
      <Facts
        facts={[
          { name: words.requested, value: formats.since(requestedAt, now) },
          {
            name: words.answerUntil,
            value: state === 'PENDING' && (
              <>
                {formats.dateTime(expiresAt)}
                <br />
                <span className={isSoon(expiresAt, now) ? css.soon : 'quiet'}>{formats.expires(expiresAt, now)}</span>
              </>
            ),
          },
          {
            name: words.accepted,
            value: ['ACCEPTED', 'DELETED'].includes(state) ? when(decidedAt, decidedBy) : undefined,
          },
          { name: words.declined, value: state === 'DECLINED' ? when(decidedAt, decidedBy) : undefined },
          { name: words.deleted, value: state === 'DELETED' ? when(endedAt, endedBy) : undefined },
          { name: words.withdrawn, value: state === 'WITHDRAWN' ? when(endedAt) : undefined },
          { name: words.expired, value: state === 'EXPIRED' ? formats.dateTime(endedAt ?? expiresAt) : undefined },
          { name: words.contact, value: contact },
        ].filter(({ value }) => value !== false)}
      />
      {(state === 'PENDING' || state === 'ACCEPTED') && (
        <div className={css.foot}>
          {connection.overrideAllowed && <p className={css.note}>{words.override}</p>}
          <div className={css.actions}>
            {state === 'PENDING' ? (
              <>
                <Button aria-label={words.acceptLabel(fleetName)} onClick={() => setAsking('accept')}>
                  {words.accept}
                </Button>
                <Button
                  variant="default"
                  aria-label={words.declineLabel(fleetName)}
                  onClick={() => setAsking('decline')}
                >
                  {words.decline}
                </Button>
              </>
            ) : (
              <Button variant="default" aria-label={words.deleteLabel(fleetName)} onClick={() => setAsking('delete')}>
                {words.delete}
              </Button>
            )}
          </div>
        </div>
      )}
      {['EXPIRED', 'DECLINED', 'WITHDRAWN', 'DELETED'].includes(state) && (
        <p className={css.note}>{words.expiredAdvice(providerName)}</p>
      )}
      {asking === 'accept' && <AcceptDialog connection={connection} onClose={() => setAsking(undefined)} />}
      {asking === 'decline' && <DeclineDialog connection={connection} onClose={() => setAsking(undefined)} />}
      {asking === 'delete' && <DeleteDialog connection={connection} onClose={() => setAsking(undefined)} />}
    </Card>
  );
}
