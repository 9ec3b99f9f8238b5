import { createContext, use, useEffect, useRef } from 'react';
import css from './onboarding.module.css';

/** Whether the step on show follows one that was done on this page; then its heading gets the focus. */
export const FollowsAnother = createContext(false);

export function StepHeading({ title, text }: { title: string; text: string }) {
  const follows = use(FollowsAnother);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (follows) heading.current?.focus();
  }, [follows]);
  return (
    <div className={css.head}>
      <h2 ref={heading} tabIndex={-1}>
        {title}
      </h2>
      <p>{text}</p>
    </div>
  );
}
