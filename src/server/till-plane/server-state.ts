/** What every answer to a till says about the server: its epoch, the versions of reference data, and whether the till may sell. */
import * as z from 'zod/mini';
import { queryRow, type Queryable } from '../database/query-rows.ts';

/**
 * The epoch changes when this database may have lost what another had acknowledged: another cluster, another database,
 * a failover (a new timeline) or a restore that someone declared.
 */
const EPOCH_SQL = `(
  select concat_ws('-', control.system_identifier, ltrim(left(pg_walfile_name(pg_current_wal_lsn()), 8), '0'),
                   state.restores, state.database)
  from evertill.server_state state, pg_control_system() control)`;

const serverStateSchema = z.object({
  serverEpoch: z.string(),
  rosterVersion: z.int(),
  catalogueVersion: z.int(),
  revocation: z.object({ number: z.int(), revoked: z.boolean() }),
});
const safeSchema = z.object({ no: z.int() });
export type ServerState = z.infer<typeof serverStateSchema>;

/** @throws when the till is unknown: it was known when its request was believed. */
export async function readServerState(database: Queryable, till: string): Promise<ServerState> {
  const row = await queryRow(
    database,
    `select ${EPOCH_SQL} as "serverEpoch", business.roster_version as "rosterVersion",
            business.catalogue_version as "catalogueVersion",
            jsonb_build_object('number', till.revocation_number, 'revoked', till.revoked) as revocation
     from evertill.till join evertill.business using (business) where till = $1`,
    [till],
    serverStateSchema,
  );
  if (row === null) throw new Error(`till ${till} has gone`);
  return row;
}

/** The highest fact of an incarnation that a verified backup holds, with all before it; 0 when none. */
export async function readSafe(
  database: Queryable,
  till: string,
  inc: string,
): Promise<{ readonly inc: string; readonly no: number }> {
  const text = 'select no from evertill.safe where till = $1 and inc = $2';
  const row = await queryRow(database, text, [till, inc], safeSchema);
  return { inc, no: row?.no ?? 0 };
}
