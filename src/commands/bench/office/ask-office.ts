/** Asks a running server's office as its pages do, and takes the time. */
import * as z from 'zod/mini';
import { reportSchema, type Report, type ReportBy } from '../../../protocol/report-messages.ts';
import { daysSchema } from '../../../protocol/people-messages.ts';
import { PEOPLE_PREFIX } from '../../../protocol/till-messages.ts';
import type { DrillShop } from '../../../server/import/drill-shop.ts';

export interface OfficeAsker {
  readonly shop: string;
  /** @returns milliseconds until the whole answer was here. @throws unless it is 200. */
  readonly time: (path: string) => Promise<number>;
  readonly days: () => Promise<readonly string[]>;
  readonly report: (by: ReportBy, from: string, to: string) => Promise<Report>;
}

export async function askOffice(origin: string, { shop, office }: DrillShop): Promise<OfficeAsker> {
  const cookie = await signIn(origin, office);
  const read = async (path: string): Promise<unknown> => {
    const answer = await fetch(origin + PEOPLE_PREFIX + path, { headers: { cookie } });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
    return answer.json();
  };
  return {
    shop,
    time: async (path) => {
      const started = performance.now();
      await read(path);
      return performance.now() - started;
    },
    days: async () => {
      const { days } = z.parse(daysSchema, await read(`/days?shop=${shop}`));
      return days.map(({ day }) => day).toSorted();
    },
    report: async (by, from, to) => z.parse(reportSchema, await read(reportPath(shop, by, from, to))),
  };
}

export function reportPath(shop: string, by: ReportBy, from: string, to: string): string {
  return `/reports?by=${by}&from=${from}&to=${to}&shops=${shop}`;
}

async function signIn(origin: string, account: DrillShop['office']): Promise<string> {
  const answer = await fetch(`${origin}${PEOPLE_PREFIX}/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(account),
  });
  const [cookie] = answer.headers.getSetCookie();
  if (!answer.ok || cookie === undefined) throw new Error(`the office answered ${answer.status}`);
  return cookie.slice(0, cookie.indexOf(';'));
}
