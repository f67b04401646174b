/** Something is being waited for. With reduced motion it stands still and its words say it. */
import { classNames } from './class-names.ts';
import { useUiLanguage } from './ui-language.ts';
import './spinner.css';

export function Spinner({
  size = 28,
  label,
  className,
}: {
  readonly size?: number;
  readonly label?: string;
  readonly className?: string;
}) {
  const { words } = useUiLanguage();
  return (
    <svg
      className={classNames('spinner', className)}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      role="img"
      aria-label={label ?? words.loading}
    >
      <circle cx="12" cy="12" r="9.5" />
      <path d="M12 2.5a9.5 9.5 0 0 1 9.5 9.5" />
    </svg>
  );
}
