/** GET /sales and GET /facts/…: the list of sales, and one of them down to its fact. */
import type { FastifyInstance } from 'fastify';
import * as z from 'zod/mini';
import { daySchema, factNumberSchema, idSchema } from '../../protocol/scalars.ts';
import { addOfficeRoute, type PeopleDependencies } from './office-route.ts';
import { answer, NOT_FOUND, refused } from './outcome.ts';
import { readSaleDetail } from './read-sale-detail.ts';
import { readSales, SALES_PAGE_ROWS, SALES_PAGE_ROWS_MAX } from './read-sales.ts';
import { readSaleCursor } from './sale-cursor.ts';
import { readSaleSearch } from './sale-search.ts';
import { shopOfBusiness } from './shop-of-business.ts';

const SEARCH_LENGTH_MAX = 40;
const CURSOR_LENGTH_MAX = 200;

const salesInputSchema = z.object({
  shop: idSchema,
  day: z.optional(daySchema),
  search: z.optional(z.string().check(z.maxLength(SEARCH_LENGTH_MAX))),
  rows: z.optional(z.string().check(z.regex(/^\d{1,3}$/))),
  /** Rows before the page, for a list that is looked into at any place. */
  skip: z.optional(z.string().check(z.regex(/^\d{1,7}$/))),
  after: z.optional(z.string().check(z.maxLength(CURSOR_LENGTH_MAX))),
});

const factInputSchema = z.object({
  till: idSchema,
  inc: idSchema,
  no: z.pipe(z.pipe(z.string().check(z.regex(/^\d{1,15}$/)), z.transform(Number)), factNumberSchema),
});

export function addSaleRoutes(app: FastifyInstance, dependencies: PeopleDependencies): void {
  addOfficeRoute(app, dependencies, {
    method: 'GET',
    path: '/sales',
    input: salesInputSchema,
    handle: async ({ input, caller, pool }) => {
      const shop = await shopOfBusiness(pool, caller.business, input.shop);
      if (shop === null) return NOT_FOUND;
      const after = input.after === undefined ? null : readSaleCursor(input.after);
      if (input.after !== undefined && after === null)
        return refused(400, 'input-invalid', 'No such place in the list.');
      const search = readSaleSearch(input.search ?? '', shop.policy.currency.digits);
      const rows = Math.min(Number(input.rows ?? SALES_PAGE_ROWS), SALES_PAGE_ROWS_MAX);
      const page = { after, skip: Number(input.skip ?? 0), rows };
      return answer(await readSales(pool, { shop: shop.shop, day: input.day ?? null, search, ...page }));
    },
  });
  addOfficeRoute(app, dependencies, {
    method: 'GET',
    path: '/facts/:till/:inc/:no',
    input: factInputSchema,
    handle: async ({ input, caller, pool }) => {
      const detail = await readSaleDetail(pool, { ...input, business: caller.business });
      return detail === null ? NOT_FOUND : answer(detail);
    },
  });
}
