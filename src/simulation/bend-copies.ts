/** Planted bugs in how a tablet's two copies are taken at the start. */
import { chainOf } from '../journal/branch.ts';
import type { CopyReading } from '../journal/compare-copies.ts';
import type { TabletTables } from './tablet-tables.ts';

export type CopyBend = (reading: CopyReading, tables: TabletTables) => CopyReading;

/** What the database does not have is not there. */
export const trustsDatabaseOnly: CopyBend = () => ({ is: 'absent' });

/** Whichever copy is longer is the journal; what the other one tells goes. */
export const longerOverwrites: CopyBend = (reading, tables) => {
  if (reading.is !== 'read') return reading;
  for (const { inc, facts } of reading.runs) {
    const branch = tables.branches.get(inc);
    const rows = tables.facts.get(inc);
    const [first] = facts;
    const before = rows?.find(({ no }) => no === first.fact.no - 1);
    const isLonger = (facts.at(-1)?.fact.no ?? 0) >= (branch?.head.no ?? Infinity);
    if (branch === undefined || rows === undefined || before === undefined || !isLonger) continue;
    const kept = rows.filter(({ no }) => no <= before.no);
    tables.facts.set(inc, kept);
    const head = { no: before.no, hash: before.hash };
    tables.branches.set(inc, { ...branch, head, sums: before.sums, nextReceipt: before.sums.sales + 1 });
  }
  return reading;
};

/** A new key, a new till: what is from before is nobody's. */
export const dropsRecovered: CopyBend = (reading, { branches }) => {
  if (reading.is !== 'read') return reading;
  const known = new Set([...branches.values()].map(chainOf));
  return { ...reading, runs: reading.runs.filter(({ inc }) => known.has(inc)) };
};
