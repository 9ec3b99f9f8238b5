import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { Logo } from '@/components/logo';
import { useWords } from '@/i18n';
import { Broken } from './broken';
import css from './frame.module.css';
import { LanguageMenu, SchemeMenu } from './tools';

interface Props {
  navigation?: ReactNode;
  tools?: ReactNode;
  children: ReactNode;
}

/** Header, content and footer of every page. */
export function Frame({ navigation, tools, children }: Props) {
  const { common, header } = useWords();
  const { pathname } = useLocation();
  return (
    <div className={css.frame}>
      <a className={css.skip} href="#content">
        {common.skip}
      </a>
      <header className={css.header}>
        <div className={css.bar}>
          <Link to="/" className={css.home}>
            <Logo short={Boolean(tools)} />
          </Link>
          {navigation ?? null}
          <span className={css.spring} />
          <div className={css.tools}>
            <LanguageMenu />
            <SchemeMenu />
            {tools}
          </div>
        </div>
      </header>
      <main id="content" tabIndex={-1} className={navigation ? `${css.main} ${css['with-nav']}` : css.main}>
        <Broken key={pathname}>{children}</Broken>
      </main>
      <footer className={navigation ? `${css.footer} ${css['beside-nav']}` : css.footer}>
        <a href="/contracts">{header.contracts}</a>
      </footer>
    </div>
  );
}
