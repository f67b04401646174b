/** Which rows of a file belong together as variants, and what they take over from the first of them. Pure. */
import { VARIANT_OPTIONS_MAX } from '../../protocol/limits.ts';
import { cellOf, cellsOf, type ReadTerms } from './file-cells.ts';
import type { FileTable, TableRow } from './read-table.ts';

export interface RowGroup {
  /** As tiles and receipts show it: with its options, where it has any. */
  readonly name: string;
  readonly of: string;
  readonly options: readonly string[];
  readonly isOneOfSeveral: boolean;
  readonly category: string;
  readonly taxWords: readonly string[];
  /** The file says that it is no longer sold. */
  readonly isArchived: boolean;
}

/** @returns null for a row that says nothing but one more picture of the product before. */
export type GroupOf = (row: TableRow) => RowGroup | null;

interface Head {
  /** The first row of the group, which some exports alone fill in. */
  readonly cells: readonly string[];
  count: number;
}

export function groupRows(table: FileTable, terms: ReadTerms): GroupOf {
  const heads = new Map<string, Head>();
  for (const { cells } of table.rows) {
    if (isPicture(cells, terms)) continue;
    const head = heads.get(keyOf(cells, terms));
    if (head === undefined) heads.set(keyOf(cells, terms), { cells, count: 1 });
    else head.count += 1;
  }
  return ({ cells }) => {
    if (isPicture(cells, terms)) return null;
    return groupOf(cells, heads.get(keyOf(cells, terms)) ?? { cells, count: 1 }, terms);
  };
}

function groupOf(cells: readonly string[], head: Head, terms: ReadTerms): RowGroup {
  const own = (field: Parameters<typeof cellOf>[2]) =>
    cellOf(cells, terms, field) || cellOf(head.cells, terms, field);
  const options = optionsOf(cells, terms);
  const isOwn = terms.source === 'evertill';
  const of = isOwn ? cellOf(cells, terms, 'handle') : own('name');
  const isOneOfSeveral = isOwn ? of !== '' : head.count > 1;
  const words = isOneOfSeveral || !options.every(isPlainOption) ? options : [];
  return {
    name: isOwn || words.length === 0 ? own('name') : `${of}, ${words.join(' / ')}`,
    ...{ of, options: words, isOneOfSeveral },
    category: categoryOf(own('category'), terms),
    taxWords: taxWordsOf(cells, head, terms),
    isArchived: isArchived(own('archived'), terms),
  };
}

/** What exports call the only one of its kind. */
function isPlainOption(option: string): boolean {
  return /^(default title|default|regular|standard)$/i.test(option);
}

function isPicture(cells: readonly string[], terms: ReadTerms): boolean {
  if (terms.source !== 'shopify') return false;
  const said = (['name', 'sku', 'price', 'barcodes'] as const).map((field) => cellOf(cells, terms, field));
  return [...said, ...optionsOf(cells, terms)].every((cell) => cell === '');
}

/** By the export's own handle where it has one, else by name. */
function keyOf(cells: readonly string[], terms: ReadTerms): string {
  return cellOf(cells, terms, 'handle') || cellOf(cells, terms, 'name');
}

/** Odoo writes *Size: L, Colour: Red* in one cell; the others have a column each. */
function optionsOf(cells: readonly string[], terms: ReadTerms): string[] {
  const words = cellsOf(cells, terms, 'options');
  const parts = terms.source === 'odoo' ? words.flatMap((word) => word.split(',')) : words;
  return parts
    .map((part) => part.replace(/^[^:]{1,40}:\s+/, '').trim())
    .filter((part) => part !== '')
    .slice(0, VARIANT_OPTIONS_MAX);
}

/** Of a path such as *All / Saleable / Mugs* the last; of several the first; without the ids that some exports add. */
function categoryOf(text: string, { source }: ReadTerms): string {
  const [first = ''] = source === 'square' ? text.split(',') : [text];
  const path = source === 'evertill' || source === 'mapped' ? [first] : first.split(/\s*[/>]\s*/);
  return (path.at(-1) ?? '').replace(/\s*\(#?[A-Z0-9]{6,}\)$/, '').trim();
}

/** Where each tax has a column of its own, its header is the word and *Y* says that it holds. */
function taxWordsOf(cells: readonly string[], head: Head, terms: ReadTerms): readonly string[] {
  const said = (one: readonly string[], field: 'tax' | 'taxTakeAway') =>
    cellsOf(one, terms, field).filter((word) => word !== '');
  if (terms.taxHeaders !== undefined) {
    const held = terms.taxHeaders.filter(({ at }) => /^(y|yes|true|1)$/i.test((cells[at] ?? '').trim()));
    return held.length === 0 ? ['no tax'] : [held.map(({ word }) => word).join(' + ')];
  }
  const own = said(cells, 'tax');
  const tax = (own.length > 0 ? own : said(head.cells, 'tax')).join(' + ');
  return [...(tax === '' ? [] : [tax]), ...said(cells, 'taxTakeAway')];
}

function isArchived(word: string, { source }: ReadTerms): boolean {
  switch (source) {
    case 'square':
      return /^(y|yes|true)$/i.test(word);
    case 'shopify':
      return /^archived$/i.test(word);
    case 'lightspeed':
    case 'odoo':
      return /^(0|false|no|n)$/i.test(word);
    case 'evertill':
    case 'mapped':
      return false;
  }
}
