// A shop of one's own, as a stranger begins it: the code of the start, and the export of what is sold.
import { readFileSync } from 'node:fs';
import type { EvertillServer } from './evertill-server.ts';

export const EXPORTED_PRODUCTS = 300;

/** As the start printed it. */
export function setUpCodeOf(server: EvertillServer): string {
  const found = /\/office\/set-up\/new#(\S+)/.exec(server.output());
  if (found?.[1] === undefined) throw new Error(`no set-up code was printed\n${server.output()}`);
  return found[1];
}

/** A file with Square's own headers, as the sample of its export has them. */
export function squareExport() {
  const [head = ''] = readFileSync('src/office/import/samples/square.csv', 'utf8').split('\n');
  const names = head.trim().split(',');
  const rows = Array.from({ length: EXPORTED_PRODUCTS }, (_, at) => {
    const values: Readonly<Record<string, string>> = {
      'Item Name': `Thing ${String(at + 1)}`,
      SKU: `T-${String(at + 1).padStart(4, '0')}`,
      Categories: `Shelf ${String((at % 10) + 1)}`,
      Price: (1 + (at + 1) / 100).toFixed(2),
      GTIN: barcodeOf(at + 1),
      'Tax - VAT (20%)': 'Y',
    };
    return names.map((name) => values[name] ?? '').join(',');
  });
  const buffer = Buffer.from([head.trim(), ...rows].join('\n'));
  return { name: 'square.csv', mimeType: 'text/csv', buffer };
}

/** EAN-13 of the range that is left to shops. */
export function barcodeOf(number: number): string {
  const digits = `20000${String(number).padStart(7, '0')}`;
  const sum = Array.from(digits).reduce(
    (total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 1 : 3),
    0,
  );
  return digits + String((10 - (sum % 10)) % 10);
}
