import { useId, type ReactNode } from 'react';
import { Card } from '@/components/card';
import css from './settings.module.css';

export function Section({
  id,
  title,
  text,
  children,
}: {
  id?: string;
  title: string;
  text?: string;
  children: ReactNode;
}) {
  const heading = useId();
  return (
    <Card id={id} className={css.section} aria-labelledby={heading}>
      <div className={css.head}>
        <h2 id={heading}>{title}</h2>
        {text && <p>{text}</p>}
      </div>
      {children}
    </Card>
  );
}
