/** The product's mark: an e whose stroke runs on. */
import { classNames } from './class-names.ts';

export function Mark({
  size = 48,
  className,
}: {
  readonly size?: number;
  readonly className?: string | undefined;
}) {
  return (
    <svg
      className={classNames('mark', className)}
      width={size}
      height={size}
      viewBox="0 0 64 64"
      aria-hidden="true"
      focusable="false"
    >
      <rect width="64" height="64" rx="18" fill="var(--ink)" />
      <path
        d="M19.5 33.5h24.2c.3-7.8-4.6-13-11.7-13-7.1 0-12.3 5.1-12.3 12s5.2 12 12.6 12c4.4 0 8-1.7 10.3-4.8"
        fill="none"
        stroke="var(--paper)"
        strokeWidth="6.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
