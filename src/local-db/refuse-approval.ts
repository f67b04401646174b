/** Whether an act that needs somebody's consent has it, and for this very act. */
import type { ApprovalNeed } from '../domain/approval-for.ts';
import { refuse, type Refusal } from '../domain/refusal.ts';
import { sha256Hex } from '../journal/digest.ts';
import type { Approval } from './acting.ts';

export async function refuseApproval(
  given: Approval | null,
  needed: ApprovalNeed | null,
): Promise<Refusal | null> {
  if (needed === null) return null;
  if (given === null) return refuse({ code: 'approval-needed', why: needed.why });
  return given.digest === (await sha256Hex(needed.act)) ? null : refuse({ code: 'approval-other-act' });
}
