/** A person's initials in the person's colour. The name stands beside it, so it says nothing by itself. */
import { classNames } from './class-names.ts';
import { avatarColourOf, initialsOf } from './person-look.ts';
import './avatar.css';

export interface AvatarProps {
  readonly id: string;
  readonly name: string;
  /** 44 pixels unless told; large is 64. */
  readonly size?: 'medium' | 'large' | undefined;
  readonly className?: string | undefined;
}

export function Avatar({ id, name, size = 'medium', className }: AvatarProps) {
  return (
    <span
      className={classNames('avatar', className)}
      data-colour={avatarColourOf(id)}
      data-size={size}
      aria-hidden="true"
    >
      {initialsOf(name)}
    </span>
  );
}
