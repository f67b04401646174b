// A journal as long as years make it, put into the browser past all of the app's code, and a count of the rows that are read.
import type { Page } from '@playwright/test';
import * as z from 'zod';

const readsSchema = z.object({ facts: z.number() });

/**
 * Lengthens the current branch with copies of its last sale, chained as the app would have done it.
 *
 * @param page one of the till's origin that runs no till: what is written here is announced to nobody.
 * @param length facts in the branch afterwards. @param waiting how many of them head office has not.
 */
export async function lengthenJournal(page: Page, length: number, waiting: number): Promise<void> {
  // As text: the compiler of the tests would call helpers that the page does not have.
  await page.evaluate(`(${LENGTHEN})(${String(length)}, ${String(waiting)})`);
}

/** Counts from the page's first line on, whatever the app reads with. */
export async function countReads(page: Page): Promise<void> {
  await page.addInitScript(`(${COUNT})()`);
}

/** Rows read since the page was loaded. */
export async function readsOf(page: Page): Promise<{ facts: number }> {
  return readsSchema.parse(await page.evaluate('globalThis.rowsRead'));
}

/** Reads every fact as a careless app would. */
export async function readAllFacts(page: Page): Promise<void> {
  await page.evaluate(`(${READ_ALL})()`);
}

const LENGTHEN = `async (length, waiting) => {
  const settled = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const committed = (work) => new Promise((resolve, reject) => {
    work.oncomplete = () => resolve();
    work.onabort = () => reject(work.error);
  });
  const hashOf = async (text) => {
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
    return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  };
  const idOf = (kind, no) => '0190' + kind + '000-0000-7000-8000-' + String(no).padStart(12, '0');
  const db = await settled(indexedDB.open('evertill-journal'));
  const reading = db.transaction(['facts', 'branches']);
  const branch = (await settled(reading.objectStore('branches').getAll())).find(({ is }) => is === 'current');
  const rows = await settled(reading.objectStore('facts').getAll());
  const sample = rows.findLast(({ inc, sale }) => inc === branch.inc && sale !== undefined);
  const fact = JSON.parse(sample.bytes);
  const { head, sums } = branch;
  let { nextReceipt, lastReceipt } = branch;
  let [acknowledged, acknowledgedSums] = [branch.acknowledged, branch.acknowledgedSums];
  while (head.no < length) {
    const made = [];
    for (; made.length < 5000 && head.no < length; nextReceipt += 1) {
      const no = head.no + 1;
      const [id, sale] = [idOf('a', no), idOf('b', no)];
      lastReceipt = branch.series + '-' + String(nextReceipt).padStart(6, '0');
      const prev = head.hash;
      const body = { ...fact.body, sale, receipt: lastReceipt };
      const bytes = JSON.stringify({ ...fact, body, id, no, prev });
      Object.assign(head, { no, hash: await hashOf(bytes) });
      Object.assign(sums, { sales: sums.sales + 1, value: sums.value + fact.body.totals.gross });
      made.push({ ...sample, no, id, hash: head.hash, prev, bytes, sums: { ...sums }, sale, receipt: lastReceipt });
      if (no === length - waiting) [acknowledged, acknowledgedSums] = [{ ...head }, { ...sums }];
    }
    const writing = db.transaction(['facts', 'branches'], 'readwrite', { durability: 'relaxed' });
    for (const row of made) writing.objectStore('facts').add(row);
    const grown = { ...branch, head, sums, acknowledged, acknowledgedSums, nextReceipt, lastReceipt };
    writing.objectStore('branches').put(grown);
    await committed(writing);
  }
  db.close();
}`;

const COUNT = `() => {
  const rowsRead = { facts: 0 };
  Object.assign(globalThis, { rowsRead });
  const sizeOf = (result) => {
    if (result === undefined || result === null) return 0;
    if (typeof result === 'number') return result;
    return Array.isArray(result) ? result.length : 1;
  };
  const readers = ['get', 'getKey', 'getAll', 'getAllKeys', 'getAllRecords', 'count', 'openCursor', 'openKeyCursor'];
  for (const { prototype } of [IDBObjectStore, IDBIndex]) {
    for (const reader of readers.filter((name) => name in prototype)) {
      const read = prototype[reader];
      prototype[reader] = function (...args) {
        const table = (this.objectStore ?? this).name;
        const request = read.apply(this, args);
        request.addEventListener('success', () => {
          rowsRead[table] = (rowsRead[table] ?? 0) + sizeOf(request.result);
        });
        return request;
      };
    }
  }
}`;

const READ_ALL = `() => new Promise((resolve, reject) => {
  const opening = indexedDB.open('evertill-journal');
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const reading = opening.result.transaction('facts').objectStore('facts').getAllKeys();
    reading.onerror = () => reject(reading.error);
    reading.onsuccess = () => {
      opening.result.close();
      resolve();
    };
  };
})`;
