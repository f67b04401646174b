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

/** The same GTIN as products may be registered under: zeros before it say nothing. None when it is no GTIN. */
export function gtinForms(code: string): readonly string[] {
  if (!isGtin(code)) return [];
  const padded = code.padStart(14, '0');
  const forms = LENGTHS.map((length) => padded.slice(14 - length));
  return forms.filter((form) => form.padStart(14, '0') === padded).reverse();
}

/** The UPC-A that a UPC-E of eight digits stands for, zeros put back. Null when it is none. */
export function expandUpcE(code: string): string | null {
  const [, system, body, last, check] = /^([01])(\d{5})(\d)(\d)$/.exec(code) ?? [];
  if (system === undefined || body === undefined || last === undefined || check === undefined) return null;
  const digits = system + spreadUpcE(body, last);
  return gtinCheckDigit(digits) === Number(check) ? digits + check : null;
}

/** The sixth digit says where the zeros were. */
function spreadUpcE(body: string, last: string): string {
  if (last <= '2') return `${body.slice(0, 2)}${last}0000${body.slice(2)}`;
  if (last === '3') return `${body.slice(0, 3)}00000${body.slice(3)}`;
  if (last === '4') return `${body.slice(0, 4)}00000${body.slice(4)}`;
  return `${body}0000${last}`;
}
