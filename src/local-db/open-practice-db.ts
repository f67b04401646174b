/** The databases of practice: apart from the till's by their names, and empty whenever practice begins. */
import type Dexie from 'dexie';
import { openLocalDb, type LocalDb } from './open-local-db.ts';

export const PRACTICE_SUFFIX = '-practice';

/** Empties what an earlier practice left. Nothing here can be told to open, or to empty, the till's own databases. */
export async function openPracticeDb(): Promise<LocalDb> {
  const db = await openLocalDb(PRACTICE_SUFFIX);
  await emptyPractice(db);
  return db;
}

/** @throws RangeError when it is given a database that is not practice's. */
export async function emptyPractice({ journal, catalogue }: LocalDb): Promise<void> {
  await Promise.all([emptyOne(journal), emptyOne(catalogue)]);
}

async function emptyOne(database: Dexie): Promise<void> {
  const { name, tables } = database;
  if (!name.endsWith(PRACTICE_SUFFIX)) throw new RangeError(`not practice: ${name}`);
  await database.transaction('rw', tables, () => Promise.all(tables.map((table) => table.clear())));
}
