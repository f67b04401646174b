/** What a person may do at the till without asking anybody. Selling is never in question. */
import type { Role } from '../domain/role.ts';
import type { Lease } from './lease.ts';

/** Acts that an approver may always do, and a clerk only while the till is in touch with head office. */
export type GuardedAct = 'refund' | 'changePrice';

export function isApprover(role: Role): boolean {
  return role !== 'clerk';
}

export function mayAlone(role: Role, _act: GuardedAct, lease: Lease): boolean {
  return isApprover(role) || lease.is !== 'over';
}
