/** The ledger's append and its probe over tables in memory; where a batch belongs is decided by the real rules. */
import type { Hole } from '../protocol/hole.ts';
import type { HeldAround, HeldChain } from '../server/ledger/held-facts.ts';
import { chainAfter } from '../server/ledger/chain-after.ts';
import { marksOf } from '../server/ledger/marks-of.ts';
import {
  JOURNAL_START,
  type ChainPoint,
  type OfferedBatch,
  type OfferedFact,
} from '../server/ledger/offered-batch.ts';
import { nearestHead, placeAmong, placeByHead, samePoint } from '../server/ledger/place-batch.ts';
import { chainKey, type LedgerRow, type OfficeTables } from './ledger-tables.ts';
import type { TillRecord } from './till-record.ts';

export interface Found {
  readonly head: ChainPoint;
  readonly forkedAt: number | null;
  readonly expected: number | null;
  readonly quarantined: readonly number[];
  readonly appended: number;
  readonly isNewFork: boolean;
  /** Facts marked so. */
  readonly recovered: number;
  readonly broken: number;
}

const NOTHING_NEW = {
  expected: null,
  quarantined: [],
  appended: 0,
  isNewFork: false,
  recovered: 0,
  broken: 0,
};

export interface SignedBatch {
  readonly batch: OfferedBatch;
  readonly signatureOk: boolean;
  readonly tillKey: string;
}

export function append(tables: OfficeTables, offer: SignedBatch): Found {
  const { batch } = offer;
  const key = chainKey(batch.till, batch.inc);
  const chain = tables.chains.get(key) ?? null;
  const placement = placeByHead(batch, chain) ?? placeAmong(batch, chain, heldAround(tables, batch));
  const forks = [chain?.forkedAt ?? null, placement.is === 'new' ? placement.forkedAt : null];
  const known = forks.filter((fork) => fork !== null);
  const forkedAt = known.length === 0 ? null : Math.min(...known);
  const added = placement.is === 'new' ? insert(tables, offer, placement.facts, placement.forkedAt) : [];
  const head = placement.is === 'apart' ? placement.head : batch.tip;
  return {
    head: { no: head.no, hash: head.hash },
    forkedAt,
    expected: placement.is === 'apart' ? placement.head.no + 1 : null,
    quarantined: batch.facts.filter((fact) => fact.quarantined !== null).map((fact) => fact.no),
    appended: placement.is === 'new' ? placement.facts.length : 0,
    isNewFork: forkedAt !== null && (chain?.forkedAt ?? null) === null,
    recovered: added.filter(({ marks }) => marks.includes('recovered')).length,
    broken: added.filter(({ marks }) => marks.includes('brokenLink')).length,
  };
}

export function probe(tables: OfficeTables, till: string, inc: string, tip: ChainPoint): Found {
  const chain = tables.chains.get(chainKey(till, inc)) ?? null;
  const forkedAt = chain?.forkedAt ?? null;
  const found = { ...NOTHING_NEW, forkedAt };
  if (tip.no === 0) return { ...found, head: JOURNAL_START };
  const isKnown =
    chain !== null &&
    (samePoint(tip, chain.head) ||
      rowsOf(tables, till, inc).some((row) => samePoint(row, tip)) ||
      holeEnds(tables, till, inc).some((end) => samePoint(end, tip)));
  if (isKnown) return { ...found, head: tip };
  const head = nearestHead(tip, chain);
  return { ...found, head, expected: head.no + 1 };
}

export function declareHole(tables: OfficeTables, hole: Hole, tillKey: string): Found {
  const { till, inc, from, to, after, why } = hole;
  const chain = tables.chains.get(chainKey(till, inc)) ?? null;
  const forkedAt = chain?.forkedAt ?? null;
  const end = { no: to, hash: after };
  const found = { ...NOTHING_NEW, head: end, forkedAt };
  const rows = rowsOf(tables, till, inc);
  if (rows.some((row) => samePoint(row, end))) return found;
  const begins =
    from === 1 ||
    rows.some((row) => row.no === from - 1) ||
    holeEnds(tables, till, inc).some((one) => one.no === from - 1);
  if (!begins) {
    const head = nearestHead(end, chain);
    return { ...found, head, expected: head.no + 1 };
  }
  const isNew = !tables.holes.some(
    (one) => one.till === till && one.inc === inc && one.from === from && one.to === to,
  );
  if (isNew) tables.holes.push({ till, inc, from, to, after, why });
  tables.chains.set(chainKey(till, inc), overHole(chain, end, tillKey));
  return { ...found, appended: isNew ? 1 : 0 };
}

function overHole(chain: HeldChain | null, end: ChainPoint, tillKey: string): HeldChain {
  const before = chain ?? { head: JOURNAL_START, forkedAt: null, doubtTo: 0, tillKey };
  const head = end.no > before.head.no ? end : before.head;
  return { ...before, head, doubtTo: Math.max(before.doubtTo, end.no) };
}

function heldAround(tables: OfficeTables, { till, inc, before, tip }: OfferedBatch): HeldAround {
  const isAround = ({ no }: ChainPoint): boolean => no >= before.no && no <= tip.no;
  return {
    facts: rowsOf(tables, till, inc).filter(isAround),
    holeEnds: holeEnds(tables, till, inc).filter(isAround),
  };
}

function rowsOf(tables: OfficeTables, till: string, inc: string): readonly LedgerRow[] {
  return tables.facts.get(chainKey(till, inc)) ?? [];
}

function holeEnds(tables: OfficeTables, till: string, inc: string): ChainPoint[] {
  return tables.holes
    .filter((hole) => hole.till === till && hole.inc === inc)
    .map(({ to, after }) => ({ no: to, hash: after }));
}

function insert(
  tables: OfficeTables,
  offer: SignedBatch,
  facts: readonly OfferedFact[],
  forkedAt: number | null,
): LedgerRow[] {
  const { batch, tillKey } = offer;
  const key = chainKey(batch.till, batch.inc);
  const rows = tables.facts.get(key) ?? [];
  const record = tables.tills.get(batch.till);
  const brought = { ...offer, isImport: false, isReplaced: false, tip: batch.tip.no };
  const till = bringerOf(record);
  const chain = tables.chains.get(key) ?? null;
  const added = facts.map((fact) => {
    const { no, hash, bytes, prev, quarantined } = fact;
    const marks = marksOf(fact, brought, till, { forkedAt, chain });
    return { till: batch.till, inc: batch.inc, no, hash, bytes, prev, marks, quarantined };
  });
  rows.push(...added);
  tables.facts.set(key, rows);
  const heads = chainAfter(chain, facts, { tip: batch.tip, forkedAt });
  tables.chains.set(key, { ...heads, tillKey: chain === null ? tillKey : chain.tillKey });
  return added;
}

function bringerOf(record: TillRecord | undefined) {
  const { revocation, enrolments = 0, enrolledAt = null } = record ?? {};
  return { revoked: revocation?.revoked === true, enrolments, enrolledAt };
}
