/** Flags in the order a manager wants them: by cause, then most money first, then the latest. */
import type { Flag } from '../../protocol/people-messages.ts';

const CAUSES = [
  'moneyMissing',
  'givenTwice',
  'decideOnce',
  'goodToKnow',
] as const satisfies readonly Flag['group'][];

export function rankFlags(flags: readonly Flag[]): Flag[] {
  return [...flags].sort(
    (left, right) =>
      CAUSES.indexOf(left.group) - CAUSES.indexOf(right.group) ||
      Math.abs(right.value) - Math.abs(left.value) ||
      right.at - left.at,
  );
}
