/**
 * The rows of a product file as the products they mean, under the columns that were recognised or chosen; and of each row that cannot be
 * read, what is wrong with it. Pure.
 */
import type { DatedPrice, Variant } from '../../domain/catalogue.ts';
import type { ImportedPrice } from '../../domain/imported-product.ts';
import { isDay, type Day } from '../../domain/trading-day.ts';
import type { ImportRow } from '../../protocol/import-messages.ts';
import { NAME_LENGTH_MAX } from '../../protocol/limits.ts';
import { cellOf, cellsOf, type ReadTerms } from './file-cells.ts';
import type { ImportField } from './import-columns.ts';
import { groupRows, type RowGroup } from './group-rows.ts';
import { decimalMarkOf, readAmount, type DecimalMark } from './read-amount.ts';
import { isCodeFault, readBarcodes, readCode, type CodeFault } from './read-codes.ts';
import type { FileTable, TableRow } from './read-table.ts';

/** Before the words for its tax are given a meaning. */
export interface ReadRow extends Omit<ImportRow, 'tax' | 'sharesInFile'> {
  /** Two where eating in and taking away differ; empty: the file does not say. */
  readonly taxWords: readonly string[];
}

export type RowFaultKind =
  CodeFault | 'noName' | 'nameTooLong' | 'priceWrong' | 'ageWrong' | 'pricesWrong' | 'twice';

export interface RowFault {
  readonly row: number;
  readonly kind: RowFaultKind;
  /** What stands there, or the row that it repeats. */
  readonly cell: string;
}

export interface ReadRows {
  readonly rows: readonly ReadRow[];
  readonly faults: readonly RowFault[];
  /** What the file says is no longer sold. */
  readonly archived: number;
}

const AGE_MAX = 99;

export function readRows(table: FileTable, given: ReadTerms): ReadRows {
  const terms = withTaxHeaders(table, given);
  const groupOf = groupRows(table, terms);
  const mark = decimalMarkOf(table.rows.map(({ cells }) => cellOf(cells, terms, 'price')));
  const rows: ReadRow[] = [];
  const faults: RowFault[] = [];
  const seen = new Map<string, number>();
  let archived = 0;
  for (const row of table.rows) {
    const group = groupOf(row);
    if (group === null) continue;
    if (group.isArchived) {
      archived += 1;
      continue;
    }
    const read = notTwice(readRow(row, group, { ...terms, mark }), seen);
    if (isFault(read)) faults.push(read);
    else rows.push(read);
  }
  return { rows, faults, archived };
}

/** Square has a column for each tax. */
function withTaxHeaders({ headers }: FileTable, terms: ReadTerms): ReadTerms {
  const places = terms.columns.tax ?? [];
  if (terms.source !== 'square' || places.length === 0) return terms;
  const taxHeaders = places.map((at) => ({ at, word: (headers[at] ?? '').replace(/^tax - /i, '').trim() }));
  return { ...terms, taxHeaders };
}

function notTwice(read: ReadRow | RowFault, seen: Map<string, number>): ReadRow | RowFault {
  if (isFault(read)) return read;
  const before = seen.get(keyOf(read));
  if (before !== undefined) return { row: read.row, kind: 'twice', cell: String(before) };
  seen.set(keyOf(read), read.row);
  return read;
}

interface Reading extends ReadTerms {
  readonly mark: DecimalMark;
}

function isFault(read: ReadRow | RowFault): read is RowFault {
  return 'kind' in read;
}

export function readRow({ row, cells }: TableRow, group: RowGroup, terms: Reading): ReadRow | RowFault {
  const cell = (field: ImportField) => cellOf(cells, terms, field);
  const fault = (kind: RowFaultKind, what: string): RowFault => ({ row, kind, cell: what });
  const name = group.name;
  if (name === '') return fault('noName', '');
  if (name.length > NAME_LENGTH_MAX) return fault('nameTooLong', name);
  const sku = readCode(cell('sku'));
  if (sku !== null && isCodeFault(sku)) return fault(sku, cell('sku'));
  const barcodes = readBarcodes(cellsOf(cells, terms, 'barcodes'));
  if (typeof barcodes === 'string') return fault(barcodes, cell('barcodes'));
  const price = readPrice(cell('price'), cell('prices'), cell('unit'), terms);
  if (price === null) return fault(cell('prices') === '' ? 'priceWrong' : 'pricesWrong', cell('price'));
  const minimumAge = readAge(cell('minimumAge'), terms);
  if (minimumAge === 'wrong') return fault('ageWrong', cell('minimumAge'));
  return {
    ...{ row, sku, name, price, minimumAge },
    id: cell('id') === '' ? null : cell('id'),
    category: group.category === '' ? null : group.category,
    // Our own export says everything; what another leaves out stays as it is.
    barcodes: barcodes.length === 0 && terms.source !== 'evertill' ? null : barcodes,
    unit: readUnit(cell('unit')),
    taxWords: group.taxWords,
    variant: variantOf(group),
  };
}

function variantOf({ of, options, isOneOfSeveral }: RowGroup): Variant | null {
  return isOneOfSeveral && options.length > 0 ? { of, options } : null;
}

/** Two rows that mean one product, as head office sees it too. */
function keyOf({ id, sku, barcodes, name }: ReadRow): string {
  if (id !== null) return `id ${id}`;
  return sku === null ? `name ${barcodes?.[0] ?? ''} ${name}` : `sku ${sku}`;
}

function readPrice(price: string, prices: string, unit: string, terms: Reading): ImportedPrice | null {
  if (terms.columns.price === undefined) return { is: 'unsaid' };
  if (/^open/i.test(unit) || /^variable$/i.test(price)) return { is: 'open' };
  if (price === '' && prices === '') return { is: terms.source === 'evertill' ? 'open' : 'unsaid' };
  const dated = prices === '' ? [] : readDated(prices, terms.digits);
  if (dated === null) return null;
  if (price === '') return { is: 'dated', prices: dated };
  const amount = readAmount(price, terms.mark, terms.digits);
  if (amount === null) return null;
  if (prices === '') return { is: 'today', price: amount };
  // Our own export says both: a price of today that was changed in a spreadsheet is the newer word.
  const isSaid = latestOn(dated, terms.today)?.price === amount;
  const others = dated.filter(({ from }) => from !== terms.today);
  return { is: 'dated', prices: isSaid ? dated : [...others, { from: terms.today, price: amount }] };
}

function latestOn(prices: readonly DatedPrice[], day: Day): DatedPrice | null {
  const past = prices.filter(({ from }) => from <= day);
  return past.reduce<DatedPrice | null>(
    (last, one) => (last === null || one.from > last.from ? one : last),
    null,
  );
}

/** Our own: *2025-01-01 2.50; 2025-03-01 2.75*. */
function readDated(text: string, digits: number): readonly DatedPrice[] | null {
  const prices = text.split(';').map((part): DatedPrice | null => {
    const [, from, amount = ''] = /^\s*(\S+)\s+(\S+)\s*$/.exec(part) ?? [];
    const price = readAmount(amount, '.', digits);
    return isDay(from) && price !== null ? { from, price } : null;
  });
  return prices.every((price) => price !== null) ? prices : null;
}

function readUnit(text: string): ImportRow['unit'] {
  if (text === '') return null;
  return /^(kg|by weight|kilogram|kilo)/i.test(text) ? 'kg' : 'each';
}

function readAge(text: string, { source }: ReadTerms): number | null | 'wrong' {
  // Our own export says everything: nothing there is no age.
  if (text === '') return source === 'evertill' ? 0 : null;
  const age = /^\d{1,2}/.test(text) ? Number.parseInt(text, 10) : Number.NaN;
  return age >= 0 && age <= AGE_MAX ? age : 'wrong';
}
