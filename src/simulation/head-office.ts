/** The simulated head office: its database in memory, its keys, and the ways it can die, forget and be another one. */
import type { NetAnswer } from '../sync/ports.ts';
import type { Protocol } from '../protocol/version.ts';
import { PROTOCOL_VERSION } from '../protocol/version.ts';
import { emptyOffice, type OfficeTables } from './ledger-tables.ts';
import { newLife, type Life } from './life.ts';
import { append } from './office-ledger.ts';
import type { OfficeKeys } from './office-keys.ts';

export interface HeadOffice {
  tables: OfficeTables;
  keys: OfficeKeys;
  /** Rises with a failover, as PostgreSQL's does. */
  timeline: number;
  protocol: Protocol;
  life: Life;
  isDown: boolean;
  /** Whoever asks for sign-in gets nothing useful. */
  peopleAreDown: boolean;
  /** Codes that a manager was given for a new root, and the till each stands for. */
  readonly codes: Map<string, string>;
  /** When it last went back to what it held before. */
  wentBackAt: number;
  /** Sales of each till when the root was lost. */
  soldAtRootLoss: ReadonlyMap<string, number>;
  /** The ledger's append: where a planted bug gets in. */
  append: typeof append;
  /** Tills whose head an append holds right now. */
  readonly locks: Set<string>;
}

export const FAILED: NetAnswer = { is: 'failed', why: 'network' };

export function makeHeadOffice(keys: OfficeKeys): HeadOffice {
  return {
    tables: emptyOffice(),
    keys,
    timeline: 1,
    protocol: PROTOCOL_VERSION,
    life: newLife(),
    isDown: false,
    peopleAreDown: false,
    codes: new Map(),
    wentBackAt: 0,
    soldAtRootLoss: new Map(),
    append,
    locks: new Set(),
  };
}

export function epochOf({ timeline, tables }: HeadOffice): string {
  return `cluster-${String(timeline)}-${String(tables.restores)}`;
}

/** What was under way is never finished; nobody answers until it is up again. */
export function crashOffice(office: HeadOffice): void {
  office.life.isOver = true;
  office.life = newLife();
  office.locks.clear();
  office.isDown = true;
}
