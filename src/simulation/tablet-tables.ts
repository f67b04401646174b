/** What a tablet's database holds, in memory, with a way back to what it held before. */
import type { OpenSale } from '../domain/sale.ts';
import type { Branch, FactRow, PrunedFact } from '../journal/branch.ts';
import type { Contact } from '../local-db/contact.ts';
import type { Enrolment } from '../local-db/enrolment.ts';
import type { ShiftRow } from '../local-db/journal-db.ts';
import type { SignedRoster } from '../protocol/roster.ts';
import { NO_CATALOGUE, type HeldCatalogue } from './held-catalogue.ts';

/** The records that are one each; replaced, never changed. */
export interface SingleRecords {
  enrolment: Enrolment | null;
  roster: SignedRoster | null;
  shift: ShiftRow | null;
  unshown: string | null;
  openSale: OpenSale | null;
  contact: Contact | null;
  budget: unknown;
  catalogue: HeldCatalogue;
}

export interface TabletTables {
  /** By incarnation, in order. */
  facts: Map<string, FactRow[]>;
  /** What stays of facts that were pruned; by incarnation, in order. */
  pruned: Map<string, PrunedFact[]>;
  branches: Map<string, Branch>;
  singles: SingleRecords;
}

export interface TablesSnapshot {
  /** Facts are only ever added to a list, so going back is cutting it off; pruning makes another list. */
  readonly facts: ReadonlyMap<string, { readonly rows: FactRow[]; readonly length: number }>;
  readonly pruned: ReadonlyMap<string, PrunedFact[]>;
  readonly branches: ReadonlyMap<string, Branch>;
  readonly singles: Readonly<SingleRecords>;
}

export function emptyTables(): TabletTables {
  const none = { enrolment: null, roster: null, shift: null, unshown: null, openSale: null, contact: null };
  return {
    facts: new Map(),
    pruned: new Map(),
    branches: new Map(),
    singles: { ...none, budget: null, catalogue: NO_CATALOGUE },
  };
}

export function snapshotOf({ facts, pruned, branches, singles }: TabletTables): TablesSnapshot {
  const lists = new Map([...facts].map(([inc, rows]) => [inc, { rows, length: rows.length }]));
  return { facts: lists, pruned: new Map(pruned), branches: new Map(branches), singles: { ...singles } };
}

export function goBackTo(tables: TabletTables, { facts, pruned, branches, singles }: TablesSnapshot): void {
  for (const { rows, length } of facts.values()) rows.length = length;
  tables.facts = new Map([...facts].map(([inc, { rows }]) => [inc, rows]));
  tables.pruned = new Map(pruned);
  tables.branches = new Map(branches);
  tables.singles = { ...singles };
}

/** Oldest first. */
export function sortedBranches({ branches }: TabletTables): Branch[] {
  return [...branches.values()].sort((a, b) => a.rank - b.rank);
}

export function factAt(tables: TabletTables, inc: string, no: number): FactRow | undefined {
  const rows = tables.facts.get(inc) ?? [];
  // Whole branches lie at their number; after a hole they lie before it.
  const likely = rows[no - 1];
  return likely?.no === no ? likely : rows.find((row) => row.no === no);
}

export function findFact(tables: TabletTables, isIt: (row: FactRow) => boolean): FactRow | undefined {
  for (const rows of tables.facts.values()) {
    // What is looked for is nearly always new.
    for (let at = rows.length - 1; at >= 0; at -= 1) {
      const row = rows[at];
      if (row !== undefined && isIt(row)) return row;
    }
  }
  return undefined;
}
