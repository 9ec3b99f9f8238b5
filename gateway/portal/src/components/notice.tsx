import { CircleCheck, Clock, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import css from './notice.module.css';

const icons = { info: Info, good: CircleCheck, waiting: Clock, bad: TriangleAlert };

export type Tone = keyof typeof icons;

interface Props {
  tone: Tone;
  title?: string;
  children?: ReactNode;
  actions?: ReactNode;
  /** Whether it appears while somebody is on the page, and so must be read out. */
  role?: 'alert' | 'status';
  lang?: string;
}

export function Notice({ tone, title, children, actions, role, lang }: Props) {
  const Icon = icons[tone];
  return (
    <div className={`${css.notice} ${css[tone]}`} role={role}>
      <Icon size={20} aria-hidden />
      <div className={css.body} lang={lang}>
        {title && <p className={css.title}>{title}</p>}
        {children}
        {actions && <div className={css.actions}>{actions}</div>}
      </div>
    </div>
  );
}
