/** At boot, before anything is sold: makes the journal's database and its second copy tell the same, losing nothing of either. */
import { chainOf, type Branch } from '../journal/branch.ts';
import { compareCopies, type CopyReading, type RunVerdict } from '../journal/compare-copies.ts';
import type { CopiedRun } from '../journal/read-copy.ts';
import type { JournalDamaged } from '../domain/fact-body.ts';
import type { Acting } from './acting.ts';
import { keepApart } from './keep-apart.ts';
import type { LocalDb } from './open-local-db.ts';
import { putBack } from './put-back.ts';
import { recordEvent } from './record-event.ts';
import { startIncarnation } from './start-incarnation.ts';
import { readBranches } from './watermark.ts';

export interface Reconciled {
  /** Facts that only the copy had. */
  readonly recovered: number;
  readonly startedAnew: boolean;
}

export async function reconcileCopies(
  db: LocalDb,
  copy: CopyReading,
  wasStoppedCleanly: boolean,
  acting: Acting,
): Promise<Reconciled> {
  const branches = await readBranches(db);
  const held = copy.is === 'read' ? await heldHashes(db, branches, copy.runs) : new Map<string, string>();
  const hashAt = (inc: string, no: number) => held.get(keyOf(inc, no)) ?? null;
  const { verdicts, needsNewIncarnation } = compareCopies(branches, hashAt, copy, wasStoppedCleanly);
  for (const verdict of verdicts) await settle(db, verdict);
  const current = branches.find((branch) => branch.is === 'current');
  const startedAnew =
    needsNewIncarnation && current !== undefined && (await startIncarnation(db, current.inc, acting));
  const recovered = verdicts.reduce((sum, one) => sum + (one.is === 'within' ? 0 : one.facts.length), 0);
  const damage = damageOf(verdicts, current, startedAnew);
  // Should it not be saved, the facts themselves tell most of it.
  if (damage !== null) {
    await recordEvent(db, { kind: 'journalDamaged', body: { ...damage, recovered } }, acting);
  }
  return { recovered, startedAnew };
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

async function settle(db: LocalDb, verdict: RunVerdict): Promise<void> {
  if (verdict.is === 'extends') await putBack(db, verdict.inc, verdict.facts);
  if (verdict.is === 'apart') await keepApart(db, verdict.inc, verdict.facts);
}

/** Only of the numbers that the copy tells: the tail, however long the journal is. */
async function heldHashes(
  db: LocalDb,
  branches: readonly Branch[],
  runs: readonly CopiedRun[],
): Promise<Map<string, string>> {
  const held = new Map<string, string>();
  for (const run of runs) {
    const first = run.facts[0].fact.no;
    for (const { inc } of branches.filter((branch) => chainOf(branch) === run.inc)) {
      const range = db.journal.facts
        .where('[inc+no]')
        .between([inc, first], [inc, first + run.facts.length], true, false);
      for (const row of await range.toArray()) held.set(keyOf(inc, row.no), row.hash);
    }
  }
  return held;
}

function keyOf(inc: string, no: number): string {
  return `${inc} ${String(no)}`;
}
