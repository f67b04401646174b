/** `npm run restore -- --from FOLDER`: a backup into an empty database; tills then bring what it lacks. */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { restoreBackup, type RestoredBackup } from '../server/backup/restore-backup.ts';
import { readConfiguration } from '../server/configuration.ts';
import { CannotStart } from '../server/database/cannot-start.ts';
import { makeDataDirectory } from '../server/database/data-directory.ts';
import { openEmbeddedDatabase, openOutsideDatabase } from '../server/database/open-database.ts';
import { migrationList } from '../server/migrations/migration-list.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

try {
  console.log(await restore());
} catch (error) {
  if (!(error instanceof CannotStart)) throw error;
  console.error(`Nothing was restored. ${error.message}`);
  process.exitCode = 1;
}

async function restore(): Promise<string> {
  const options = { from: { type: 'string' }, replace: { type: 'boolean', default: false } } as const;
  const { from, replace } = parseArgs({ options }).values;
  if (from === undefined) throw new CannotStart('Say from where: npm run restore -- --from FOLDER');
  const read = readConfiguration(process.env, [], root);
  if (read.is === 'refused') throw new CannotStart(read.because);
  const { database, dataDirectory } = read.configuration;
  await makeDataDirectory(dataDirectory);
  const opened =
    database.is === 'outside'
      ? await openOutsideDatabase(database.url)
      : await openEmbeddedDatabase({ dataDirectory, log: console.log });
  try {
    const { address } = opened;
    const migrations = migrationList;
    return wordsOf(
      await restoreBackup({ address, from: resolve(from), replace, migrations, now: Date.now() }),
      dataDirectory,
    );
  } finally {
    await opened.stop();
  }
}

function wordsOf({ folder, manifest, verified }: RestoredBackup, dataDirectory: string): string {
  return [
    `Restored ${folder}, made ${manifest.madeAt}: ${String(verified.rows)} rows, ${String(verified.facts)} facts.`,
    'The database is another epoch now: tills send again what it lacks and take fresh catalogues and rosters.',
    'Office work since then (settlements, sign-offs, people, prices) is NOT brought back by tills: do it again.',
    `The server's keys must be those from before: check ${dataDirectory}/keys. With other keys each till needs a code.`,
  ].join('\n');
}
