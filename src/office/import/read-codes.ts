/** Barcodes and stock numbers as files write them: text, with the zeros in front. Pure. */
import { BARCODES_MAX, ID_LENGTH_MAX } from '../../protocol/limits.ts';

export type CodeFault = 'codeRounded' | 'codeTooLong' | 'tooManyBarcodes';

/** 5.01235E+12: a spreadsheet rounded the code and wrote the power; its last digits are gone for good. */
const ROUNDED = /^\d(?:[.,]\d+)?e\+\d+$/i;

/** @returns the code, or what is wrong with it; null when there is none. */
export function readCode(cell: string): string | null {
  // Some exports keep zeros by an apostrophe, and spreadsheets by a formula: ="00123".
  const code = cell
    .replace(/^="(.*)"$/, '$1')
    .replace(/^'/, '')
    .trim();
  if (code === '') return null;
  if (ROUNDED.test(code)) return CODE_ROUNDED;
  return code.length > ID_LENGTH_MAX ? CODE_TOO_LONG : code;
}

const CODE_ROUNDED: CodeFault = 'codeRounded';
const CODE_TOO_LONG: CodeFault = 'codeTooLong';

export function isCodeFault(code: string): code is CodeFault {
  return code === 'codeRounded' || code === 'codeTooLong' || code === 'tooManyBarcodes';
}

/** Several in one cell are parted by commas, semicolons, bars or blanks. */
export function readBarcodes(cells: readonly string[]): readonly string[] | CodeFault {
  const codes: string[] = [];
  for (const cell of cells.flatMap((one) => (ROUNDED.test(one) ? [one] : one.split(/[,;|\s]+/)))) {
    const code = readCode(cell);
    if (code === null) continue;
    if (isCodeFault(code)) return code;
    if (!codes.includes(code)) codes.push(code);
  }
  return codes.length > BARCODES_MAX ? 'tooManyBarcodes' : codes;
}
