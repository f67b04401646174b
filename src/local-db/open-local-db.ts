/** Opens the tablet's databases. */
import { CatalogueDb } from './catalogue-db.ts';
import { CATALOGUE_DATABASE, JOURNAL_DATABASE } from './database-names.ts';
import { JournalDb } from './journal-db.ts';

export interface LocalDb {
  /** Strict: what a commit here says is on disk. */
  readonly journal: JournalDb;
  /** The same database through a relaxed handle, for what may cost a second at a crash: the open sale, contacts. */
  readonly relaxed: JournalDb;
  readonly catalogue: CatalogueDb;
}

/** @param suffix sets tests and drills apart from each other; empty in an installed till. */
export async function openLocalDb(suffix = ''): Promise<LocalDb> {
  const db = {
    journal: new JournalDb(JOURNAL_DATABASE + suffix, 'strict'),
    relaxed: new JournalDb(JOURNAL_DATABASE + suffix, 'relaxed'),
    catalogue: new CatalogueDb(CATALOGUE_DATABASE + suffix),
  };
  // One after the other: the first makes the tables, the second finds them.
  await db.journal.open();
  await Promise.all([db.relaxed.open(), db.catalogue.open()]);
  return db;
}

export function closeLocalDb(db: LocalDb): void {
  db.journal.close();
  db.relaxed.close();
  db.catalogue.close();
}
