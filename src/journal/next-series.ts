/** A later incarnation's series carries a letter, so no number is printed twice: A1, A1b, A1c … A1y, A1ab. Pure. */

/** Without z: that letter is for a new key of the same till (A1z), which counts its own incarnations: A1zb. */
const LETTERS = 'abcdefghijklmnopqrstuvwxy';

/** @param series of the first incarnation. @param incarnationsBefore at least 1. */
export function nextSeries(series: string, incarnationsBefore: number): string {
  return series + letters(incarnationsBefore);
}

/**
 * The first series from there on that nobody is known to have used: a till that lost whole incarnations counts too few.
 * @returns with how many incarnations there are then.
 */
export function freeSeries(
  series: string,
  incarnationsBefore: number,
  taken: readonly string[],
): { readonly series: string; readonly rank: number } {
  const next = nextSeries(series, incarnationsBefore);
  const rank = incarnationsBefore + 1;
  return taken.includes(next) ? freeSeries(series, rank, taken) : { series: next, rank };
}

function letters(index: number): string {
  const last = LETTERS.charAt(index % LETTERS.length);
  return index < LETTERS.length ? last : letters(Math.floor(index / LETTERS.length) - 1) + last;
}
