/** Splits an amount into whole parts that add up to it again: largest remainder, ties to the earlier part. */
import { money, type Money } from './money.ts';
import { divideDown } from './rounding.ts';

/**
 * Splits `total` in proportion to `weights` (none below zero).
 * @throws RangeError when there is an amount to split and nothing to split it by: a bug, never bad input.
 */
export function allocate(total: Money, weights: readonly number[]): Money[] {
  const exactWeights = weights.map(weightOf);
  const sum = exactWeights.reduce((left, right) => left + right, 0n);
  if (sum === 0n && total !== 0) throw new RangeError('nothing to allocate by');
  if (sum === 0n) return weights.map(() => total);
  const exactTotal = BigInt(total);
  return spread(exactTotal, exactWeights, (weight) => exactTotal * weight, sum).map(({ share }) =>
    money(Number(share)),
  );
}

interface Share<Part> {
  readonly part: Part;
  readonly share: bigint;
}

/**
 * Rounds parts that are exact as numerators over one `denominator`, each down or up, so that they add up to `total`,
 * which must be their exact sum rounded down or up. Amounts below zero mirror those above it.
 */
export function spread<Part>(
  total: bigint,
  parts: readonly Part[],
  numeratorOf: (part: Part) => bigint,
  denominator: bigint,
): Share<Part>[] {
  const sign = total < 0n ? -1n : 1n;
  const floors = parts.map((part, at) => {
    const numerator = sign * numeratorOf(part);
    const floor = divideDown(numerator, denominator);
    return { part, at, floor, remainder: numerator - floor * denominator };
  });
  const left = sign * total - floors.reduce((sum, { floor }) => sum + floor, 0n);
  const largestFirst = [...floors].sort(
    (one, other) => compare(other.remainder, one.remainder) || one.at - other.at,
  );
  const raised = new Set(largestFirst.slice(0, Number(left)));
  return floors.map((each) => ({
    part: each.part,
    share: sign * (each.floor + (raised.has(each) ? 1n : 0n)),
  }));
}

function compare(one: bigint, other: bigint): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function weightOf(weight: number): bigint {
  if (!Number.isSafeInteger(weight) || weight < 0) throw new RangeError(`not a weight: ${weight}`);
  return BigInt(weight);
}
