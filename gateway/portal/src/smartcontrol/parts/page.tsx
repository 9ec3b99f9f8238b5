import { ArrowLeft } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useAppWords } from '../i18n';
import css from './page.module.css';

let first = true;

/** A page with its heading, which gets the focus whenever somebody comes here from another page. */
export function Page({
  title,
  back,
  beside,
  children,
}: {
  title: string;
  back?: { to: string; text: string };
  beside?: ReactNode;
  children: ReactNode;
}) {
  const { product } = useAppWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · ${product}`;
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
    <div className={css.page}>
      {back && (
        <Link to={back.to} className={css.back}>
          <ArrowLeft size={20} aria-hidden />
          {back.text}
        </Link>
      )}
      <div className={css.title}>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {beside}
      </div>
      {children}
    </div>
  );
}
