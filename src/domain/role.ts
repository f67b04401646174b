/** What a person is in the shop, rising: each may do what the one before may. */
export type Role = 'clerk' | 'supervisor' | 'manager' | 'owner';

const RANKS: Readonly<Record<Role, number>> = { clerk: 0, supervisor: 1, manager: 2, owner: 3 };

/** Who lets a person choose a new PIN must be an approver, and not stand below them: a supervisor makes nobody's PIN a manager's. */
export function mayVouchFor(approver: Role, person: Role): boolean {
  return approver !== 'clerk' && RANKS[approver] >= RANKS[person];
}

/** Who looks after whose entry on the list: whoever runs the shop, and nobody for those above them. */
export function mayLookAfter(by: Role, person: Role): boolean {
  return runsTheShop(by) && RANKS[by] >= RANKS[person];
}

/** Managers and owners: the office is theirs. */
export function runsTheShop(role: Role): boolean {
  return role === 'manager' || role === 'owner';
}
