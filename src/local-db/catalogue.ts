/** The catalogue's head record, for live queries. The products themselves are read by the worker that holds them. */
import { ONLY } from './journal-db.ts';
import type { CatalogueHead } from './catalogue-db.ts';
import type { LocalDb } from './open-local-db.ts';

/** Small, and changes with every applied page: watch this one, not the pages. */
export async function readCatalogueHead(db: LocalDb): Promise<CatalogueHead | null> {
  return (await db.catalogue.heads.get(ONLY))?.value ?? null;
}
