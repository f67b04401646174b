/**
 * `npm run keys -- rotate-online` and `npm run keys -- new-root`: changes the server's keys; it takes them up at its next start.
 * `npm run keys -- print`: the keys as one line for SERVER_KEYS, made where there are none.
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeNewRoot, rotateOnlineKey } from '../server/change-keys.ts';
import { readConfiguration } from '../server/configuration.ts';
import { CannotStart } from '../server/database/cannot-start.ts';
import { makeDataDirectory } from '../server/database/data-directory.ts';
import { keysAsText } from '../server/keys-as-text.ts';
import { loadOrCreateServerKeys } from '../server/server-keys.ts';

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
        'from the office (Tills, New code) to pin the new root. Copy the keys folder to its other place again.',
      ].join('\n');
    case 'print':
      await makeDataDirectory(read.configuration.dataDirectory);
      await loadOrCreateServerKeys(folder, Date.now());
      return keysAsText(folder);
    default:
      throw new CannotStart(
        'Say which: npm run keys -- print, npm run keys -- rotate-online, or npm run keys -- new-root',
      );
  }
}
