/**
 * `npm run keys -- rotate-online` and `npm run keys -- new-root`: changes the server's keys; it takes them up at its next start.
 * `npm run keys -- print`: the keys as one line for SERVER_KEYS, made where there are none.
 * `npm run keys -- set-up-code`: the code that founds the next business, where nobody reads what the start prints.
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeNewRoot, rotateOnlineKey } from '../server/change-keys.ts';
import { readConfiguration, type Configuration } from '../server/configuration.ts';
import { CannotStart } from '../server/database/cannot-start.ts';
import { makeDataDirectory } from '../server/database/data-directory.ts';
import type { DatabaseAddress } from '../server/database/database-address.ts';
import { visitEmbeddedDatabase } from '../server/database/open-database.ts';
import { openPool } from '../server/database/pool.ts';
import { keysAsText, layOutKeys } from '../server/keys-as-text.ts';
import { loadOrCreateServerKeys } from '../server/server-keys.ts';
import { currentSetUpCode } from '../server/set-up/set-up-code.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

try {
  console.log(await change(process.argv[2]));
} catch (error) {
  if (!(error instanceof CannotStart)) throw error;
  console.error(`No key was changed. ${error.message}`);
  process.exitCode = 1;
}

async function change(what: string | undefined): Promise<string> {
  const read = readConfiguration(process.env, [], root);
  if (read.is === 'refused') throw new CannotStart(read.because);
  const folder = join(read.configuration.dataDirectory, 'keys');
  switch (what) {
    case 'rotate-online':
      await rotateOnlineKey(folder, Date.now());
      return [
        `There is a new online key in ${folder}, vouched for by the same root. Start the server again to use it; tills notice nothing.`,
        'Copy the keys folder to its other place again.',
      ].join('\n');
    case 'new-root':
      await makeNewRoot(folder, Date.now());
      return [
        `There is a new root and a new online key in ${folder}; the old ones lie in its folder retired-….`,
        'After the next start no till believes this server: each sells on and keeps its sales, until a manager gives it a new code',
        'from the office (Tills, Change) to pin the new root. Copy the keys folder to its other place again.',
      ].join('\n');
    case 'print':
      await makeDataDirectory(read.configuration.dataDirectory);
      await loadOrCreateServerKeys(folder, Date.now());
      return keysAsText(folder);
    case 'set-up-code':
      if (read.configuration.serverKeys !== null) await layOutKeys(read.configuration.serverKeys, folder);
      return codeOf(read.configuration, folder);
    default:
      throw new CannotStart('Say which: npm run keys -- print, set-up-code, rotate-online, or new-root');
  }
}

function codeOf({ database, dataDirectory }: Configuration, folder: string): Promise<string> {
  const read = async (address: DatabaseAddress): Promise<string> => {
    const pool = openPool(address, 'owner');
    try {
      return await currentSetUpCode(pool, folder);
    } finally {
      await pool.end();
    }
  };
  return database.is === 'outside'
    ? read({ is: 'url', url: database.url })
    : visitEmbeddedDatabase(dataDirectory, read);
}
