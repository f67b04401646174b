/** Brings a database to the current schema. Several servers may start at once: one migrates, the others wait for it. */
import { Migrator, type Migration } from 'kysely';
import { CannotStart } from './cannot-start.ts';
import type { DatabaseAddress } from './database-address.ts';
import { ensureDatabaseRoles } from './database-roles.ts';
import { kyselyOver, openPool } from './pool.ts';

/** Names sort in the order they run: `0001-ledger`, `0002-…`. A released migration never changes. */
export type MigrationList = Readonly<Record<string, Migration>>;

export async function migrateDatabase(
  address: DatabaseAddress,
  migrations: MigrationList,
): Promise<readonly string[]> {
  const pool = openPool(address, 'owner');
  const database = kyselyOver<unknown>(pool);
  try {
    await ensureRoles(pool);
    const migrator = new Migrator({
      db: database,
      provider: { getMigrations: () => Promise.resolve({ ...migrations }) },
    });
    const { error, results } = await migrator.migrateToLatest();
    if (error !== undefined)
      throw migrationFailure(error, results?.find((result) => result.status === 'Error')?.migrationName);
    return (results ?? []).map((result) => result.migrationName);
  } finally {
    await database.destroy();
    // Kysely leaves a pool open that it never used.
    if (!pool.ended) await pool.end();
  }
}

async function ensureRoles(pool: ReturnType<typeof openPool>): Promise<void> {
  const client = await pool.connect();
  try {
    await ensureDatabaseRoles(client);
  } finally {
    client.release();
  }
}

function migrationFailure(error: unknown, name: string | undefined): CannotStart {
  const because = error instanceof Error ? error.message : String(error);
  return new CannotStart(
    `The database could not be brought up to date${name === undefined ? '' : ` (${name})`}: ${because}`,
    { cause: error },
  );
}
