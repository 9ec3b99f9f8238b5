import css from './logo.module.css';

/** Our own mark: a van whose route joins two points. */
export function Logo({ short }: { short?: boolean }) {
  return (
    <span className={short ? `${css.logo} ${css.short}` : css.logo}>
      <svg viewBox="0 0 32 32" width="30" height="30" aria-hidden="true">
        <rect width="32" height="32" rx="8" fill="#f2b33d" />
        <path
          d="M6 12.5A2.5 2.5 0 0 1 8.500 10H18v3h3.600a2 2 0 0 1 1.700 1l2.400 4a2 2 0 0 1 .3 1V22H6z"
          fill="#083d48"
        />
        <path d="M10.500 24h10.500" stroke="#083d48" strokeWidth="1.600" />
        <circle cx="11" cy="23" r="3" fill="#fff" stroke="#083d48" strokeWidth="1.600" />
        <circle cx="21" cy="23" r="3" fill="#fff" stroke="#083d48" strokeWidth="1.600" />
      </svg>
      <span>
        Service <b>Partner</b>
      </span>
    </span>
  );
}
