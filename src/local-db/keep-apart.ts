/** Keeps facts that fit no branch as a branch of their own: another telling of a chain, or one from before the storage died. */
import { chainOf, type Branch, type FactRow } from '../journal/branch.ts';
import type { MadeFact } from '../journal/make-fact.ts';
import { salvageBranch } from '../journal/regrow.ts';

/** Inside a transaction. */
export interface ApartRows {
  readonly branches: () => PromiseLike<readonly Branch[]>;
  readonly putBranch: (branch: Branch) => PromiseLike<unknown>;
  readonly addFact: (row: FactRow) => PromiseLike<unknown>;
  readonly isIdTaken: (id: string) => PromiseLike<boolean>;
  readonly isReceiptTaken: (sale: string, receipt: string) => PromiseLike<boolean>;
}

export async function keepApart(
  rows: ApartRows,
  inc: string,
  facts: readonly [MadeFact, ...MadeFact[]],
): Promise<void> {
  const { name, rank } = placeFor(inc, await rows.branches());
  const salvaged = salvageBranch(name, rank, facts);
  await rows.putBranch(salvaged.branch);
  for (const row of salvaged.rows) await rows.addFact(await withoutTakenKeys(rows, row));
}

/** After the branch it tells otherwise; what is from before any branch here is sent first. */
function placeFor(inc: string, branches: readonly Branch[]): { name: string; rank: number } {
  const own = branches.find((branch) => branch.inc === inc);
  if (own === undefined) return { name: inc, rank: Math.min(1, ...branches.map(({ rank }) => rank)) - 1 };
  const tellings = branches.filter((branch) => chainOf(branch) === inc).length;
  return { name: `${inc}~${String(tellings)}`, rank: own.rank + 1 - 1 / (tellings + 1) };
}

/** Two tellings may state one id, sale or receipt number: the one that was here first is found by it. */
async function withoutTakenKeys(rows: ApartRows, row: FactRow): Promise<FactRow> {
  const unique = (await rows.isIdTaken(row.id)) ? { ...row, id: `${row.id}~${row.inc}` } : row;
  const { sale, receipt, shift, refunds, ...plain } = unique;
  if (sale === undefined || receipt === undefined) return unique;
  if (await rows.isReceiptTaken(sale, receipt)) return plain;
  return { ...plain, sale, receipt, ...(shift && { shift }), ...(refunds && { refunds }) };
}
