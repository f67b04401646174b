/**
 * Whether a text can be a VAT number, by the shape its country gives it. Shapes: European Commission, VIES, *questions and answers*; HMRC,
 * *VAT EU country codes, VAT numbers*; Swiss Federal Statistical Office, *UID*. Check digits: of Germany as the former ZMDV states them (ISO
 * 7064 MOD 11,10), of Great Britain the weighted modulus 97, for newer numbers with 55 added.
 */

/** Null: it can be one, or its country is not known here. */
export type VatNumberFault =
  { readonly is: 'shape'; readonly example: string } | { readonly is: 'checkDigits' } | null;

interface VatShape {
  /** GR is written EL. */
  readonly prefix: string;
  /** Of what follows the prefix. */
  readonly shape: RegExp;
  readonly example: string;
  readonly checks?: (rest: string) => boolean;
}

const BRITISH = { shape: /^(\d{9}|\d{12}|(GD|HA)\d{3})$/, checks: isBritish };

const SHAPES: Readonly<Record<string, VatShape>> = {
  AT: { prefix: 'AT', shape: /^U\d{8}$/, example: 'ATU 12345678' },
  BE: { prefix: 'BE', shape: /^[01]\d{9}$/, example: 'BE 0123 456 789' },
  BG: { prefix: 'BG', shape: /^\d{9,10}$/, example: 'BG 123456789' },
  CH: { prefix: 'CHE', shape: /^\d{9}(MWST|TVA|IVA|VAT)?$/, example: 'CHE-123.456.789 MWST' },
  CY: { prefix: 'CY', shape: /^\d{8}[A-Z]$/, example: 'CY 12345678L' },
  CZ: { prefix: 'CZ', shape: /^\d{8,10}$/, example: 'CZ 12345678' },
  DE: { prefix: 'DE', shape: /^\d{9}$/, example: 'DE 123456788', checks: isGerman },
  DK: { prefix: 'DK', shape: /^\d{8}$/, example: 'DK 12 34 56 78' },
  EE: { prefix: 'EE', shape: /^\d{9}$/, example: 'EE 123456789' },
  ES: { prefix: 'ES', shape: /^([A-Z]\d{7}[A-Z\d]|\d{8}[A-Z])$/, example: 'ES B12345678' },
  FI: { prefix: 'FI', shape: /^\d{8}$/, example: 'FI 12345678' },
  FR: { prefix: 'FR', shape: /^[A-Z\d]{2}\d{9}$/, example: 'FR 12 345 678 901' },
  GB: { prefix: 'GB', ...BRITISH, example: 'GB 123 4567 82' },
  GR: { prefix: 'EL', shape: /^\d{9}$/, example: 'EL 123456789' },
  HR: { prefix: 'HR', shape: /^\d{11}$/, example: 'HR 12345678901' },
  HU: { prefix: 'HU', shape: /^\d{8}$/, example: 'HU 12345678' },
  IE: { prefix: 'IE', shape: /^(\d{7}[A-W][A-I]?|\d[A-Z+*]\d{5}[A-W])$/, example: 'IE 1234567FA' },
  IT: { prefix: 'IT', shape: /^\d{11}$/, example: 'IT 12345678901' },
  LT: { prefix: 'LT', shape: /^(\d{9}|\d{12})$/, example: 'LT 123456789' },
  LU: { prefix: 'LU', shape: /^\d{8}$/, example: 'LU 12345678' },
  LV: { prefix: 'LV', shape: /^\d{11}$/, example: 'LV 12345678901' },
  MT: { prefix: 'MT', shape: /^\d{8}$/, example: 'MT 12345678' },
  NL: { prefix: 'NL', shape: /^\d{9}B\d{2}$/, example: 'NL 123456789B01' },
  PL: { prefix: 'PL', shape: /^\d{10}$/, example: 'PL 1234567890' },
  PT: { prefix: 'PT', shape: /^\d{9}$/, example: 'PT 123456789' },
  RO: { prefix: 'RO', shape: /^\d{2,10}$/, example: 'RO 1234567890' },
  SE: { prefix: 'SE', shape: /^\d{12}$/, example: 'SE 123456789001' },
  SI: { prefix: 'SI', shape: /^\d{8}$/, example: 'SI 12345678' },
  SK: { prefix: 'SK', shape: /^\d{10}$/, example: 'SK 1234567890' },
  XI: { prefix: 'XI', ...BRITISH, example: 'XI 123 4567 82' },
};

/** @param locale BCP 47, of the shop: its region is the country of a number that names none */
export function vatNumberFault(text: string, locale: string): VatNumberFault {
  const number = tidyVatNumber(text).replaceAll(/[\s./-]/g, '');
  const own = SHAPES[new Intl.Locale(locale).region ?? ''];
  const named = Object.values(SHAPES).find(({ prefix }) => number.startsWith(prefix));
  const faults = [
    ...(named === undefined ? [] : [faultOf(number.slice(named.prefix.length), named)]),
    // Without its country a number may begin with letters that are another country's.
    ...(own === undefined ? [] : [faultOf(number, own)]),
  ];
  if (faults.includes(null)) return null;
  const isForeign = /^[A-Z]{2}.*\d/.test(number) && !isOwn(number, own);
  return named === undefined && isForeign ? null : (faults[0] ?? null);
}

/** As it is kept and printed. */
export function tidyVatNumber(text: string): string {
  return text.trim().replaceAll(/\s+/g, ' ').toUpperCase();
}

function isOwn(number: string, own: VatShape | undefined): boolean {
  return own !== undefined && number.startsWith(own.prefix.slice(0, 2));
}

function faultOf(rest: string, { shape, example, checks }: VatShape): VatNumberFault {
  if (!shape.test(rest)) return { is: 'shape', example };
  return checks === undefined || checks(rest) ? null : { is: 'checkDigits' };
}

/** The Isle of Man (00) and public bodies count otherwise. */
function isBritish(rest: string): boolean {
  if (rest.startsWith('00') || !/^\d/.test(rest)) return true;
  const digits = digitsOf(rest);
  const weighted = digits.slice(0, 7).reduce((sum, digit, place) => sum + digit * (8 - place), 0);
  const sum = weighted + Number(rest.slice(7, 9));
  return sum % 97 === 0 || (sum + 55) % 97 === 0;
}

function isGerman(rest: string): boolean {
  const digits = digitsOf(rest);
  const product = digits.slice(0, 8).reduce((before, digit) => {
    const sum = (digit + before) % 10;
    return (2 * (sum === 0 ? 10 : sum)) % 11;
  }, 10);
  return (11 - product) % 10 === digits.at(8);
}

function digitsOf(text: string): number[] {
  return Array.from(text, Number);
}
