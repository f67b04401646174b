/** Reads a list of sales to its end, for a file. By its cursor, so that what arrives meanwhile makes no row come twice. */
import { salesPageSchema, type SaleRow, type SalesPage } from '../../protocol/people-messages.ts';
import { askPeople } from './ask-people.ts';
import type { SalesWanted } from './sales-query.ts';

/** @throws OfficeTrouble */
export async function allSales({ shop, day, search }: SalesWanted): Promise<SaleRow[]> {
  const query = { shop, day, search: search === '' ? null : search, rows: String(ROWS_AT_ONCE) };
  const rows: SaleRow[] = [];
  for (let after: string | null = null, isFirst = true; isFirst || after !== null; isFirst = false) {
    const page: SalesPage = await askPeople({
      path: '/sales',
      query: { ...query, after },
      answer: salesPageSchema,
    });
    rows.push(...page.rows);
    after = page.after;
  }
  return rows;
}

const ROWS_AT_ONCE = 500;
