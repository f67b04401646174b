/** At boot, before anything is sold: makes the journal's database and its second copy tell the same, losing nothing of either. */
import { chainOf, type Branch } from '../journal/branch.ts';
import {
  alteredFacts,
  compareCopies,
  type CopyReading,
  type HeldFact,
  type RunVerdict,
} from '../journal/compare-copies.ts';
import type { CopiedRun } from '../journal/read-copy.ts';
import type { JournalDamaged } from '../domain/fact-body.ts';
import type { ChainPoint } from '../journal/verify-chain.ts';
import type { Acting } from './acting.ts';
import { keepApart, type ApartRows } from './keep-apart.ts';
import { ONLY } from './journal-db.ts';
import type { LocalDb } from './open-local-db.ts';
import { putBack, type LostRows } from './put-back.ts';
import { recordEvent, type PlainEvent } from './record-event.ts';
import { startIncarnation } from './start-incarnation.ts';
import { readBranches } from './watermark.ts';

export interface Reconciled {
  /** Facts that only the copy had. */
  readonly recovered: number;
  readonly startedAnew: boolean;
}

/** A fact, or what stays of one that was pruned. */
type HeldPoint = ChainPoint & { readonly bytes?: string };

export interface CopyRows extends ApartRows, LostRows {
  /** In the place of bytes that are no longer those its hash was made of. */
  readonly putBytes: (inc: string, no: number, bytes: string) => PromiseLike<unknown>;
}

/** Where a journal is kept that has a second copy: the tablet's database, or a simulated one. */
export interface CopiesKeeper {
  readonly branches: () => Promise<readonly Branch[]>;
  /** Our facts with these numbers, also those that were pruned: the copy may still tell what the database has let go. */
  readonly heldBetween: (inc: string, first: number, last: number) => Promise<readonly HeldPoint[]>;
  readonly transact: (act: (rows: CopyRows) => Promise<void>) => Promise<void>;
  readonly startIncarnation: (forkedInc: string) => Promise<boolean>;
  readonly record: (event: PlainEvent) => Promise<unknown>;
}

export function reconcileCopies(
  db: LocalDb,
  copy: CopyReading,
  wasStoppedCleanly: boolean,
  acting: Acting,
): Promise<Reconciled> {
  return reconcileCopiesOf(keeperOf(db, acting), copy, wasStoppedCleanly);
}

export async function reconcileCopiesOf(
  keeper: CopiesKeeper,
  copy: CopyReading,
  wasStoppedCleanly: boolean,
): Promise<Reconciled> {
  const branches = await keeper.branches();
  const runs = copy.is === 'read' ? copy.runs : [];
  const held = await heldFacts(keeper, branches, runs);
  const heldAt = (inc: string, no: number) => held.get(keyOf(inc, no)) ?? null;
  const hashAt = (inc: string, no: number) => heldAt(inc, no)?.hash ?? null;
  const { verdicts, needsNewIncarnation } = compareCopies(branches, hashAt, copy, wasStoppedCleanly);
  const altered = alteredFacts(branches, heldAt, runs);
  for (const { inc, made } of altered)
    await keeper.transact(async (rows) => {
      await rows.putBytes(inc, made.fact.no, made.bytes);
    });
  for (const verdict of verdicts) await settle(keeper, verdict);
  const current = branches.find((branch) => branch.is === 'current');
  const hasNewIncarnation =
    needsNewIncarnation && current !== undefined && (await keeper.startIncarnation(current.inc));
  const hasLeftSeries = await leaveTakenSeries(keeper);
  const startedAnew = hasNewIncarnation || hasLeftSeries;
  const told = verdicts.reduce((sum, one) => sum + (one.is === 'within' ? 0 : one.facts.length), 0);
  const recovered = told + altered.length;
  const [first] = altered;
  const damage =
    damageOf(verdicts, current, startedAnew) ??
    (first === undefined ? null : { inc: first.inc, why: 'factsLost' as const });
  // Should it not be saved, the facts themselves tell most of it.
  if (damage !== null) await keeper.record({ kind: 'journalDamaged', body: { ...damage, recovered } });
  return { recovered, startedAnew };
}

/**
 * A head office restored to before a new key gives that key's series out once more, and the copy may still tell of receipts
 * in it: no number is printed twice.
 */
async function leaveTakenSeries(keeper: CopiesKeeper): Promise<boolean> {
  const taken = await takenSeries(keeper);
  if (taken === null || !(await keeper.startIncarnation(taken.inc))) return false;
  // The next one may be told of too; one that did not change would be left for ever.
  if ((await takenSeries(keeper))?.series !== taken.series) await leaveTakenSeries(keeper);
  return true;
}

/** @returns the current branch, where a finished one has receipts in its series. */
async function takenSeries(keeper: CopiesKeeper): Promise<Branch | null> {
  const branches = await keeper.branches();
  const current = branches.find((branch) => branch.is === 'current') ?? null;
  const isTaken = branches.some(
    (branch) => branch.is === 'finished' && branch.series === current?.series && branch.lastReceipt !== null,
  );
  return isTaken ? current : null;
}

/** @returns null where both copies told the same. */
function damageOf(
  verdicts: readonly RunVerdict[],
  current: Branch | undefined,
  startedAnew: boolean,
): Pick<JournalDamaged, 'inc' | 'why'> | null {
  const told = verdicts.find((verdict) => verdict.is !== 'within');
  if (told?.is === 'extends') return { inc: told.inc, why: 'factsLost' };
  if (told !== undefined)
    return { inc: told.inc, why: told.inc === current?.inc ? 'diverged' : 'storageLost' };
  return startedAnew && current !== undefined ? { inc: current.inc, why: 'copyUnreadable' } : null;
}

async function settle(keeper: CopiesKeeper, verdict: RunVerdict): Promise<void> {
  if (verdict.is === 'extends') await keeper.transact((rows) => putBack(rows, verdict.inc, verdict.facts));
  if (verdict.is === 'apart') await keeper.transact((rows) => keepApart(rows, verdict.inc, verdict.facts));
}

/** Only of the numbers that the copy tells: the tail, however long the journal is. */
async function heldFacts(
  keeper: CopiesKeeper,
  branches: readonly Branch[],
  runs: readonly CopiedRun[],
): Promise<Map<string, HeldFact>> {
  const held = new Map<string, HeldFact>();
  for (const run of runs) {
    const first = run.facts[0].fact.no;
    for (const { inc } of branches.filter((branch) => chainOf(branch) === run.inc)) {
      const points = await keeper.heldBetween(inc, first, first + run.facts.length - 1);
      for (const { no, hash, bytes = null } of points) held.set(keyOf(inc, no), { hash, bytes });
    }
  }
  return held;
}

function keyOf(inc: string, no: number): string {
  return `${inc} ${String(no)}`;
}

function keeperOf(db: LocalDb, acting: Acting): CopiesKeeper {
  const { journal } = db;
  return {
    branches: () => readBranches(db),
    heldBetween: async (inc, first, last) => {
      const range = [[inc, first], [inc, last], true, true] as const;
      const kept = journal.facts.where('[inc+no]').between(...range);
      const pruned = journal.pruned.where('[inc+no]').between(...range);
      return [...(await kept.toArray()), ...(await pruned.toArray())];
    },
    // Dexie follows what is awaited inside only when it is given an async function.
    transact: (act) => journal.transaction('rw', journal.tables, async () => act(rowsOf(db))),
    startIncarnation: (forkedInc) => startIncarnation(db, forkedInc, acting),
    record: (event) => recordEvent(db, event, acting),
  };
}

function rowsOf({ journal }: LocalDb): CopyRows {
  const { facts, branches, shifts, openSales, unshown, parked } = journal;
  const leaveDesk = async (sale: string) => {
    if ((await openSales.get(ONLY))?.value.sale === sale) await openSales.delete(ONLY);
  };
  return {
    branch: (inc) => branches.get(inc),
    branches: () => branches.toArray(),
    putBranch: (branch) => branches.put(branch),
    addFact: (row) => facts.add(row),
    putBytes: (inc, no, bytes) => facts.update([inc, no], { bytes }),
    isIdTaken: async (id) => (await facts.where('id').equals(id).count()) > 0,
    isReceiptTaken: async (sale, receipt) =>
      (await facts.where('sale').equals(sale).count()) +
        (await facts.where('receipt').equals(receipt).count()) >
      0,
    shift: async () => (await shifts.get(ONLY))?.value ?? null,
    putShift: (shift) => (shift === null ? shifts.delete(ONLY) : shifts.put({ key: ONLY, value: shift })),
    markUnshown: async (sale) => {
      await unshown.put({ key: ONLY, value: { sale } });
      await leaveDesk(sale);
    },
    park: async (sale) => {
      await parked.put(sale);
      await leaveDesk(sale.sale);
    },
    unpark: (sale) => parked.delete(sale),
  };
}
