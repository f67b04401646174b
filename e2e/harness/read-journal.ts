// Reads a tablet’s journal straight from its IndexedDB, past all of the app’s code.
import type { Page } from '@playwright/test';
import * as z from 'zod';

const rowsSchema = z.array(z.object({ bytes: z.string() }));

/** The bytes of every fact the tablet holds. */
export async function readJournal(page: Page): Promise<string[]> {
  const rows: unknown = await page.evaluate(
    () =>
      // No function in here has a name: the compiler would call a helper that the page does not have.
      new Promise<unknown>((resolve, reject) => {
        const opening = indexedDB.open('evertill-journal');
        opening.onerror = () => {
          reject(new Error('the journal database could not be opened'));
        };
        opening.onsuccess = () => {
          const reading = opening.result.transaction('facts').objectStore('facts').getAll();
          reading.onerror = () => {
            reject(new Error('the journal could not be read'));
          };
          reading.onsuccess = () => {
            opening.result.close();
            resolve(reading.result);
          };
        };
      }),
  );
  return rowsSchema.parse(rows).map((row) => row.bytes);
}
