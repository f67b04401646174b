/**
 * All products in a few typed arrays, made in a worker and handed over without a copy: 100,000 of them cost the page neither time
 * nor objects until one is asked for.
 */
import * as z from 'zod/mini';
import type { Product } from '../domain/catalogue.ts';

export interface PackedProducts {
  /** Every product as JSON in UTF-8, one after the other. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Product n is the bytes from `starts[n]` up to `starts[n + 1]`. */
  readonly starts: Uint32Array<ArrayBuffer>;
  readonly ids: HashTable;
  /** By code and barcodes, case folded. */
  readonly codes: HashTable;
  readonly categories: ReadonlyMap<string, Uint32Array<ArrayBuffer>>;
  readonly variants: PackedVariants;
}

/** Row n is a variant of `names[groups[n] - 1]`; 0 stands alone. */
export interface PackedVariants {
  readonly names: readonly string[];
  readonly groups: Uint32Array<ArrayBuffer>;
}

/** Open addressing: a slot holds the hash of a text and, one too high, the row it belongs to; 0 is a free slot. */
export interface HashTable {
  readonly hashes: Uint32Array<ArrayBuffer>;
  readonly rows: Uint32Array<ArrayBuffer>;
}

export interface OpenedProducts {
  readonly size: number;
  readonly at: (row: number) => Product;
  readonly rowOf: (id: string) => number | null;
  /** Rows that have this code in any case. */
  readonly rowsWithCode: (code: string) => readonly number[];
  readonly rowsIn: (category: string) => Uint32Array;
  /** What a row is a variant of. */
  readonly groupOf: (row: number) => string | undefined;
  readonly rowsOfGroup: (of: string) => readonly number[];
}

export function packProducts(products: readonly Product[]): PackedProducts {
  const codes = products.map(codesOf);
  return {
    ...packTexts(products),
    ids: makeTable(products.map(({ id }) => [id])),
    codes: makeTable(codes),
    categories: groupByCategory(products),
    variants: groupVariants(products),
  };
}

/** What `postMessage` may take instead of copying. */
export function buffersOf({
  bytes,
  starts,
  ids,
  codes,
  categories,
  variants,
}: PackedProducts): ArrayBuffer[] {
  const tables = [ids.hashes, ids.rows, codes.hashes, codes.rows, ...categories.values(), variants.groups];
  return [bytes.buffer, starts.buffer, ...tables.map(({ buffer }) => buffer)];
}

/** We wrote it ourselves from what the wire's schema let in. */
const packedSchema = z.custom<Product>();

/** As many decoded products as tiles and results show; more are decoded anew. */
const DECODED_MAX = 4_000;

export function openProducts({
  bytes,
  starts,
  ids,
  codes,
  categories,
  variants,
}: PackedProducts): OpenedProducts {
  const decoder = new TextDecoder();
  const decoded = new Map<number, Product>();
  const none = new Uint32Array();
  const at = (row: number): Product => {
    const known = decoded.get(row);
    if (known !== undefined) return known;
    const product = packedSchema.parse(
      JSON.parse(decoder.decode(bytes.subarray(starts[row], starts[row + 1]))),
    );
    if (decoded.size >= DECODED_MAX) decoded.clear();
    decoded.set(row, product);
    return product;
  };
  return {
    size: starts.length - 1,
    at,
    rowOf: (id) => rowsAt(ids, id).find((row) => at(row).id === id) ?? null,
    rowsWithCode: (code) =>
      rowsAt(codes, foldCode(code)).filter((row) => codesOf(at(row)).includes(foldCode(code))),
    rowsIn: (category) => categories.get(category) ?? none,
    groupOf: (row) => variants.names[(variants.groups[row] ?? 0) - 1],
    rowsOfGroup: (of) => rowsOfGroup(variants, of),
  };
}

function codesOf({ sku, barcodes }: Product): string[] {
  return [...new Set([sku, ...barcodes].map(foldCode))];
}

function foldCode(code: string): string {
  return code.toUpperCase();
}

function packTexts(products: readonly Product[]): Pick<PackedProducts, 'bytes' | 'starts'> {
  const encoder = new TextEncoder();
  const starts = new Uint32Array(products.length + 1);
  let bytes = new Uint8Array(1024 + products.length * 320);
  products.forEach((product, row) => {
    const text = JSON.stringify(product);
    const start = starts[row] ?? 0;
    // No code unit takes more than three bytes.
    if (start + text.length * 3 > bytes.length) bytes = grown(bytes, start + text.length * 3);
    starts[row + 1] = start + encoder.encodeInto(text, bytes.subarray(start)).written;
  });
  return { bytes: bytes.slice(0, starts.at(-1)), starts };
}

function grown(bytes: Uint8Array<ArrayBuffer>, least: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.max(least, bytes.length * 2));
  larger.set(bytes);
  return larger;
}

function makeTable(keysOfRows: readonly (readonly string[])[]): HashTable {
  const count = keysOfRows.reduce((sum, keys) => sum + keys.length, 0);
  const slots = 2 ** Math.ceil(Math.log2(count * 2 + 2));
  const [hashes, rows] = [new Uint32Array(slots), new Uint32Array(slots)];
  keysOfRows.forEach((keys, row) => {
    for (const key of keys) {
      const hash = hashOf(key);
      let slot = hash & (slots - 1);
      while (rows[slot] !== 0) slot = (slot + 1) & (slots - 1);
      hashes[slot] = hash;
      rows[slot] = row + 1;
    }
  });
  return { hashes, rows };
}

/** Rows whose key has the hash of this text: almost always those that have the text itself. */
function rowsAt({ hashes, rows }: HashTable, text: string): number[] {
  const hash = hashOf(text);
  const found: number[] = [];
  let slot = hash & (rows.length - 1);
  while (rows[slot] !== 0) {
    if (hashes[slot] === hash) found.push((rows[slot] ?? 0) - 1);
    slot = (slot + 1) & (rows.length - 1);
  }
  return found;
}

/** FNV-1a over code units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

function groupByCategory(products: readonly Product[]): Map<string, Uint32Array<ArrayBuffer>> {
  const groups = new Map<string, number[]>();
  products.forEach(({ category }, row) => {
    const group = groups.get(category);
    if (group === undefined) groups.set(category, [row]);
    else group.push(row);
  });
  return new Map([...groups].map(([category, rows]) => [category, Uint32Array.from(rows)]));
}

function groupVariants(products: readonly Product[]): PackedVariants {
  const numbers = new Map<string, number>();
  const groups = Uint32Array.from(products, ({ variant }) => {
    if (variant === undefined) return 0;
    const number = numbers.get(variant.of) ?? numbers.size + 1;
    numbers.set(variant.of, number);
    return number;
  });
  return { names: [...numbers.keys()], groups };
}

function rowsOfGroup({ names, groups }: PackedVariants, of: string): number[] {
  const number = names.indexOf(of) + 1;
  const rows: number[] = [];
  for (let row = groups.indexOf(number); number > 0 && row >= 0; row = groups.indexOf(number, row + 1))
    rows.push(row);
  return rows;
}
