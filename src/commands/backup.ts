/** `npm run backup -- --to FOLDER`: the whole database into a folder, proved, while the server works on. */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { makeBackup, type MadeBackup } from '../server/backup/make-backup.ts';
import { readConfiguration } from '../server/configuration.ts';
import { CannotStart } from '../server/database/cannot-start.ts';
import { visitEmbeddedDatabase } from '../server/database/open-database.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

try {
  console.log(await backup());
} catch (error) {
  if (!(error instanceof CannotStart)) throw error;
  console.error(`No backup was made. ${error.message}`);
  process.exitCode = 1;
}

async function backup(): Promise<string> {
  const { to } = parseArgs({ options: { to: { type: 'string' } } }).values;
  if (to === undefined) throw new CannotStart('Say where: npm run backup -- --to FOLDER');
  const read = readConfiguration(process.env, [], root);
  if (read.is === 'refused') throw new CannotStart(read.because);
  const { database, dataDirectory } = read.configuration;
  const began = performance.now();
  const made =
    database.is === 'outside'
      ? await makeBackup({ is: 'url', url: database.url }, resolve(to), Date.now())
      : await visitEmbeddedDatabase(dataDirectory, (address) => makeBackup(address, resolve(to), Date.now()));
  return wordsOf(made, (performance.now() - began) / 1_000, dataDirectory);
}

function wordsOf({ folder, manifest, verified }: MadeBackup, seconds: number, dataDirectory: string): string {
  return [
    `Backup made and read back in ${seconds.toFixed(1)} s: ${folder}`,
    `  ${String(manifest.tables.length)} tables, ${String(verified.rows)} rows; ${String(verified.facts)} facts, each by its hash and its link, on ${String(verified.chains.length)} chains.`,
    'Tills may now clear facts older than 35 days that are in it.',
    `The server's keys are NOT in it. Copy ${dataDirectory}/keys to another place, closed to others: without it no till believes a restored server.`,
  ].join('\n');
}
