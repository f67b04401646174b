/** A later incarnation's series carries a letter, so no number is printed twice: A1, A1b, A1c … A1z, A1ab. Pure. */

/** @param series of the first incarnation. @param incarnationsBefore at least 1. */
export function nextSeries(series: string, incarnationsBefore: number): string {
  return series + letters(incarnationsBefore);
}

function letters(index: number): string {
  const last = String.fromCharCode('a'.charCodeAt(0) + (index % 26));
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last;
}
