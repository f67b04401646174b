/** Holds a product file off the screen's thread: decodes it, reads it under the columns it is told, and gives its rows piece by piece. */
import type { ProductTax } from '../../domain/catalogue.ts';
import type { ImportRow } from '../../protocol/import-messages.ts';
import { decodeFile } from './decode-file.ts';
import {
  fileRequestSchema,
  type FileAnswer,
  type FileRequest,
  type OpenedFile,
  type ReadFile,
} from './import-file-messages.ts';
import { readRows, type ReadRow } from './read-rows.ts';
import { readTable, type FileTable } from './read-table.ts';
import { recogniseExport } from './recognise-export.ts';

const EXAMPLES = 3;

let table: FileTable | null = null;
let read: readonly ReadRow[] = [];
/** Barcodes that more than one row has. */
let shared: ReadonlySet<string> = new Set();

addEventListener('message', (event: MessageEvent<unknown>) => {
  const request = fileRequestSchema.parse(event.data);
  carryOut(request).then(
    (answer) => postMessage(answer),
    (error: unknown) =>
      postMessage({ is: 'failed', id: request.id, why: String(error) } satisfies FileAnswer),
  );
});

async function carryOut(request: FileRequest): Promise<FileAnswer> {
  const { id } = request;
  switch (request.is) {
    case 'open':
      return { id, ...open(new Uint8Array(await request.file.arrayBuffer())) };
    case 'read':
      return { is: 'read', id, read: readAll(request) };
    case 'chunk': {
      const rows = read.slice(request.from, request.from + request.count);
      return { is: 'chunk', id, rows: rows.map((row) => importRowOf(row, request.taxes)) };
    }
  }
}

type Opened = Extract<FileAnswer, { is: 'opened' }> | Extract<FileAnswer, { is: 'refused' }>;

function open(
  bytes: Uint8Array,
): Omit<Extract<Opened, { is: 'opened' }>, 'id'> | Omit<Extract<Opened, { is: 'refused' }>, 'id'> {
  const decoded = decodeFile(bytes);
  if (decoded.is === 'refused') return decoded;
  const parsed = readTable(decoded.text);
  if (parsed.is === 'refused') return parsed;
  table = parsed.table;
  const { headers, rows } = table;
  const opened: OpenedFile = {
    headers,
    examples: rows.slice(0, EXAMPLES).map(({ cells }) => cells),
    rows: rows.length,
    found: recogniseExport(headers),
  };
  return { is: 'opened', opened };
}

function readAll(terms: Extract<FileRequest, { is: 'read' }>): ReadFile {
  if (table === null) throw new Error('no file is open');
  const { rows, faults, archived } = readRows(table, terms);
  read = rows;
  shared = sharedBarcodes(rows);
  const words = new Map<string, number>();
  for (const word of rows.flatMap(({ taxWords }) => taxWords)) words.set(word, (words.get(word) ?? 0) + 1);
  return {
    ...{ rows: rows.length, faults, archived },
    variants: rows.filter(({ variant }) => variant !== null).length,
    withoutTax: rows.filter(({ taxWords }) => taxWords.length === 0).length,
    taxWords: [...words]
      .map(([word, count]) => ({ word, count }))
      .sort((one, other) => other.count - one.count),
    categories: [...new Set(rows.flatMap(({ category }) => category ?? []))],
  };
}

function sharedBarcodes(rows: readonly ReadRow[]): ReadonlySet<string> {
  const once = new Set<string>();
  const twice = new Set<string>();
  for (const code of rows.flatMap(({ barcodes }) => barcodes ?? []))
    (once.has(code) ? twice : once).add(code);
  return twice;
}

function importRowOf({ taxWords, ...row }: ReadRow, taxes: Readonly<Record<string, string>>): ImportRow {
  const sharesInFile = (row.barcodes ?? []).some((code) => shared.has(code));
  return { ...row, sharesInFile, tax: taxOf(taxWords, taxes) };
}

function taxOf(
  [tax, takeAway]: readonly string[],
  taxes: Readonly<Record<string, string>>,
): ProductTax | null {
  const [eatInClass, takeAwayClass] = [taxes[tax ?? ''], taxes[takeAway ?? '']];
  if (eatInClass === undefined) return null;
  if (takeAwayClass === undefined) return { is: 'single', class: eatInClass };
  return { is: 'byPlace', eatIn: eatInClass, takeAway: takeAwayClass };
}
