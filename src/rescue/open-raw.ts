/**
 * Opens the journal's database as it lies there, whatever version the app has made of it: without a version nothing is upgraded,
 * and nothing here ever writes.
 */
import { JOURNAL_DATABASE } from '../local-db/database-names.ts';

/** @returns null when this tablet has none. @throws what the browser says when it cannot be opened. */
export function openRaw(name = JOURNAL_DATABASE): Promise<IDBDatabase | null> {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.open(name);
    // There is none: leaving this be would make an empty one, which the app might take for a new tablet's.
    asked.onupgradeneeded = () => {
      asked.transaction?.abort();
      resolve(null);
    };
    asked.onerror = () => reject(asked.error ?? new Error('The storage gives no reason.'));
    asked.onsuccess = () => {
      const db = asked.result;
      // The app may want to upgrade it meanwhile; rescue is never in its way.
      db.onversionchange = () => db.close();
      resolve(db);
    };
  });
}

/** All rows of a table in a range; none where the table is not known. */
export async function readRows(db: IDBDatabase, table: string, range?: IDBKeyRange): Promise<unknown[]> {
  if (!db.objectStoreNames.contains(table)) return [];
  return settled<unknown[]>(db.transaction(table).objectStore(table).getAll(range));
}

export async function readKeys(db: IDBDatabase, table: string, range?: IDBKeyRange): Promise<IDBValidKey[]> {
  if (!db.objectStoreNames.contains(table)) return [];
  return settled(db.transaction(table).objectStore(table).getAllKeys(range));
}

function settled<Value>(asked: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error ?? new Error('The storage gives no reason.'));
  });
}
