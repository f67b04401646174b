/** GET /sign-ins and POST /sign-ins/:signIn/end: where one is signed in to the office, and an end to it. */
import type { FastifyInstance } from 'fastify';
import * as z from 'zod/mini';
import type { SignInRow } from '../../protocol/account-messages.ts';
import { idSchema } from '../../protocol/scalars.ts';
import { inTransaction } from '../database/in-transaction.ts';
import { queryRow, queryRows, type Queryable } from '../database/query-rows.ts';
import { noteAct } from './note-act.ts';
import { addOfficeRoute, type Asked, type PeopleDependencies } from './office-route.ts';
import { SIGN_IN_IDLE_MS_MAX, type SignedIn } from './office-sign-in.ts';
import { answer, NOT_FOUND, type Outcome } from './outcome.ts';
import { mayGiveAccounts } from './read-staff.ts';

const ROWS_MAX = 500;

export function addSignInsRoutes(app: FastifyInstance, dependencies: PeopleDependencies): void {
  addOfficeRoute(app, dependencies, {
    method: 'GET',
    path: '/sign-ins',
    input: z.object({}),
    handle: async ({ caller, pool, now }) => answer({ signIns: await readSignIns(pool, caller, now) }),
  });
  addOfficeRoute(app, dependencies, {
    method: 'POST',
    path: '/sign-ins/:signIn/end',
    input: z.object({ signIn: idSchema }),
    handle: endOne,
  });
}

const rowSchema = z.object({
  id: z.string(),
  person: z.string(),
  name: z.string(),
  device: z.string(),
  since: z.int(),
  lastSeenAt: z.int(),
});

async function readSignIns(database: Queryable, caller: SignedIn, now: number): Promise<SignInRow[]> {
  const rows = await queryRows(
    database,
    `select s.sign_in as id, s.person, p.name, s.device, s.created_at as since, s.last_seen_at as "lastSeenAt"
     from evertill.office_sign_in s join evertill.person p using (business, person)
     where s.business = $1 and ($2::text is null or s.person = $2) and s.expires_at > $3 and s.last_seen_at > $4
     order by s.last_seen_at desc, s.sign_in limit $5`,
    [caller.business, await onlyOf(database, caller), now, now - SIGN_IN_IDLE_MS_MAX, ROWS_MAX],
    rowSchema,
  );
  return rows.map(({ person, ...row }) => ({
    ...row,
    isMine: person === caller.person,
    isThis: row.id === caller.signIn,
  }));
}

/** Null: everybody's, for who gives the accounts. */
async function onlyOf(database: Queryable, caller: SignedIn): Promise<string | null> {
  return (await mayGiveAccounts(database, caller)) ? null : caller.person;
}

function endOne({ input, caller, pool, now }: Asked<{ signIn: string }>): Promise<Outcome<{ done: true }>> {
  return inTransaction(pool, async (client) => {
    const gone = await queryRow(
      client,
      `delete from evertill.office_sign_in s using evertill.person p
       where s.business = $1 and s.sign_in = $2 and ($3::text is null or s.person = $3)
         and p.business = s.business and p.person = s.person
       returning p.name, s.device`,
      [caller.business, input.signIn, await onlyOf(client, caller)],
      z.object({ name: z.string(), device: z.string() }),
    );
    if (gone === null) return NOT_FOUND;
    await noteAct(client, caller, { act: 'signInEnded', till: null, detail: gone }, now);
    return answer({ done: true });
  });
}
