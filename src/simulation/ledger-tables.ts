/** What the simulated head office keeps in its database, in memory, and copies of it as they were. */
import type { ChainPoint } from '../journal/verify-chain.ts';
import type { HeldChain } from '../server/ledger/held-facts.ts';
import type { Mark } from '../server/ledger/offered-batch.ts';
import type { TillRecord } from './till-record.ts';

export interface LedgerRow extends ChainPoint {
  readonly till: string;
  readonly inc: string;
  /** Null where the envelope cannot be read. */
  readonly prev: string | null;
  readonly bytes: string;
  readonly marks: readonly Mark[];
  readonly quarantined: string | null;
}

export interface LedgerHole {
  readonly till: string;
  readonly inc: string;
  readonly from: number;
  readonly to: number;
  readonly after: string;
  readonly why: string;
}

export interface CatalogueEntry {
  readonly version: number;
  /** Null when it is gone. */
  readonly name: string | null;
}

/** By a manager, under one day. */
export interface SignOff {
  readonly day: string;
  /** How much of each chain was there, by till and incarnation. */
  readonly seen: ReadonlyMap<string, number>;
  /** What it adds to the signatures before it, as the manager saw it. */
  readonly figures: Figures;
}

export interface Figures {
  readonly sales: number;
  readonly gross: number;
}

export interface OfficeTables {
  /** By till and incarnation, in order of arrival. */
  facts: Map<string, LedgerRow[]>;
  chains: Map<string, HeldChain>;
  holes: LedgerHole[];
  tills: Map<string, TillRecord>;
  catalogue: Map<string, CatalogueEntry>;
  catalogueVersion: number;
  rosterVersion: number;
  restores: number;
  /** Highest fact inside a verified backup, by till and incarnation. */
  safe: Map<string, number>;
  /** Oldest first. */
  signOffs: readonly SignOff[];
}

export function emptyOffice(): OfficeTables {
  const versions = { catalogueVersion: 1, rosterVersion: 1, restores: 0 };
  const maps = {
    facts: new Map(),
    chains: new Map(),
    tills: new Map(),
    catalogue: new Map(),
    safe: new Map(),
  };
  return { ...maps, holes: [], signOffs: [], ...versions };
}

export function copyOf(tables: OfficeTables): OfficeTables {
  return {
    ...tables,
    facts: new Map([...tables.facts].map(([key, rows]) => [key, [...rows]])),
    chains: new Map(tables.chains),
    holes: [...tables.holes],
    tills: new Map(tables.tills),
    catalogue: new Map(tables.catalogue),
    safe: new Map(tables.safe),
  };
}

export function chainKey(till: string, inc: string): string {
  return `${till}/${inc}`;
}
