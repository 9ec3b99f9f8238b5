import { CloudOff, CloudUpload, Hourglass, LogIn, RefreshCw, TriangleAlert } from 'lucide-react';
import { Link } from 'react-router';
import { useAppWords } from '../i18n';
import { useStatus, useWork } from '../phone/phone';
import css from './frame.module.css';

/** Always there: whether there is reception, what waits, what is on its way, what was refused. The most urgent of these shows. */
export function SyncBar() {
  const { sync: t, noAccess: no } = useAppWords();
  const { reception, sending, signInNeeded, noAccess } = useStatus();
  const { waiting, refused } = useWork();
  const count = waiting.length;
  const offline = reception === 'offline';

  const [look, icon, words] = signInNeeded
    ? [css.signin, <LogIn key="" size={20} aria-hidden />, t.signIn]
    : noAccess
      ? [
          css.refused,
          <TriangleAlert key="" size={20} aria-hidden />,
          noAccess === 'not-a-technician' ? no.roleTitle : no.endedTitle,
        ]
      : refused.length > 0
        ? [css.refused, <TriangleAlert key="" size={20} aria-hidden />, t.refused(refused.length)]
        : offline
          ? [
              css.offline,
              <CloudOff key="" size={20} aria-hidden />,
              count > 0 ? `${t.offline} · ${t.waiting(count)}` : t.offlineNothing,
            ]
          : sending && count > 0
            ? [css.sending, <CloudUpload key="" size={20} aria-hidden />, t.sending(count)]
            : count > 0
              ? [css.waiting, <Hourglass key="" size={20} aria-hidden />, t.waiting(count)]
              : reception === 'live'
                ? ['', <span key="" className={css.dot} />, t.live]
                : ['', <RefreshCw key="" size={20} aria-hidden />, t.connecting];
  return (
    <div className={`${css.sync} ${look}`}>
      <Link to="/sync">
        {icon}
        <span role="status" className={css.words}>
          {words}
          {(signInNeeded || refused.length > 0) && count > 0 && ` · ${t.waiting(count)}`}
        </span>
        {refused.length > 0 && !signInNeeded && <span className={css.read}>{t.read}</span>}
        <span className="visually-hidden">{t.open}</span>
      </Link>
    </div>
  );
}
