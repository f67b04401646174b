/** Reads the catalogue's database without the app's library, for the worker that holds the products. */
import * as z from 'zod/mini';
import type { Product } from '../domain/catalogue.ts';
import type { CatalogueBasePage, CatalogueHead, CatalogueOverlay } from './catalogue-db.ts';
import type { Single } from './journal-db.ts';

export interface CatalogueRead {
  readonly head: CatalogueHead;
  /** Of the base pages; null when the asker holds this generation already. */
  readonly base: readonly Product[] | null;
  readonly overlay: readonly CatalogueOverlay[];
}

/** Our own tables: their shapes are the compiler's, of what the wire's schemas let in. */
const headsSchema = z.custom<Single<CatalogueHead>[]>();
const pagesSchema = z.custom<CatalogueBasePage[]>();
const overlaySchema = z.custom<CatalogueOverlay[]>();

/** Null where no catalogue has arrived. @param holds the generation of base pages that need not be read. */
export async function readCatalogue(database: string, holds: number | null): Promise<CatalogueRead | null> {
  const db = await open(database);
  try {
    if (!db.objectStoreNames.contains('heads')) return null;
    // One transaction: pages, overlays and head of one moment.
    const tables = db.transaction(['heads', 'pages', 'overlays']);
    // The only row there is.
    const [row] = headsSchema.parse(await answerOf(tables.objectStore('heads').getAll()));
    if (row === undefined) return null;
    const head = row.value;
    const overlays = answerOf(tables.objectStore('overlays').getAll());
    const ofGeneration = IDBKeyRange.bound([head.generation, 0], [head.generation, Infinity]);
    const pages =
      head.generation === holds ? null : answerOf(tables.objectStore('pages').getAll(ofGeneration));
    const overlay = overlaySchema.parse(await overlays);
    const base = pages === null ? null : pagesSchema.parse(await pages).flatMap((page) => page.products);
    return { head, base, overlay };
  } finally {
    // A newer app must be able to change the tables.
    db.close();
  }
}

function open(database: string): Promise<IDBDatabase> {
  const request = indexedDB.open(database);
  // The app makes the tables, not this reader.
  request.onupgradeneeded = () => request.transaction?.abort();
  return answerOf(request);
}

function answerOf<Answer>(request: IDBRequest<Answer>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new RangeError('the catalogue cannot be read'));
  });
}
