/** Flags in the order a manager wants them: by cause, then most money first, then the latest. */
import { FLAG_CAUSES } from '../../domain/settlement.ts';
import type { Flag } from '../../protocol/settlement-messages.ts';

export function rankFlags(flags: readonly Flag[]): Flag[] {
  return [...flags].sort(
    (left, right) =>
      FLAG_CAUSES.indexOf(left.group) - FLAG_CAUSES.indexOf(right.group) ||
      Math.abs(right.value) - Math.abs(left.value) ||
      right.at - left.at,
  );
}
