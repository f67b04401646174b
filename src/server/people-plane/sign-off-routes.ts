/** POST /sign-off: a person's word for a day as it stands. */
import type { FastifyInstance } from 'fastify';
import type * as z from 'zod/mini';
import { signRequestSchema } from '../../protocol/sign-off-messages.ts';
import { inTransaction } from '../database/in-transaction.ts';
import { addOfficeRoute, type Asked, type PeopleDependencies } from './office-route.ts';
import { answer, NOT_FOUND, refused, type Outcome } from './outcome.ts';
import { readReconciliation } from './read-reconciliation.ts';
import { shopOfBusiness } from './shop-of-business.ts';
import { signDay } from './sign-day.ts';

const CHANGED = refused(409, 'changed-meanwhile', 'The day is not as it was seen any more.');
const NOTHING_TO_SIGN = refused(409, 'already-done', 'There is nothing on this day that is not signed.');
const WHY_NEEDED = refused(
  409,
  'not-permitted',
  'Something is open on this day: sign it with a reason, or settle it.',
);

export function addSignOffRoutes(app: FastifyInstance, dependencies: PeopleDependencies): void {
  addOfficeRoute(app, dependencies, {
    method: 'POST',
    path: '/sign-off',
    input: signRequestSchema,
    handle: signOff,
  });
}

async function signOff({
  input,
  caller,
  pool,
  now,
}: Asked<z.infer<typeof signRequestSchema>>): Promise<Outcome<{ number: number }>> {
  const { day, seen } = input;
  const shop = await shopOfBusiness(pool, caller.business, input.shop);
  if (shop === null) return NOT_FOUND;
  const why = input.why.trim();
  const { signOff: stands } = await inTransaction(pool, (client) =>
    readReconciliation(client, shop, day, now),
  );
  if (!stands.maySign) return NOTHING_TO_SIGN;
  if (stands.open.length > 0 && why === '') return WHY_NEEDED;
  const { business, person } = caller;
  const number = await signDay(pool, {
    ...{ business, person, shop, day, now, why },
    mayBeSigned: (signed) => signed.signOff.seen === seen,
  });
  return number === null ? CHANGED : answer({ number });
}
