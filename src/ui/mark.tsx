/** The product's mark: an e drawn in one stroke. `public/` has the same drawing as icons. */
import { classNames } from './class-names.ts';

export interface MarkProps {
  readonly size?: number | undefined;
  readonly className?: string | undefined;
}

export function Mark({ size = 48, className }: MarkProps) {
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
        d="M19.6 32h25.2a12.8 12.8 0 1 0-4 9.3"
        fill="none"
        stroke="var(--paper)"
        strokeWidth="6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
