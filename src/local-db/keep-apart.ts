/** Keeps facts that fit no branch as a branch of their own: another telling of a chain, or one from before the storage died. */
import { chainOf, type Branch, type FactRow } from '../journal/branch.ts';
import type { MadeFact } from '../journal/make-fact.ts';
import { salvageBranch } from '../journal/regrow.ts';
import type { LocalDb } from './open-local-db.ts';

export async function keepApart(
  db: LocalDb,
  inc: string,
  facts: readonly [MadeFact, ...MadeFact[]],
): Promise<void> {
  const { journal } = db;
  await journal.transaction('rw', [journal.facts, journal.branches], async () => {
    const { name, rank } = placeFor(inc, await journal.branches.toArray());
    const { branch, rows } = salvageBranch(name, rank, facts);
    await journal.branches.add(branch);
    for (const row of rows) await journal.facts.add(await withoutTakenKeys(db, row));
  });
}

/** After the branch it tells otherwise; what is from before any branch here is sent first. */
function placeFor(inc: string, branches: readonly Branch[]): { name: string; rank: number } {
  const own = branches.find((branch) => branch.inc === inc);
  if (own === undefined) return { name: inc, rank: Math.min(1, ...branches.map(({ rank }) => rank)) - 1 };
  const tellings = branches.filter((branch) => chainOf(branch) === inc).length;
  return { name: `${inc}~${String(tellings)}`, rank: own.rank + 1 - 1 / (tellings + 1) };
}

/** Two tellings may state one id, sale or receipt number: the one that was here first is found by it. */
async function withoutTakenKeys(db: LocalDb, row: FactRow): Promise<FactRow> {
  const { facts } = db.journal;
  const isTaken = (await facts.where('id').equals(row.id).count()) > 0;
  const unique = isTaken ? { ...row, id: `${row.id}~${row.inc}` } : row;
  const { sale, receipt, shift, refunds, ...plain } = unique;
  if (sale === undefined || receipt === undefined) return unique;
  const rivals =
    (await facts.where('sale').equals(sale).count()) + (await facts.where('receipt').equals(receipt).count());
  if (rivals > 0) return plain;
  return { ...plain, sale, receipt, ...(shift && { shift }), ...(refunds && { refunds }) };
}
