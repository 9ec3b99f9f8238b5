import { Skeleton } from '@mantine/core';
import { useWords } from '@/i18n';
import css from './loading.module.css';

/** Grey shapes where content is about to be. */
export function Loading({ rows = 3, height = 120 }: { rows?: number; height?: number }) {
  const { common } = useWords();
  return (
    <div className={css.list} role="status">
      <span className="visually-hidden">{common.loading}</span>
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} height={height} radius="lg" aria-hidden />
      ))}
    </div>
  );
}
