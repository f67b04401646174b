/** GET and POST /staff…: who works here, as what, and how they get in. */
import type { FastifyInstance } from 'fastify';
import * as z from 'zod/mini';
import { idSchema } from '../../protocol/scalars.ts';
import { changePersonSchema, giveAccountSchema, personWordsSchema } from '../../protocol/staff-messages.ts';
import { addPerson, bringPersonBack, changePerson, endPerson, makeNewPin } from './change-staff.ts';
import { giveAccount } from './give-account.ts';
import { addOfficeRoute, type PeopleDependencies } from './office-route.ts';
import { answer } from './outcome.ts';
import { mayGiveAccounts, readStaff } from './read-staff.ts';

const personInputSchema = z.object({ person: idSchema });

export function addStaffRoutes(app: FastifyInstance, dependencies: PeopleDependencies): void {
  addOfficeRoute(app, dependencies, {
    method: 'GET',
    path: '/staff',
    input: z.object({}),
    handle: async ({ caller, pool }) =>
      answer({
        people: await readStaff(pool, caller),
        mayGiveAccounts: await mayGiveAccounts(pool, caller),
      }),
  });
  addOfficeRoute(app, dependencies, {
    method: 'POST',
    path: '/staff',
    input: personWordsSchema,
    handle: addPerson,
  });
  addOfficeRoute(app, dependencies, {
    method: 'POST',
    path: '/staff/:person',
    input: z.extend(changePersonSchema, { person: idSchema }),
    handle: changePerson,
  });
  for (const [path, handle] of [
    ['/staff/:person/end', endPerson],
    ['/staff/:person/back', bringPersonBack],
    ['/staff/:person/pin', makeNewPin],
  ] as const)
    addOfficeRoute(app, dependencies, { method: 'POST', path, input: personInputSchema, handle });
  addOfficeRoute(app, dependencies, {
    method: 'POST',
    path: '/staff/:person/account',
    input: z.extend(giveAccountSchema, { person: idSchema }),
    handle: giveAccount,
  });
}
