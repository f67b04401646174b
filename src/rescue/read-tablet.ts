/** Everything rescue knows of a tablet, from both copies of its journal, read without the app and without changing anything. */
import type { HeldBranch } from '../journal/export-source.ts';
import { readCopy } from '../journal/read-copy.ts';
import type { ChainPoint } from '../journal/verify-chain.ts';
import { openRaw, readKeys, readRows } from './open-raw.ts';
import { mergeCopies } from './merge-copies.ts';
import { readSecondCopy } from './read-second-copy.ts';
import {
  branchRowSchema,
  enrolmentRowSchema,
  factRowSchema,
  parseRows,
  rosterRowSchema,
  type BranchRow,
  type RawEnrolment,
  type RawRoster,
} from './raw-rows.ts';

export interface Tablet {
  /** Null where the key is gone with the database, or there never was one. */
  readonly enrolment: RawEnrolment | null;
  readonly roster: RawRoster | null;
  /** Oldest first. */
  readonly branches: readonly HeldBranch[];
  /** Per incarnation, the highest fact the app had seen proved to be at head office. */
  readonly acknowledged: ReadonlyMap<string, ChainPoint>;
}

export interface TabletStorage {
  readonly openDatabase: () => Promise<IDBDatabase | null>;
  readonly secondCopy: () => Promise<string>;
}

export async function readTablet(storage: TabletStorage): Promise<Tablet> {
  const db = await storage.openDatabase();
  const copy = await readCopy(await storage.secondCopy());
  if (db === null) {
    const branches = await mergeCopies([], copy.runs);
    return { enrolment: null, roster: null, branches, acknowledged: new Map() };
  }
  const [enrolments, rosters, branchRows] = await Promise.all([
    readRows(db, 'enrolments'),
    readRows(db, 'rosters'),
    readRows(db, 'branches'),
  ]);
  const rows = parseRows(branchRows, branchRowSchema).sort((one, other) => one.rank - other.rank);
  const stored = await heldBranches(db, rows);
  return {
    enrolment: parseRows(enrolments, enrolmentRowSchema)[0]?.value ?? null,
    roster: parseRows(rosters, rosterRowSchema)[0]?.value.roster ?? null,
    branches: await mergeCopies(stored, copy.runs),
    acknowledged: new Map(
      rows.filter(({ chain }) => chain === undefined).map(({ inc, acknowledged }) => [inc, acknowledged]),
    ),
  };
}

/** Of the branches the app knew, and of any incarnation whose facts are there without one. */
async function heldBranches(db: IDBDatabase, rows: readonly BranchRow[]): Promise<HeldBranch[]> {
  const numbers = new Map<string, number[]>(rows.map(({ inc }) => [inc, []]));
  for (const key of await readKeys(db, 'facts')) {
    const [inc, no] = Array.isArray(key) ? key : [];
    if (typeof inc !== 'string' || typeof no !== 'number') continue;
    const held = numbers.get(inc);
    if (held === undefined) numbers.set(inc, [no]);
    else held.push(no);
  }
  const known = new Map(rows.map((row) => [row.inc, row]));
  return [...numbers].map(([inc, held]) => ({
    inc: known.get(inc)?.chain ?? inc,
    series: known.get(inc)?.series ?? 'found',
    numbers: () => Promise.resolve(held),
    facts: async (from, to) => {
      const range = IDBKeyRange.bound([inc, from], [inc, to]);
      return parseRows(await readRows(db, 'facts', range), factRowSchema);
    },
  }));
}

export const TABLET_STORAGE: TabletStorage = {
  openDatabase: () => openRaw(),
  secondCopy: readSecondCopy,
};
