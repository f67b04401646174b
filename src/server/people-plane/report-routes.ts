/** GET /reports: takings over days and shops. */
import type { FastifyInstance } from 'fastify';
import * as z from 'zod/mini';
import { reportBySchema } from '../../protocol/report-messages.ts';
import { daySchema } from '../../protocol/scalars.ts';
import { inTransaction } from '../database/in-transaction.ts';
import { addOfficeRoute, type PeopleDependencies } from './office-route.ts';
import { answer, NOT_FOUND, refused } from './outcome.ts';
import { readReport } from './read-report.ts';
import { shopsOf } from './shop-of-business.ts';

/** A year and a day, and the odd week beside. */
const REPORT_DAYS_MAX = 400;
const SHOPS_LENGTH_MAX = 4_000;
const DAY_MS = 86_400_000;

const reportInputSchema = z.object({
  by: reportBySchema,
  from: daySchema,
  to: daySchema,
  shops: z.string().check(z.minLength(1), z.maxLength(SHOPS_LENGTH_MAX)),
});

const WRONG_RANGE = refused(
  400,
  'input-invalid',
  `A report covers 1 to ${String(REPORT_DAYS_MAX)} days, the first before the last.`,
);
const CURRENCIES = refused(
  400,
  'input-invalid',
  'These shops take different currencies, which do not add up. Ask for each by itself.',
);

export function addReportRoutes(app: FastifyInstance, dependencies: PeopleDependencies): void {
  addOfficeRoute(app, dependencies, {
    method: 'GET',
    path: '/reports',
    input: reportInputSchema,
    handle: async ({ input, caller, pool, now }) => {
      const { by, from, to } = input;
      if (!isRange(from, to)) return WRONG_RANGE;
      const wanted = new Set(input.shops.split(','));
      const shops = (await shopsOf(pool, caller.business)).filter(({ shop }) => wanted.has(shop));
      if (shops.length < wanted.size) return NOT_FOUND;
      if (new Set(shops.map(({ policy }) => policy.currency.code)).size > 1) return CURRENCIES;
      const asked = { business: caller.business, by, from, to, shops: shops.map(({ shop }) => shop) };
      return answer(
        await inTransaction(pool, async (client) => {
          await client.query('set transaction isolation level repeatable read, read only');
          return readReport(client, asked, now);
        }),
      );
    },
  });
}

function isRange(from: string, to: string): boolean {
  const days = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
  return days >= 1 && days <= REPORT_DAYS_MAX;
}
