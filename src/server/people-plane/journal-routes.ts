/** What the office asks about a journal that comes in a file: what is held already, and that the import be written down. */
import type { FastifyInstance } from 'fastify';
import * as z from 'zod/mini';
import { journalImportedSchema, type JournalHeld } from '../../protocol/office-till-messages.ts';
import { factNumberSchema, idSchema } from '../../protocol/scalars.ts';
import { queryRow, queryRows, type Queryable } from '../database/query-rows.ts';
import { noteAct } from './note-act.ts';
import { addOfficeRoute, type PeopleDependencies } from './office-route.ts';
import { answer, NOT_FOUND } from './outcome.ts';

const PATH = '/tills/:till/journal';
const importedSchema = z.extend(journalImportedSchema, { till: idSchema });
const nameRowSchema = z.object({ name: z.string() });
const heldRowSchema = z.object({ inc: idSchema, no: factNumberSchema });

export function addJournalRoutes(app: FastifyInstance, dependencies: PeopleDependencies): void {
  addOfficeRoute(app, dependencies, {
    method: 'GET',
    path: PATH,
    input: z.object({ till: idSchema }),
    handle: async ({ input, caller, pool }) => {
      const name = await nameOf(pool, caller.business, input.till);
      return name === null ? NOT_FOUND : answer<JournalHeld>({ name, held: await heldOf(pool, input.till) });
    },
  });
  addOfficeRoute(app, dependencies, {
    method: 'POST',
    path: PATH,
    input: importedSchema,
    handle: async ({ input, caller, pool, now }) => {
      if ((await nameOf(pool, caller.business, input.till)) === null) return NOT_FOUND;
      const { till, madeAt, facts, appended } = input;
      const detail = { madeAt: String(madeAt), facts: String(facts), appended: String(appended) };
      await noteAct(pool, caller, { act: 'journalImported', till, detail }, now);
      return answer({ noted: true });
    },
  });
}

async function nameOf(pool: Queryable, business: string, till: string): Promise<string | null> {
  const row = await queryRow(
    pool,
    'select name from evertill.till where business = $1 and till = $2',
    [business, till],
    nameRowSchema,
  );
  return row?.name ?? null;
}

/** Up to a chain's head everything is held, but for holes that the till declared. */
function heldOf(pool: Queryable, till: string): Promise<JournalHeld['held']> {
  return queryRows(
    pool,
    'select inc, head_no as no from evertill.chain where till = $1',
    [till],
    heldRowSchema,
  );
}
