import css from './badge.module.css';

export type BadgeTone = 'waiting' | 'good' | 'bad' | 'active' | 'over';

export function Badge({ tone, children }: { tone: BadgeTone; children: string }) {
  return <span className={`${css.badge} ${css[tone]}`}>{children}</span>;
}
