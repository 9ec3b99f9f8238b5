import type { ReactNode } from 'react';
import css from './facts.module.css';

export interface Fact {
  name: string;
  value?: ReactNode;
  wide?: boolean;
}

/** Names and values; those without a value are left out. */
export function Facts({ facts }: { facts: Fact[] }) {
  return (
    <dl className={css.facts}>
      {facts
        .filter(({ value }) => value !== undefined && value !== '' && value !== null)
        .map(({ name, value, wide }) => (
          <div key={name} className={wide ? `${css.fact} ${css.wide}` : css.fact}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
