/** Writes cash that moved without a sale, and how a receipt was paid after all. */
import type { CashMoved, PaymentCorrected } from '../../domain/fact-body.ts';
import { tendered } from '../../domain/tender.ts';
import { queryRow, type Queryable } from '../database/query-rows.ts';
import * as z from 'zod/mini';
import { insertTenders } from './project-receipt.ts';
import type { ProjectedFact } from './projected-fact.ts';

export async function projectCashMoved(
  client: Queryable,
  { place, row, envelope }: ProjectedFact,
  body: CashMoved,
): Promise<void> {
  await client.query(
    `insert into evertill.cash_move (till, seq, business, shop, shift, move, direction, amount, reason, at, staff, approver)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      place.till,
      row.seq,
      place.business,
      place.shop,
      body.shift,
      body.move,
      body.is,
      body.amount,
      body.reason,
      envelope.at.anchored,
      envelope.by.staff,
      envelope.by.approval?.approver ?? null,
    ],
  );
}

/** A correction of a receipt that never arrived waits for nothing: the close of its shift will not agree and says so. */
export async function projectPaymentCorrected(
  client: Queryable,
  { place, row, envelope }: ProjectedFact,
  body: PaymentCorrected,
): Promise<void> {
  await client.query(
    `insert into evertill.payment_correction
       (till, seq, business, shop, sale, receipt, shift, paid_before, paid_after, at, staff)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      place.till,
      row.seq,
      place.business,
      place.shop,
      body.sale,
      body.receipt,
      body.shift,
      JSON.stringify(body.from),
      JSON.stringify(body.to),
      envelope.at.anchored,
      envelope.by.staff,
    ],
  );
  const { tenders, cashRounding } = body.to;
  const receipt = await queryRow(
    client,
    `update evertill.receipt set cash = $3, card = $4, cash_rounding = $5
     where till = $1 and sale = $2 and unposted_because is distinct from 'sameSale' returning seq`,
    [place.till, body.sale, tendered(tenders, 'cash'), tendered(tenders, 'card'), cashRounding],
    z.object({ seq: z.int() }),
  );
  if (receipt === null) return;
  await client.query('delete from evertill.tender where till = $1 and seq = $2', [place.till, receipt.seq]);
  await insertTenders(client, place, receipt.seq, tenders);
}
