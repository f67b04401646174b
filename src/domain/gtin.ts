/** GTIN barcodes (EAN-8, UPC-A, EAN-13, ITF-14) and their check digit, by the GS1 General Specifications, section 7.9. */

const LENGTHS = [8, 12, 13, 14];

/** True when the code has a GTIN's length and its last digit is right. */
export function isGtin(code: string): boolean {
  if (!LENGTHS.includes(code.length) || !/^\d+$/.test(code)) return false;
  return gtinCheckDigit(code.slice(0, -1)) === Number(code.at(-1));
}

/**
 * From the right the digits weigh 3, 1, 3, 1 …; the check digit fills the sum up to a multiple of ten.
 * @param digits the code without its last digit
 */
export function gtinCheckDigit(digits: string): number {
  const sum = Array.from(digits)
    .reverse()
    .reduce((total, digit, place) => total + Number(digit) * (place % 2 === 0 ? 3 : 1), 0);
  return (10 - (sum % 10)) % 10;
}
