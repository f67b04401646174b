// Reads a tablet’s journal straight from its IndexedDB, past all of the app’s code.
import type { Page } from '@playwright/test';
import * as z from 'zod';

const rowsSchema = z.array(z.object({ bytes: z.string() }));

/** The bytes of every fact the tablet holds. */
export async function readJournal(page: Page): Promise<string[]> {
  const rows: unknown = await page.evaluate(
    () =>
      new Promise<unknown>((resolve, reject) => {
        const failed = () => {
          reject(new Error('the journal database could not be read'));
        };
        const opening = indexedDB.open('evertill-journal');
        opening.onerror = failed;
        opening.onsuccess = () => {
          const reading = opening.result.transaction('facts').objectStore('facts').getAll();
          reading.onerror = failed;
          reading.onsuccess = () => {
            opening.result.close();
            resolve(reading.result);
          };
        };
      }),
  );
  return rowsSchema.parse(rows).map((row) => row.bytes);
}
