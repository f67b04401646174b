/**
 * Makes what a release leaves behind in the world: a till's database with sales sent and sales waiting, and the ledger and keys
 * of its server. Made once per release with that release's own code, and never again.
 */
import { closeLocalDb } from '../../local-db/open-local-db.ts';
import { migrationList } from '../../server/migrations/migration-list.ts';
import { startHeadOffice } from '../head-office.ts';
import { startSyncingTill } from '../syncing-till.ts';
import { makeVirtualTime } from '../virtual-time.ts';
import { dumpIndexedDb, type IndexedDbDump } from './indexed-db-dump.ts';

export interface MadeRelease {
  readonly till: IndexedDbDump;
  readonly server: {
    readonly tables: Readonly<Record<string, unknown[]>>;
    readonly keys: Readonly<Record<string, string>>;
    readonly lastMigration: string;
  };
}

const SENT = 8;
const WAITING = 5;
const TABLES = ['business', 'shop', 'till', 'product', 'favourite', 'till_head', 'chain', 'batch', 'fact'];

export async function makeReleased(): Promise<MadeRelease> {
  letKeysBeReadOut();
  const time = makeVirtualTime(Date.UTC(2025, 4, 6, 5, 10));
  const office = await startHeadOffice(time.now);
  const till = await startSyncingTill(office, time);
  await till.sell(SENT);
  await till.until(async () => (await till.waiting()) === 0);
  for (const capability of ['signIn', 'sending', 'catalogue'] as const) {
    till.net.faults[capability] = { is: 'noNetwork' };
  }
  await till.sell(WAITING);
  const lastMigration = Object.keys(migrationList).sort().at(-1) ?? '';
  const server = { ...(await office.dump(TABLES)), lastMigration };
  await till.stop();
  closeLocalDb(till.db);
  const made = { till: await dumpIndexedDb(till.db.journal.name), server };
  await office.stop();
  return made;
}

/** On a tablet nobody can; a fixture has to outlive the process that made it. */
function letKeysBeReadOut(): void {
  const { subtle } = globalThis.crypto;
  const [generate, bring] = [subtle.generateKey.bind(subtle), subtle.importKey.bind(subtle)];
  Object.defineProperty(subtle, 'generateKey', {
    value: (algorithm: EcKeyGenParams, _: boolean, usages: KeyUsage[]) => generate(algorithm, true, usages),
  });
  Object.defineProperty(subtle, 'importKey', {
    value: (
      format: 'raw',
      data: Uint8Array<ArrayBuffer>,
      algorithm: EcKeyImportParams,
      _: boolean,
      usages: KeyUsage[],
    ) => bring(format, data, algorithm, true, usages),
  });
}
