/** A manager who signs every day there is something new on, with whatever is open; and what was signed, as the oracle looks at it. */
import type { Pool } from 'pg';
import * as z from 'zod/mini';
import { daySchema } from '../../protocol/scalars.ts';
import { signedHeadSchema } from '../../protocol/sign-off-messages.ts';
import { dayFiguresSchema } from '../../protocol/takings-message.ts';
import { queryRows, type Queryable } from '../../server/database/query-rows.ts';
import { shopsOf } from '../../server/people-plane/shop-of-business.ts';
import { signDay } from '../../server/people-plane/sign-day.ts';
import { catchUp } from '../../server/projections/projector.ts';
import type { Figures, LedgerRow, SignOff } from '../ledger-tables.ts';
import { BUSINESS, MANAGER } from './office-ground.ts';

export type SeqRow = LedgerRow & { readonly seq: number };

/** @returns the numbers of the signatures given. */
export async function signRealDays(pool: Pool, now: number): Promise<number[]> {
  await catchUp(pool);
  const numbers: number[] = [];
  for (const shop of await shopsOf(pool, BUSINESS)) {
    const days = await queryRows(
      pool,
      'select distinct day from evertill.receipt where shop = $1',
      [shop.shop],
      z.object({ day: daySchema }),
    );
    for (const { day } of days) {
      const wanted = { business: BUSINESS, shop, day, now, person: MANAGER, why: 'simulated' };
      const number = await signDay(pool, { ...wanted, mayBeSigned: () => true });
      if (number !== null) numbers.push(number);
    }
  }
  return numbers;
}

const signatureRow = z.object({
  day: daySchema,
  number: z.int(),
  heads: z.array(signedHeadSchema),
  figures: dayFiguresSchema,
});
type SignatureRow = z.infer<typeof signatureRow>;

/** @param facts by till and incarnation, in order of arrival. @param nameOf what the simulation calls a till. */
export async function readRealSignOffs(
  database: Queryable,
  facts: ReadonlyMap<string, readonly SeqRow[]>,
  nameOf: (till: string) => string,
): Promise<SignOff[]> {
  const rows = await queryRows(
    database,
    'select day, number, heads, figures from evertill.sign_off order by day, number',
    [],
    signatureRow,
  );
  return rows.map((row) => ({
    day: row.day,
    seen: seenBy(row, facts, nameOf),
    figures: less(figuresOf(row), figuresOf(rows.find((one) => isBefore(one, row)))),
  }));
}

function seenBy(
  { heads }: SignatureRow,
  facts: ReadonlyMap<string, readonly SeqRow[]>,
  nameOf: (till: string) => string,
): Map<string, number> {
  const upTo = new Map(heads.map(({ till, seq }) => [nameOf(till), seq]));
  return new Map(
    [...facts].map(([key, rows]) => [
      key,
      rows.filter(({ till, seq }) => seq <= (upTo.get(till) ?? 0)).length,
    ]),
  );
}

function isBefore(one: SignatureRow, row: SignatureRow): boolean {
  return one.day === row.day && one.number === row.number - 1;
}

function figuresOf(row: SignatureRow | undefined): Figures {
  const received = row?.figures.received;
  return { sales: received?.receipts ?? 0, gross: received?.gross ?? 0 };
}

function less(one: Figures, other: Figures): Figures {
  return { sales: one.sales - other.sales, gross: one.gross - other.gross };
}
