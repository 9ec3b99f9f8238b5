import { initials } from '@/lib/names';
import css from './avatar.module.css';

export const Avatar = ({ name }: { name: string }) => (
  <span className={css.avatar} aria-hidden="true">
    {initials(name)}
  </span>
);
