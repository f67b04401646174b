/** Where a set-up goes on: what is open after here, else what is open before, else nothing. Pure. */
import type { SetUp, SetUpStep } from '../../protocol/set-up-messages.ts';

/** @param after null: from the beginning */
export function nextOpenStep({ steps }: Pick<SetUp, 'steps'>, after: SetUpStep | null): SetUpStep | null {
  const here = steps.findIndex(({ step }) => step === after);
  const inOrder = [...steps.slice(here + 1), ...steps.slice(0, here + 1)];
  return inOrder.find(({ step, is }) => is === 'open' && step !== after)?.step ?? null;
}
