/** Knows a product export by its headers. Pure: a table of what the products call their columns, and one rule for all. */
import type { ImportSource } from '../../protocol/import-messages.ts';
import { IMPORT_FIELDS, type ImportColumns, type ImportField } from './import-columns.ts';

export interface Recognised {
  readonly source: Exclude<ImportSource, 'mapped'>;
  readonly columns: ImportColumns;
}

/** Headers in lower case; a pattern where they name a shop or a tax. */
type Header = string | RegExp;

interface KnownExport {
  readonly source: Recognised['source'];
  /** Of each group at least one header is there. */
  readonly knownBy: readonly (readonly Header[])[];
  /** The first header that is there is the column. */
  readonly fields: Readonly<Partial<Record<ImportField, readonly Header[]>>>;
  /** Every header that fits is one of the columns. */
  readonly spread: Readonly<Partial<Record<ImportField, RegExp>>>;
}

export function recogniseExport(headers: readonly string[]): Recognised | null {
  const names = headers.map(plainHeader);
  const known = EXPORTS.find(({ knownBy }) => knownBy.every((group) => placeOf(names, group) !== null));
  return known === undefined ? null : { source: known.source, columns: columnsOf(known, names) };
}

function columnsOf({ fields, spread }: KnownExport, names: readonly string[]): ImportColumns {
  const columns: Partial<Record<ImportField, readonly number[]>> = {};
  for (const field of IMPORT_FIELDS) {
    const all = spread[field];
    const places = all === undefined ? [] : names.flatMap((name, at) => (all.test(name) ? [at] : []));
    const one = placeOf(names, fields[field] ?? []);
    if (places.length > 0) columns[field] = places;
    else if (one !== null) columns[field] = [one];
  }
  return columns;
}

function placeOf(names: readonly string[], headers: readonly Header[]): number | null {
  for (const header of headers) {
    const at = names.findIndex((name) => (typeof header === 'string' ? name === header : header.test(name)));
    if (at >= 0) return at;
  }
  return null;
}

export function plainHeader(header: string): string {
  return header
    .replace(/^\uFEFF/, '')
    .trim()
    .toLowerCase();
}

const EXPORTS: readonly KnownExport[] = [
  {
    source: 'evertill',
    knownBy: [['id'], ['sold'], ['tax'], ['tax take away'], ['prices']],
    fields: {
      ...{ id: ['id'], name: ['name'], sku: ['stock number'], barcodes: ['barcodes'], unit: ['sold'] },
      ...{ price: ['price'], prices: ['prices'], category: ['category'], tax: ['tax'] },
      ...{ taxTakeAway: ['tax take away'], minimumAge: ['minimum age'], handle: ['variant of'] },
    },
    spread: { options: /^option \d$/ },
  },
  {
    source: 'square',
    knownBy: [['item name'], ['variation name'], ['sku'], ['price']],
    fields: {
      ...{ name: ['item name'], options: ['variation name'], sku: ['sku'], barcodes: ['gtin'] },
      ...{ price: ['price'], category: ['reporting category', 'category', 'categories'] },
      ...{ handle: ['reference handle'], archived: ['archived'] },
    },
    spread: { options: /^option value \d$/, tax: /^tax - / },
  },
  {
    source: 'shopify',
    knownBy: [
      ['handle', 'url handle'],
      ['title'],
      ['option1 value'],
      ['variant price', 'price'],
      ['variant sku', 'sku'],
    ],
    fields: {
      ...{ handle: ['handle', 'url handle'], name: ['title'], sku: ['variant sku', 'sku'] },
      ...{ barcodes: ['variant barcode', 'barcode'], price: ['variant price', 'price'] },
      ...{
        category: ['type', 'product category'],
        tax: ['variant taxable', 'charge tax'],
        archived: ['status'],
      },
    },
    spread: { options: /^option\d value$/ },
  },
  {
    source: 'lightspeed',
    knownBy: [['handle'], ['sku'], ['name'], [/^retail_price/], [/^variant_option_one_value/]],
    fields: {
      ...{
        handle: ['handle'],
        name: ['name'],
        sku: ['sku'],
        barcodes: ['barcode'],
        price: [/^retail_price/],
      },
      ...{ category: ['product_category', 'type'], tax: ['tax_name', /^outlet_tax_/], archived: ['active'] },
    },
    spread: { options: /^variant_option_(one|two|three)_value$/ },
  },
  {
    source: 'odoo',
    knownBy: [
      ['name', 'product template/name'],
      ['internal reference', 'default_code'],
      ['sales price', 'public price', 'list_price', 'lst_price'],
    ],
    fields: {
      ...{ name: ['name', 'product template/name'], sku: ['internal reference', 'default_code'] },
      ...{ barcodes: ['barcode'], price: ['sales price', 'public price', 'list_price', 'lst_price'] },
      category: ['point of sale category', 'pos_categ_ids', 'product category', 'categ_id', 'categ_id/name'],
      tax: ['customer taxes', 'sales taxes', 'taxes_id', 'taxes_id/name'],
      options: ['variant values', 'product_template_variant_value_ids'],
      ...{ unit: ['unit of measure', 'uom_id', 'uom_id/name', 'unit'], archived: ['active'] },
    },
    spread: {},
  },
];
