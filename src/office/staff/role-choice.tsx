/** Which role somebody has; only those that the one who chooses may give. */
import { useQuery } from '@tanstack/react-query';
import { mayLookAfter, type Role } from '../../domain/role.ts';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { meQuery } from '../ask/me-query.ts';
import { staffWords as words } from './staff-words.ts';

const ROLES: readonly Role[] = ['clerk', 'supervisor', 'manager', 'owner'];

export interface RoleChoiceProps {
  readonly value: Role;
  readonly onChange: (role: Role) => void;
}

export function RoleChoice({ value, onChange }: RoleChoiceProps) {
  const mine = useQuery(meQuery).data?.role ?? 'clerk';
  return (
    <div className="field">
      <span className="choice-label" aria-hidden="true">
        {words.role}
      </span>
      <SegmentedControl
        className="staff-roles"
        label={words.role}
        value={value}
        onChange={onChange}
        options={ROLES.filter((role) => mayLookAfter(mine, role)).map((role) => ({
          value: role,
          label: words.roles[role],
        }))}
      />
    </div>
  );
}
