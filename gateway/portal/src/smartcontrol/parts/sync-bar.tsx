import { CloudAlert, CloudOff, CloudUpload, Hourglass, LogIn, RefreshCw, TriangleAlert } from 'lucide-react';
import { Link } from 'react-router';
import { noAccessWords, useAppWords } from '../i18n';
import { useSnapshot, useStatus, useWork } from '../phone/phone';
import css from './frame.module.css';

/** Always there: whether there is reception, what waits, what is on its way, what was refused. The most urgent of these shows. */
export function SyncBar() {
  const all = useAppWords();
  const { sync: t } = all;
  const { noAccess } = useSnapshot();
  const { reception, sending, unanswered, signInNeeded } = useStatus();
  const { waiting, refused } = useWork();
  const count = waiting.length;
  const offline = reception === 'offline';
  const failing = reception === 'failing' || (unanswered && count > 0);
  const andWaits = count > 0 ? ` · ${t.waiting(count)}` : '';

  const [look, icon, words] = signInNeeded
    ? [css.signin, <LogIn key="" size={20} aria-hidden />, t.signIn]
    : noAccess
      ? [css.refused, <TriangleAlert key="" size={20} aria-hidden />, noAccessWords(all, noAccess).title]
      : refused.length > 0
        ? [css.refused, <TriangleAlert key="" size={20} aria-hidden />, t.refused(refused.length)]
        : offline
          ? [
              css.offline,
              <CloudOff key="" size={20} aria-hidden />,
              count > 0 ? `${t.offline}${andWaits}` : t.offlineNothing,
            ]
          : failing
            ? [css.offline, <CloudAlert key="" size={20} aria-hidden />, `${t.failing}${andWaits}`]
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
          {(signInNeeded || refused.length > 0) && andWaits}
        </span>
        {refused.length > 0 && !signInNeeded && !noAccess && <span className={css.read}>{t.read}</span>}
        <span className="visually-hidden">{t.open}</span>
      </Link>
    </div>
  );
}
