/** Days that sign themselves off: looks now and then for those that may, and signs what it saw. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Pool } from 'pg';
import * as z from 'zod/mini';
import { mayAutoSign } from '../../domain/may-auto-sign.ts';
import type { Day } from '../../domain/trading-day.ts';
import type { Reconciliation } from '../../protocol/people-messages.ts';
import { shopPolicySchema } from '../../protocol/roster.ts';
import { daySchema } from '../../protocol/scalars.ts';
import { ofBusiness } from '../database/borrow-connection.ts';
import { businessesWith } from '../database/business-of.ts';

import { queryRows, type Connections, type Queryable } from '../database/query-rows.ts';
import type { PeopleDependencies } from './office-route.ts';
import { signDay } from './sign-day.ts';

const LOOK_EVERY_MS = 5 * 60_000;
/** A day that nobody settled for so long waits for a person. */
export const AUTO_SIGN_DAYS_MAX = 14;

const waitingSchema = z.object({
  business: z.string(),
  shop: z.string(),
  name: z.string(),
  policy: shopPolicySchema,
  day: daySchema,
});
type WaitingDay = z.infer<typeof waitingSchema>;

export async function keepSigning(
  { pool, clock, log }: PeopleDependencies,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    await signWhatMay(pool, clock()).catch((error: unknown) => {
      log(
        `Signing days off failed, and is tried again: ${error instanceof Error ? error.message : String(error)}`,
      );
    });
    await delay(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
}

/** @returns the days signed. */
export async function signWhatMay(pool: Pool, now: number): Promise<Day[]> {
  const signed: Day[] = [];
  for (const business of await businessesWith(pool, 'days_to_sign'))
    signed.push(...(await signOf(ofBusiness(pool, business), now)));
  return signed;
}

async function signOf(own: Connections, now: number): Promise<Day[]> {
  const signed: Day[] = [];
  for (const waiting of await daysWaiting(own)) {
    const { business, day, ...shop } = waiting;
    const number = await signDay(own, {
      ...{ business, shop, day, now, why: '', person: null },
      mayBeSigned: (seen) => mayAutoSign(standing(waiting, seen), shop.policy, now),
    });
    if (number !== null) signed.push(day);
  }
  return signed;
}

function standing({ day }: WaitingDay, { signOff: { signatures, open, figures } }: Reconciliation) {
  return { day, isSigned: signatures.length > 0, drawers: figures.drawers, open: open.length };
}

/** The latest days that shops wish to sign themselves off and that have no signature. */
function daysWaiting(database: Queryable): Promise<WaitingDay[]> {
  return queryRows(
    database,
    `select s.business, s.shop, s.name, s.policy, d.day from evertill.shop s
     cross join lateral (
       select distinct day from evertill.shift where shop = s.shop order by day desc limit $1
     ) d
     where (s.policy ->> 'signsItselfOff')::boolean
       and not exists (select 1 from evertill.sign_off o where o.shop = s.shop and o.day = d.day)
     order by s.shop, d.day`,
    [AUTO_SIGN_DAYS_MAX],
    waitingSchema,
  );
}
