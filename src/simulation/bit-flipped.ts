/** One bit of a fact's bytes, where it does not matter to sums: what it says of the app's version. */

/** @returns null where it has flipped already, or there is none. */
export function bitFlipped(bytes: string): string | null {
  const flipped = bytes.replace('"app":"1', '"app":"3');
  return flipped === bytes ? null : flipped;
}
