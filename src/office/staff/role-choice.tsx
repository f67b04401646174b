/** Which role somebody has; only those that the one who chooses may give. */
import { useQuery } from '@tanstack/react-query';
import { mayLookAfter, type Role } from '../../domain/role.ts';
import { SegmentsField } from '../segments-field.tsx';
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
    <SegmentsField
      className="staff-roles"
      label={words.role}
      value={value}
      onChange={onChange}
      options={ROLES.filter((role) => mayLookAfter(mine, role)).map((role) => ({
        value: role,
        label: words.roles[role],
      }))}
    />
  );
}
