/** A database that answers before its disk has the data would turn an acknowledged sale into a lost one. */
import type { ClientBase } from 'pg';
import { z } from 'zod';
import { CannotStart } from './cannot-start.ts';

const settingsSchema = z.tuple([
  z.object({ fsync: z.string(), synchronous: z.string(), version: z.coerce.number() }),
]);
const acceptedSynchronousCommit = new Set(['on', 'remote_apply']);
const versionMin = 150_000;

export async function assertDurable(client: ClientBase): Promise<void> {
  const result = await client.query(
    `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as synchronous,
            current_setting('server_version_num') as version`,
  );
  const [settings] = settingsSchema.parse(result.rows);
  if (settings.version < versionMin)
    throw new CannotStart(
      'The database is older than PostgreSQL 15, the oldest version Evertill works with.',
    );
  if (settings.fsync !== 'on') throw new CannotStart(refusal('fsync', settings.fsync));
  if (!acceptedSynchronousCommit.has(settings.synchronous))
    throw new CannotStart(refusal('synchronous_commit', settings.synchronous));
}

function refusal(setting: string, value: string): string {
  return `The database has ${setting} = ${value}, so a sale it confirmed could be lost in a power cut. Set it to "on"; Evertill does not start without.`;
}
