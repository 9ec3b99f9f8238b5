import { Menu } from '@mantine/core';
import { CircleUserRound, LogOut } from 'lucide-react';
import type { Me } from '@/api/model';
import { useWords } from '@/i18n';
import { useSignOut } from '@/session/use-sign-out';
import css from './frame.module.css';

export function AccountMenu({ me }: { me: Me }) {
  const { header } = useWords();
  const signOut = useSignOut();
  return (
    <Menu>
      <Menu.Target>
        <button type="button" className={css.tool} aria-label={header.account}>
          <CircleUserRound size={22} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={css.who} role="presentation">
          <span className="quiet">{header.signedInAs}</span>
          <strong>{me.name ?? me.email}</strong>
          {me.name && me.name !== me.email && <span className="quiet">{me.email}</span>}
        </div>
        <Menu.Divider />
        <Menu.Item
          leftSection={<LogOut size={16} aria-hidden />}
          disabled={signOut.isPending}
          onClick={() => signOut.mutate()}
        >
          {header.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
