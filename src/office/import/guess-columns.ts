/** A first guess at what the columns of a file mean that is no export we know; a person looks it over. Pure. */
import { type ImportColumns, type ImportField } from './import-columns.ts';
import { plainHeader } from './recognise-export.ts';

const WORDS: readonly (readonly [ImportField, RegExp])[] = [
  ['barcodes', /barcode|ean|gtin|upc|strichcode/],
  ['sku', /\bsku\b|stock (number|code)|article|artikel-?n|item (no|number|code)|product code|reference/],
  ['options', /variant|option|size|colou?r|gr(ö|oe)(ß|ss)e|farbe/],
  ['name', /name|title|description|bezeichnung|product|artikel|item/],
  ['price', /price|preis|\brrp\b/],
  ['category', /categor|kategorie|group|department|warengruppe/],
  ['tax', /\btax|vat|mwst|steuer/],
  ['unit', /\bunit|einheit|sold by/],
  ['minimumAge', /\bage\b|alter/],
];

export function guessColumns(headers: readonly string[]): ImportColumns {
  const taken = new Set<number>();
  const columns: Partial<Record<ImportField, readonly number[]>> = {};
  for (const [field, word] of WORDS) {
    const at = headers.findIndex((header, place) => !taken.has(place) && word.test(plainHeader(header)));
    if (at < 0) continue;
    taken.add(at);
    columns[field] = [at];
  }
  return columns;
}
