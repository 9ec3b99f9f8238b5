import { CircleUserRound } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useWords } from '@/i18n';
import { fullName } from '@/lib/names';
import { useAppWords } from '../i18n';
import { useSnapshot } from '../phone/phone';
import css from './frame.module.css';
import { Mark } from './mark';
import { SyncBar } from './sync-bar';

/** What surrounds every page: where one is, whether everything is sent, and the way to one's account. */
export function Frame({ children }: { children: ReactNode }) {
  const t = useAppWords();
  const { common } = useWords();
  const { owner } = useSnapshot();
  return (
    <div className={css.frame}>
      <a className={css.skip} href="#content">
        {common.skip}
      </a>
      <header className={css.header}>
        <div className={css.bar}>
          <Link to="/" className={css.home}>
            <Mark />
            {t.product}
          </Link>
          <Link to="/account" className={css.account} aria-label={t.menu.open(fullName(owner))}>
            <CircleUserRound size={26} aria-hidden />
          </Link>
        </div>
        <SyncBar />
      </header>
      <main id="content" tabIndex={-1} className={css.column}>
        {children}
      </main>
    </div>
  );
}
