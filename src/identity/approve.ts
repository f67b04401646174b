/** An approver's consent, given by PIN on the spot and bound to the very act: another act has another digest. */
import { sha256Hex } from '../journal/digest.ts';
import type { RosterStaff } from '../protocol/roster.ts';
import { checkPin, giveBack, type PinPorts, type PinRefusal } from './check-pin.ts';
import { isApprover } from './permissions.ts';

export interface Approval {
  readonly approver: string;
  /** SHA-256 of the act's text. */
  readonly digest: string;
}

export type ApproveOutcome =
  { readonly is: 'approved'; readonly approval: Approval } | { readonly is: 'notAllowed' } | PinRefusal;

/** @param act the exact text of what is allowed: kind, sale, revision and sums, or the lock that is cleared. */
export async function approve(
  ports: PinPorts,
  approver: RosterStaff,
  pin: string,
  act: string,
): Promise<ApproveOutcome> {
  if (!isApprover(approver.role)) return { is: 'notAllowed' };
  const checked = await checkPin(ports, approver, pin);
  if (checked.is !== 'right') return checked;
  const approval: Approval = { approver: approver.id, digest: await sha256Hex(act) };
  await ports.record({ kind: 'approvalGiven', body: { ...approval, act } }, approver.id);
  return { is: 'approved', approval };
}

/** An approver vouches for a locked person, who may then try again. */
export async function unlock(
  ports: PinPorts,
  approver: RosterStaff,
  pin: string,
  staff: string,
): Promise<ApproveOutcome> {
  const outcome = await approve(ports, approver, pin, `unlock ${staff}`);
  if (outcome.is === 'approved') await giveBack(ports, staff);
  return outcome;
}
