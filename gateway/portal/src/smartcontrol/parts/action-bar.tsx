import type { ReactNode } from 'react';
import css from './action-bar.module.css';

/** The one thing to do next, where the thumb is. */
export const ActionBar = ({ children }: { children: ReactNode }) => (
  <div className={css.bar}>
    <div className={css.inner}>{children}</div>
  </div>
);
