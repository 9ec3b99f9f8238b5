import { useEffect, useRef, type ReactNode } from 'react';
import { useWords } from '@/i18n';
import type { LiveState } from '@/lib/live';
import css from './page.module.css';

interface Props {
  title: string;
  lead?: ReactNode;
  actions?: ReactNode;
  beside?: ReactNode;
  live?: LiveState;
  narrow?: boolean;
  children: ReactNode;
}

let first = true;

/** A page with its heading, which gets the focus whenever somebody comes here from another page. */
export function Page({ title, lead, actions, beside, live, narrow, children }: Props) {
  const { product } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = title === product ? title : `${title} · ${product}`;
  }, [title, product]);
  useEffect(() => {
    if (first) {
      first = false;
      return;
    }
    heading.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, []);
  return (
    <div className={narrow ? `${css.page} ${css.narrow}` : css.page}>
      <div className={css.head}>
        <div className={css.words}>
          <div className={css.title}>
            <h1 ref={heading} tabIndex={-1}>
              {title}
            </h1>
            {beside}
            {live && <Live state={live} />}
          </div>
          {lead && <p className={css.lead}>{lead}</p>}
        </div>
        {actions}
      </div>
      {children}
    </div>
  );
}

function Live({ state }: { state: LiveState }) {
  const { common } = useWords();
  const broken = state === 'broken';
  return (
    <span
      role="status"
      className={`${css.live} ${css[state] ?? ''}`}
      title={broken ? common.notLiveHint : common.liveHint}
    >
      {broken ? common.notLive : state === 'live' ? common.live : ''}
      {broken && <span className="visually-hidden">{common.notLiveHint}</span>}
    </span>
  );
}
