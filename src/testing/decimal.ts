/** Decimal text as an exact whole number of its smallest places: "12.12" at 4 places is 121200. */

/** @throws RangeError when the text has more places than there is room for: a bug of the test. */
export function decimalAt(text: string, places: number): bigint {
  const [whole = '0', fraction = ''] = text.replace('-', '').split('.');
  const trimmed = fraction.replace(/0+$/, '');
  if (trimmed.length > places) throw new RangeError(`${text} has more than ${places} places`);
  const magnitude = BigInt(whole + trimmed.padEnd(places, '0'));
  return text.startsWith('-') ? -magnitude : magnitude;
}
