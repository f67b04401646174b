// Reads a tablet’s journal straight from its IndexedDB, past all of the app’s code.
import type { Page } from '@playwright/test';
import * as z from 'zod';

const rowsSchema = z.array(z.object({ bytes: z.string() }));

/** The bytes of every fact the tablet holds. */
export async function readJournal(page: Page): Promise<string[]> {
  return rowsSchema.parse(await readRows(page, 'facts')).map((row) => row.bytes);
}

export async function countRows(page: Page, table: string): Promise<number> {
  return z.array(z.unknown()).parse(await readRows(page, table)).length;
}

function readRows(page: Page, table: string): Promise<unknown> {
  return page.evaluate(
    (store) =>
      // No function in here has a name: the compiler would call a helper that the page does not have.
      new Promise<unknown>((resolve, reject) => {
        const opening = indexedDB.open('evertill-journal');
        opening.onerror = () => {
          reject(new Error('the journal database could not be opened'));
        };
        opening.onsuccess = () => {
          const reading = opening.result.transaction(store).objectStore(store).getAll();
          reading.onerror = () => {
            reject(new Error('the journal could not be read'));
          };
          reading.onsuccess = () => {
            opening.result.close();
            resolve(reading.result);
          };
        };
      }),
    table,
  );
}
