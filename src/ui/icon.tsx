/** An icon beside words. It says nothing to a screen reader: the words do; an icon alone belongs into `IconButton`, which names it. */
import { classNames } from './class-names.ts';
import { iconShapes } from './icon-shapes.tsx';
import './icon.css';

export type IconName = keyof typeof iconShapes;

export interface IconProps {
  readonly name: IconName;
  /** In pixels, 22 unless told. */
  readonly size?: number | undefined;
  readonly className?: string | undefined;
}

export function Icon({ name, size = 22, className }: IconProps) {
  return (
    <svg
      className={classNames('icon', className)}
      data-mirrors={MIRRORED.has(name) || undefined}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
    >
      {iconShapes[name]}
    </svg>
  );
}

/** These point along the reading direction, so they turn round where it runs from right to left. */
const MIRRORED: ReadonlySet<IconName> = new Set<IconName>(['back', 'forward', 'backspace', 'undo', 'refund']);
