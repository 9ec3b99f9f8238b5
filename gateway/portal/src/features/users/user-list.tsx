import { ActionIcon, Menu } from '@mantine/core';
import { Ellipsis, Mail, MailX, ShieldCheck, UserMinus, Wrench } from 'lucide-react';
import type { User } from '@/api/model';
import { Avatar } from '@/components/avatar';
import { Badge, type BadgeTone } from '@/components/badge';
import { useSpeech } from '@/i18n';
import { fullName } from '@/lib/names';
import { useNow } from '@/lib/use-now';
import type { Question } from './user-dialog';
import { stateOf, type ShownState } from './user-state';
import css from './users.module.css';

const tones: Record<ShownState, BadgeTone> = { INVITED: 'waiting', EXPIRED: 'bad', ACTIVE: 'good', REMOVED: 'over' };

type Ask = (question: Question, user: User) => void;

/** A table that becomes a list of cards on a phone. */
export function UserList({ users, onAsk }: { users: User[]; onAsk: Ask }) {
  const { t } = useSpeech();
  const words = t.users;
  return (
    <table className={css.table}>
      <caption className="visually-hidden">{words.list}</caption>
      <thead>
        <tr>
          <th scope="col">{words.name}</th>
          <th scope="col">{words.role}</th>
          <th scope="col">{words.state}</th>
          <th scope="col">
            <span className="visually-hidden">{words.actions}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {users.map((user) => (
          <UserRow key={user.userId} user={user} onAsk={onAsk} />
        ))}
      </tbody>
    </table>
  );
}

function UserRow({ user, onAsk }: { user: User; onAsk: Ask }) {
  const { t, formats } = useSpeech();
  const words = t.users;
  const now = useNow();
  const state = stateOf(user, now);
  const name = fullName(user) || t.common.erasedPerson;
  return (
    <tr className={user.state === 'REMOVED' ? css.gone : undefined}>
      <th scope="row" className={css.person}>
        <Avatar name={name} />
        <span className={css.names}>
          <span className={css.name}>
            {name} {user.you && <span className={css.you}>{words.you}</span>}
          </span>
          {user.email && name !== user.email && <span className={css.email}>{user.email}</span>}
        </span>
      </th>
      <td className={css.role}>{words.roles[user.role]}</td>
      <td className={css.state}>
        <Badge tone={tones[state]}>{words.states[state]}</Badge>
        {user.state === 'INVITED' && user.invitation && (
          <span className={css.detail}>
            {words.invitedAt(formats.ago(user.invitation.invitedAt, now))}
            {state === 'INVITED' && (
              <>
                {' · '}
                {formats.expires(user.invitation.expiresAt, now)}
              </>
            )}
          </span>
        )}
      </td>
      <td className={css.actions}>{user.state !== 'REMOVED' && <Actions user={user} name={name} onAsk={onAsk} />}</td>
    </tr>
  );
}

function Actions({ user, name, onAsk }: { user: User; name: string; onAsk: Ask }) {
  const { t } = useSpeech();
  const words = t.users;
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={44} aria-label={words.actionsFor(name)}>
          <Ellipsis size={22} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {user.state === 'INVITED' && (
          <>
            <Menu.Item leftSection={<Mail size={16} aria-hidden />} onClick={() => onAsk('resend', user)}>
              {words.resend}
            </Menu.Item>
            <Menu.Item leftSection={<MailX size={16} aria-hidden />} onClick={() => onAsk('revoke', user)}>
              {words.revoke}
            </Menu.Item>
          </>
        )}
        {user.role === 'TECHNICIAN' ? (
          <Menu.Item leftSection={<ShieldCheck size={16} aria-hidden />} onClick={() => onAsk('make-admin', user)}>
            {words.makeAdmin}
          </Menu.Item>
        ) : (
          <Menu.Item leftSection={<Wrench size={16} aria-hidden />} onClick={() => onAsk('make-technician', user)}>
            {words.makeTechnician}
          </Menu.Item>
        )}
        {user.state === 'ACTIVE' && (
          <>
            <Menu.Divider />
            <Menu.Item
              leftSection={<UserMinus size={16} aria-hidden />}
              className={css.danger}
              onClick={() => onAsk('remove', user)}
            >
              {words.remove}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
