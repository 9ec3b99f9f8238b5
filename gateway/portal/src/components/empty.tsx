import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import css from './empty.module.css';

/** Says honestly that there is nothing, and what would change that. */
export function Empty({
  icon: Icon,
  title,
  text,
  actions,
}: {
  icon: LucideIcon;
  title: string;
  text: string;
  actions?: ReactNode;
}) {
  return (
    <div className={css.empty}>
      <span className={css.icon}>
        <Icon size={26} aria-hidden />
      </span>
      <h2>{title}</h2>
      <p className={css.text}>{text}</p>
      {actions && <div className={css.actions}>{actions}</div>}
    </div>
  );
}
