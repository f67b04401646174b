/** A later incarnation's series carries a letter, so no number is printed twice: A1, A1b, A1c … A1y, A1ab. Pure. */

/** Without z: that letter is for a new key of the same till (A1z), which counts its own incarnations: A1zb. */
const LETTERS = 'abcdefghijklmnopqrstuvwxy';

/** @param series of the first incarnation. @param incarnationsBefore at least 1. */
export function nextSeries(series: string, incarnationsBefore: number): string {
  return series + letters(incarnationsBefore);
}

function letters(index: number): string {
  const last = LETTERS.charAt(index % LETTERS.length);
  return index < LETTERS.length ? last : letters(Math.floor(index / LETTERS.length) - 1) + last;
}
