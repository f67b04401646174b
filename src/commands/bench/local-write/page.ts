/**
 * Runs in a browser: the local write of a sale by the till and by what else one would take for it, turn by turn, the same row each time.
 * Bundled by the row beside it.
 */
import Dexie from 'dexie';
import PouchDB from 'pouchdb-browser';
import { createRxDatabase } from 'rxdb/plugins/core';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import type { FactRow } from '../../../journal/branch.ts';
import { openShift } from '../../../local-db/open-shift.ts';
import { recordSale } from '../../../local-db/record-sale.ts';
import { paidByCard, soldBasket } from '../../../testing/trial-basket.ts';
import { TRIAL_DAY, TRIAL_POLICY } from '../../../testing/trial-shop.ts';
import { makeTrialTill, trialActing, type TrialTill } from '../../../testing/trial-till.ts';

/** Milliseconds a sale took, round by round. */
export type LocalWrites = Readonly<Record<'raw' | 'ours' | 'dexie' | 'rxdb' | 'pouchdb', readonly number[]>>;

type Write = (row: FactRow) => Promise<unknown>;

async function measureLocalWrites(rounds: number): Promise<LocalWrites> {
  const till = await makeTrialTill();
  const float = TRIAL_POLICY.float;
  await openShift(till.db, { shift: 'shift-1', day: TRIAL_DAY, drawer: 'drawer-1', float }, trialActing());
  const writes = {
    raw: await rawWrite(),
    dexie: await dexieWrite(),
    rxdb: await rxdbWrite(),
    pouchdb: pouchWrite(),
  };
  const figures = { raw: [0], ours: [0], dexie: [0], rxdb: [0], pouchdb: [0] };
  for (let round = 0; round <= rounds; round += 1) {
    figures.ours.push(await timed(() => sell(till, round)));
    const row = await lastRow(till);
    for (const name of ['raw', 'dexie', 'rxdb', 'pouchdb'] as const)
      figures[name].push(await timed(() => writes[name](row)));
  }
  // The first of each warms it up.
  return {
    raw: figures.raw.slice(2),
    ours: figures.ours.slice(2),
    dexie: figures.dexie.slice(2),
    rxdb: figures.rxdb.slice(2),
    pouchdb: figures.pouchdb.slice(2),
  };
}
Object.assign(globalThis, { measureLocalWrites });

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

async function sell({ db }: TrialTill, round: number): Promise<void> {
  const outcome = await recordSale(db, paidByCard(soldBasket(`sale-${round}`, 2)), trialActing());
  if (outcome.is !== 'recorded') throw new Error(outcome.is);
}

async function lastRow({ db }: TrialTill): Promise<FactRow> {
  const row = await db.journal.facts.orderBy('[inc+no]').last();
  if (row === undefined) throw new Error('nothing was sold');
  return row;
}

/** Nothing but the disk: one table without an index. */
async function rawWrite(): Promise<Write> {
  const opening = indexedDB.open('raw', 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('rows', { autoIncrement: true });
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error ?? new Error('it does not open'));
  });
  return (row) =>
    new Promise<void>((resolve, reject) => {
      const writing = db.transaction(['rows'], 'readwrite', { durability: 'strict' });
      writing.objectStore('rows').add(row);
      writing.oncomplete = () => resolve();
      writing.onabort = () => reject(writing.error ?? new Error('it was not kept'));
      writing.commit();
    });
}

/** The row with the till's own indexes, on disk as the till wants it. */
async function dexieWrite(): Promise<Write> {
  const db = new Dexie('dexie-alone', { chromeTransactionDurability: 'strict', cache: 'disabled' });
  db.version(1).stores({ facts: '[inc+no], &id, &sale, &receipt, shift, *refunds, *about' });
  await db.open();
  return (row) => db.table('facts').add(row);
}

/** On its storage over Dexie, which lets the browser choose when it is on disk. */
async function rxdbWrite(): Promise<Write> {
  const db = await createRxDatabase({ name: 'rxdb', storage: getRxStorageDexie(), multiInstance: false });
  const text = { type: 'string' } as const;
  const { facts } = await db.addCollections({
    facts: {
      schema: {
        version: 0,
        primaryKey: 'id',
        type: 'object',
        properties: { id: { ...text, maxLength: 100 }, hash: text, bytes: text, sale: text, receipt: text },
      },
    },
  });
  return ({ id, hash, bytes, sale, receipt }) => facts.insert({ id, hash, bytes, sale, receipt });
}

/** On its IndexedDB adapter, which lets the browser choose as well. */
function pouchWrite(): Write {
  const db = new PouchDB('pouchdb', { adapter: 'idb', auto_compaction: false });
  return ({ id, ...row }) => db.put({ ...row, _id: id });
}
