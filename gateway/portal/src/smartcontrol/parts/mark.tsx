/** SmartControl's mark: a wrench in the colours of the portal's. */
export const Mark = ({ size = 30 }: { size?: number }) => (
  <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden="true">
    <rect width="32" height="32" rx="8" fill="#f2b33d" />
    <path
      d="M20.500 6.200a6 6 0 0 0-7.700 7.600l-7 7a2.700 2.700 0 0 0 0 3.900l1.500 1.500a2.700 2.700 0 0 0 3.900 0l7-7a6 6 0 0 0 7.600-7.700l-3.700 3.700-3.600-.9-.9-3.600z"
      fill="#083d48"
    />
  </svg>
);
