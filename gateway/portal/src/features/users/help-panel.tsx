import { Button } from '@mantine/core';
import { ChevronDown, LifeBuoy } from 'lucide-react';
import type { User } from '@/api/model';
import { Badge } from '@/components/badge';
import { useWords } from '@/i18n';
import { fullName } from '@/lib/names';
import { useNow } from '@/lib/use-now';
import { diagnose } from './user-state';
import css from './users.module.css';

/** The usual reasons, each compared with the users that are there. */
export function HelpPanel({ users, onResend }: { users: User[]; onResend: (user: User) => void }) {
  const t = useWords();
  const { help } = t;
  const now = useNow();
  const { anyTechnician, notAccepted, rightAddresses, admins } = diagnose(users, now);
  return (
    <details className={css.help}>
      <summary>
        <LifeBuoy size={22} aria-hidden />
        <span>{help.title}</span>
        <ChevronDown size={20} aria-hidden />
      </summary>
      <div className={css.answer}>
        <p className="quiet">{help.intro}</p>
        <ol className={css.cases}>
          <li className={css.case}>
            <div>
              {notAccepted.length > 0 || !anyTechnician ? (
                <Badge tone="bad">{help.found}</Badge>
              ) : (
                <Badge tone="good">{help.fine}</Badge>
              )}
            </div>
            <h2>{help.invitationTitle}</h2>
            {!anyTechnician && <p>{help.noTechnicians}</p>}
            {anyTechnician && notAccepted.length === 0 && <p>{help.invitationNone}</p>}
            {notAccepted.length > 0 && (
              <>
                <p>{help.invitationFound}</p>
                <ul>
                  {notAccepted.map(({ user, expired }) => (
                    <li key={user.userId}>
                      <span>
                        {fullName(user)}
                        {expired && <small>{help.expired}</small>}
                      </span>
                      <Button
                        size="sm"
                        variant="default"
                        aria-label={`${t.users.resend}: ${fullName(user)}`}
                        onClick={() => onResend(user)}
                      >
                        {t.users.resend}
                      </Button>
                    </li>
                  ))}
                </ul>
                <p className="quiet">{help.invitationFoundAdvice}</p>
              </>
            )}
          </li>
          <li className={css.case}>
            <div>
              <Badge tone="active">{help.checked}</Badge>
            </div>
            <h2>{help.addressTitle}</h2>
            <p>{rightAddresses.length > 0 ? help.addressText : help.addressNone}</p>
            <People users={rightAddresses} />
          </li>
          <li className={css.case}>
            <div>
              <Badge tone="active">{help.checked}</Badge>
            </div>
            <h2>{help.accountTitle}</h2>
            <p>{help.accountText}</p>
            <People users={admins} />
            <p className="quiet">{help.accountAdvice}</p>
          </li>
        </ol>
      </div>
    </details>
  );
}

const People = ({ users }: { users: User[] }) => (
  <ul>
    {users.map((user) => (
      <li key={user.userId}>
        <span>
          {user.email}
          {fullName(user) !== user.email && <small>{fullName(user)}</small>}
        </span>
      </li>
    ))}
  </ul>
);
