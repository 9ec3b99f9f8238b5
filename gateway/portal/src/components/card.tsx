import type { ComponentProps } from 'react';
import css from './card.module.css';

export function Card({
  as: Element = 'section',
  className,
  ...rest
}: ComponentProps<'section'> & { as?: 'section' | 'li' | 'article' | 'div' }) {
  return <Element className={[css.card, className].filter(Boolean).join(' ')} {...(rest as object)} />;
}
