/** The one place where rounding happens: exact whole-number division with a named way to round. */

/**
 * Half away from zero: 2.5 is 3 and -2.5 is -3.
 * @throws RangeError when the denominator is not above zero: a bug, never bad input.
 */
export function divideRounded(numerator: bigint, denominator: bigint): bigint {
  requirePositive(denominator);
  const doubled = 2n * (numerator < 0n ? -numerator : numerator);
  const magnitude = (doubled + denominator) / (2n * denominator);
  return numerator < 0n ? -magnitude : magnitude;
}

/** Away from zero, whatever the fraction: 2.1 is 3 and -2.1 is -3. */
export function divideAwayFromZero(numerator: bigint, denominator: bigint): bigint {
  requirePositive(denominator);
  const magnitude = ((numerator < 0n ? -numerator : numerator) + denominator - 1n) / denominator;
  return numerator < 0n ? -magnitude : magnitude;
}

/** Towards minus infinity, so that what is left over is never below zero. */
export function divideDown(numerator: bigint, denominator: bigint): bigint {
  requirePositive(denominator);
  const truncated = numerator / denominator;
  return numerator % denominator < 0n ? truncated - 1n : truncated;
}

function requirePositive(denominator: bigint): void {
  if (denominator <= 0n) throw new RangeError(`not a denominator: ${String(denominator)}`);
}
