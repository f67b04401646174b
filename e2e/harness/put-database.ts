// Puts a till's database of a released version into the browser, keys and all, before the app has opened any.
import type { Page } from '@playwright/test';
import type { IndexedDbDump } from '../../src/testing/released/indexed-db-dump.ts';

/** The page must be one of our origin that opens no database by itself. */
export async function putDatabase(page: Page, name: string, dump: IndexedDbDump): Promise<void> {
  // As text: the compiler of the tests would call helpers that the page does not have.
  await page.evaluate(`(${IN_THE_PAGE})(${JSON.stringify(name)}, ${JSON.stringify(dump)})`);
}

const IN_THE_PAGE = `async (name, dump) => {
  const revive = async (value) => {
    if (Array.isArray(value)) return Promise.all(value.map(revive));
    if (typeof value !== 'object' || value === null) return value;
    if (value.$key === undefined) {
      const entries = Object.entries(value).map(async ([key, item]) => [key, await revive(item)]);
      return Object.fromEntries(await Promise.all(entries));
    }
    const { format, algorithm, usages, data } = value.$key;
    const bytes = Uint8Array.from(atob(data.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
    const wanted = algorithm.namedCurve === undefined
      ? { name: algorithm.name, hash: 'SHA-256' }
      : { name: algorithm.name, namedCurve: algorithm.namedCurve };
    return crypto.subtle.importKey(format, bytes, wanted, format === 'spki', usages);
  };
  const stores = await revive(dump.stores);
  await new Promise((resolve, reject) => {
    const opening = indexedDB.open(name, dump.version);
    opening.onerror = () => reject(opening.error);
    opening.onupgradeneeded = () => {
      for (const { name, keyPath, indexes, rows } of stores) {
        const made = opening.result.createObjectStore(name, { keyPath });
        for (const { name, keyPath, unique, multiEntry } of indexes) made.createIndex(name, keyPath, { unique, multiEntry });
        for (const row of rows) made.add(row);
      }
    };
    opening.onsuccess = () => {
      opening.result.close();
      resolve();
    };
  });
}`;
