/** What the roster says a person is; somebody it no longer names finishes their sale as a clerk. */
import type { Role } from '../domain/role.ts';
import type { SignedRoster } from '../protocol/roster.ts';

export function roleOf({ staff }: SignedRoster['roster'], person: string): Role {
  return staff.find(({ id }) => id === person)?.role ?? 'clerk';
}
