import { Button, Checkbox } from '@mantine/core';
import { UserPlus, UsersRound } from 'lucide-react';
import { useState } from 'react';
import { Empty } from '@/components/empty';
import { Loading } from '@/components/loading';
import { Page } from '@/components/page';
import { ProblemNotice } from '@/components/problem-notice';
import { useWords } from '@/i18n';
import { useLive } from '@/lib/use-live';
import { usersKey, useUsers } from '@/session/get-users';
import { HelpPanel } from './help-panel';
import { InviteDialog } from './invite-dialog';
import { UserDialog, type Asked } from './user-dialog';
import { UserList } from './user-list';
import css from './users.module.css';

export default function UsersPage() {
  const { users } = useWords();
  const { data, error, isPending, refetch } = useUsers();
  const live = useLive('/api/partner/v1/users/changes', usersKey);
  const [inviting, setInviting] = useState(false);
  const [asked, setAsked] = useState<Asked>();
  const [withRemoved, setWithRemoved] = useState(false);
  const all = data ?? [];
  const removed = all.filter(({ state }) => state === 'REMOVED').length;
  const shown = all.filter(({ state }) => withRemoved || state !== 'REMOVED');
  const invite = (
    <Button leftSection={<UserPlus size={18} aria-hidden />} onClick={() => setInviting(true)}>
      {users.invite}
    </Button>
  );
  return (
    <Page title={users.title} lead={users.intro} live={live} actions={invite}>
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {isPending && <Loading rows={4} height={72} />}
      {data && (
        <>
          <UserList users={shown} onAsk={(question, user) => setAsked({ question, user })} />
          {all.length - removed <= 1 && <Empty icon={UsersRound} title={users.emptyTitle} text={users.emptyText} />}
          {removed > 0 && (
            <Checkbox
              className={css.removed}
              label={users.showRemoved(removed)}
              checked={withRemoved}
              onChange={(event) => setWithRemoved(event.currentTarget.checked)}
            />
          )}
          <HelpPanel users={all} onResend={(user) => setAsked({ question: 'resend', user })} />
        </>
      )}
      {inviting && <InviteDialog onClose={() => setInviting(false)} />}
      {asked && <UserDialog {...asked} users={all} onClose={() => setAsked(undefined)} />}
    </Page>
  );
}
