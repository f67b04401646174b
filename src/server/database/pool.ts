/** Connection pools: one for each plane, acting as that plane's role, each with limits and deadlines of its own. */
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { connectionOf, type DatabaseAddress } from './database-address.ts';
import { roleOfPlane, type Plane } from './database-roles.ts';
import { PlanePool } from './plane-pool.ts';

/** `owner` is the person of the address itself: migrations, seeding and commands, never a request. */
export type PoolRole = Plane | 'owner';

export interface PoolLimits {
  readonly connectionsMax: number;
  /** How long a caller waits for a free connection before it is told the database is busy. */
  readonly waitMsMax: number;
  readonly statementMsMax: number;
  readonly lockMsMax: number;
}

export const poolLimitsOf = {
  till: { connectionsMax: 12, waitMsMax: 2_000, statementMsMax: 10_000, lockMsMax: 2_000 },
  people: { connectionsMax: 8, waitMsMax: 2_000, statementMsMax: 15_000, lockMsMax: 2_000 },
  owner: { connectionsMax: 4, waitMsMax: 10_000, statementMsMax: 0, lockMsMax: 0 },
} as const satisfies Record<PoolRole, PoolLimits>;

const idleMsMax = 30_000;

export function openPool(
  address: DatabaseAddress,
  role: PoolRole,
  limits: PoolLimits = poolLimitsOf[role],
): pg.Pool {
  const pool = new PlanePool({
    ...connectionOf(address),
    application_name: `evertill ${role} ${String(process.pid)}`,
    max: limits.connectionsMax,
    connectionTimeoutMillis: limits.waitMsMax,
    idleTimeoutMillis: idleMsMax,
    statement_timeout: limits.statementMsMax,
    lock_timeout: limits.lockMsMax,
    idle_in_transaction_session_timeout: limits.statementMsMax,
    types: ourTypes(),
    // eslint-disable-next-line @typescript-eslint/no-misused-promises -- the pool waits for it, its types do not say so
    onConnect: async (client) => {
      if (role !== 'owner') await client.query(`set role ${roleOfPlane[role]}`);
    },
  });
  // A connection lost while idle is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => undefined);
  return pool;
}

export function kyselyOver<Tables>(pool: pg.Pool): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}

function ourTypes(): pg.TypeOverrides {
  const types = new pg.TypeOverrides();
  types.setTypeParser(pg.types.builtins.INT8, parseInt8);
  return types;
}

/** `bigint` columns hold counts, positions, minor units and milliseconds, all far below 2^53. */
function parseInt8(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new RangeError(`${text} does not fit into a safe integer`);
  return number;
}
