/** What a tablet's database holds, in memory, with a way back to what it held before. */
import type { OpenSale } from '../domain/sale.ts';
import type { Branch, FactRow } from '../journal/branch.ts';
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
  branches: Map<string, Branch>;
  singles: SingleRecords;
}

export interface TablesSnapshot {
  readonly lengths: ReadonlyMap<string, number>;
  readonly branches: ReadonlyMap<string, Branch>;
  readonly singles: Readonly<SingleRecords>;
}

export function emptyTables(): TabletTables {
  const none = { enrolment: null, roster: null, shift: null, unshown: null, openSale: null, contact: null };
  return {
    facts: new Map(),
    branches: new Map(),
    singles: { ...none, budget: null, catalogue: NO_CATALOGUE },
  };
}

export function snapshotOf({ facts, branches, singles }: TabletTables): TablesSnapshot {
  const lengths = new Map([...facts].map(([inc, rows]) => [inc, rows.length]));
  return { lengths, branches: new Map(branches), singles: { ...singles } };
}

/** Facts are only ever added, so going back is cutting them off. */
export function goBackTo(tables: TabletTables, { lengths, branches, singles }: TablesSnapshot): void {
  for (const [inc, rows] of tables.facts) {
    const length = lengths.get(inc);
    if (length === undefined) tables.facts.delete(inc);
    else rows.length = length;
  }
  tables.branches = new Map(branches);
  tables.singles = { ...singles };
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
