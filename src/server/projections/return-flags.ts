/**
 * Finds what came back more often than it was sold, across all tills of the business, whichever fact arrived first: asked
 * when a refund arrives, and again when a sale arrives after its refunds.
 */
import * as z from 'zod/mini';
import type { ReceiptBody } from '../../domain/fact-body.ts';
import { queryRows, type Queryable } from '../database/query-rows.ts';
import { raiseFlag, type Flag } from './flag.ts';
import { moneyText, quantityText, type TillPlace } from './till-place.ts';

const returnSchema = z.object({
  sale: z.string(),
  line: z.int(),
  name: z.string(),
  /** Above zero. */
  sold: z.int(),
  /** Below zero. */
  quantity: z.int(),
  gross: z.int(),
  receipt: z.string(),
  shop: z.string(),
  till: z.string(),
  inc: z.string(),
  no: z.int(),
  hash: z.string(),
  day: z.string(),
  at: z.int(),
});
export type ReturnedLine = z.infer<typeof returnSchema>;

export interface ExcessReturn {
  readonly line: ReturnedLine;
  /** How much had come back before, thousandths above zero. */
  readonly before: number;
}

export async function flagReturns(client: Queryable, place: TillPlace, body: ReceiptBody): Promise<void> {
  const sales = body.lines.flatMap(({ origin }) => (origin.is === 'returned' ? [origin.sale] : []));
  const returns = await readReturns(client, place.business, [...new Set([body.sale, ...sales])]);
  for (const { line, before } of excessReturns(returns)) {
    await raiseFlag(client, { ...line, business: place.business }, flagOf(place, line, before));
  }
}

/** Every return of lines of these sales that are here, in the order they were given. */
function readReturns(client: Queryable, business: string, sales: readonly string[]): Promise<ReturnedLine[]> {
  return queryRows(
    client,
    `select back.origin_sale as sale, back.origin_line as line, back.name, back.quantity, back.gross, sold.sold,
            receipt.receipt, receipt.shop, receipt.till, receipt.inc, receipt.no, receipt.hash, receipt.day, receipt.at
     from evertill.receipt_line back
     join evertill.receipt receipt on receipt.till = back.till and receipt.seq = back.seq
     join (select distinct on (original.sale, line.line) original.sale, line.line, line.quantity as sold
           from evertill.receipt original
           join evertill.receipt_line line on line.till = original.till and line.seq = original.seq
           where original.business = $1 and original.sale = any($2)) sold
       on sold.sale = back.origin_sale and sold.line = back.origin_line
     where back.business = $1 and back.origin_sale = any($2)
       and receipt.unposted_because is distinct from 'sameSale'
     order by receipt.at, receipt.till, receipt.seq, back.line`,
    [business, sales],
    returnSchema,
  );
}

/** Pure: the returns with which more had come back than was sold. */
export function excessReturns(returns: readonly ReturnedLine[]): ExcessReturn[] {
  const back = new Map<string, number>();
  return returns.flatMap((line) => {
    const key = `${line.sale} ${line.line}`;
    const before = back.get(key) ?? 0;
    back.set(key, before - line.quantity);
    return before - line.quantity > line.sold ? [{ line, before }] : [];
  });
}

function flagOf(place: TillPlace, line: ReturnedLine, before: number): Flag {
  return {
    kind: before === 0 ? 'refundOverSold' : 'refundTwice',
    subject: `${line.sale} ${line.line}`,
    receipt: line.receipt,
    value: line.gross,
    evidence: [
      { label: 'Goods', text: line.name },
      { label: 'Sold', text: quantityText(place, line.sold) },
      { label: 'Returned before', text: quantityText(place, before) },
      { label: 'Returned now', text: quantityText(place, -line.quantity) },
      { label: 'Given back', text: moneyText(place, -line.gross) },
    ],
  };
}
