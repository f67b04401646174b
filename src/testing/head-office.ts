/** Head office in memory: the real till plane on a real database, with the trial shop and a till to be enrolled. */
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify, { type FastifyInstance } from 'fastify';
import type { Pool } from 'pg';
import * as z from 'zod/mini';
import type { Product } from '../domain/catalogue.ts';
import { PEOPLE_PREFIX } from '../protocol/till-messages.ts';
import { makeNewRoot } from '../server/change-keys.ts';
import { makeBackup } from '../server/backup/make-backup.ts';
import { restoreBackup } from '../server/backup/restore-backup.ts';
import { withDatabase, type DatabaseAddress } from '../server/database/database-address.ts';
import { inTransaction } from '../server/database/in-transaction.ts';
import { openPool } from '../server/database/pool.ts';
import { queryRows, type Queryable } from '../server/database/query-rows.ts';
import { migrationList } from '../server/migrations/migration-list.ts';
import { buildPeoplePlane } from '../server/people-plane/build-people-plane.ts';
import { addTill } from '../server/reference/add-till.ts';
import { createBusiness } from '../server/reference/create-business.ts';
import { issueEnrolmentCode } from '../server/reference/enrolment-code.ts';
import { saveCatalogue } from '../server/reference/save-catalogue.ts';
import { loadOrCreateServerKeys, type ServerKeys } from '../server/server-keys.ts';
import { tillPlane } from '../server/till-plane/till-plane.ts';
import { startTestDatabase } from './database.ts';
import { speakAsOlder } from './older-server.ts';
import { TRIAL_POLICY, trialProduct } from './trial-shop.ts';

export interface LedgerRow {
  readonly inc: string;
  readonly no: number;
  readonly hash: string;
  readonly bytes: string;
  readonly marks: readonly string[];
}

export interface HeadOffice {
  /** The app that answers a path: the people plane, or the till plane. Others after a restore. */
  readonly app: (target: string) => FastifyInstance;
  readonly code: string;
  /** All that the ledger holds, in order of arrival. */
  readonly ledger: () => Promise<LedgerRow[]>;
  readonly saveProducts: (products: readonly Product[], removed?: readonly string[]) => Promise<void>;
  /** Keeps the database as it is now, for `restore`. */
  readonly backUp: () => Promise<void>;
  /** Goes on with the backup: restored as a person would; or as a replica that missed the last seconds, which nobody declares. */
  readonly restore: (how: 'declared' | 'unsaid') => Promise<void>;
  /** Rolls the till plane back to what it spoke before, or forward again. */
  readonly deploy: (version: 'newest' | 'older') => void;
  /** Its keys were lost: goes on with a new root, which no till knows. */
  readonly loseKeys: () => Promise<void>;
  /** A manager's fresh code beside the till's name. */
  readonly newCode: () => Promise<string>;
  /** Rows of its tables, and the files of its keys folder. */
  readonly dump: (tables: readonly string[]) => Promise<ServerDump>;
  readonly stop: () => Promise<void>;
}

export interface ServerDump {
  readonly tables: Record<string, unknown[]>;
  readonly keys: Record<string, string>;
}

const BUSINESS = 'business-1';
const SHOP = 'shop-1';
const BACKUP = 'backup_of_';

export async function startHeadOffice(clock: () => number): Promise<HeadOffice> {
  const database = await startTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'evertill-keys-'));
  let keys = await loadOrCreateServerKeys(folder, clock());
  const owner = openPool(database.address, 'owner');
  const code = await inTransaction(owner, (client) => setUp(client, clock()));
  await owner.end();
  let version: 'newest' | 'older' = 'newest';
  const isOlder = (): boolean => version === 'older';
  let serving = await serve(database.address, keys, clock, isOlder);
  const backup = withDatabase(database.address, BACKUP + nameOf(database.address));
  const backups = join(folder, 'backups');
  let hasBackup = false;

  async function copy(from: DatabaseAddress, to: DatabaseAddress): Promise<void> {
    const maintenance = openPool(withDatabase(database.address, 'postgres'), 'owner');
    await maintenance.query(`create database ${nameOf(to)} template ${nameOf(from)}`);
    await maintenance.end();
  }

  return {
    app: (target) => (target.startsWith(PEOPLE_PREFIX) ? serving.people : serving.tills),
    code,
    ledger: () => withOwner(serving.address, readLedger),
    saveProducts: (products, removed = []) =>
      withOwner(serving.address, async (pool) => {
        const change = { products, removed, categories: null, favourites: null };
        await inTransaction(pool, (client) => saveCatalogue(client, BUSINESS, change));
      }),
    backUp: async () => {
      await makeBackup(database.address, backups, clock());
      await serving.stop();
      await copy(database.address, backup);
      hasBackup = true;
      serving = await serve(database.address, keys, clock, isOlder);
    },
    restore: async (how) => {
      await serving.stop();
      const options = { address: backup, from: backups, replace: true, migrations: migrationList };
      if (how === 'declared') await restoreBackup({ ...options, now: clock() });
      serving = await serve(backup, keys, clock, isOlder);
    },
    deploy: (wanted) => {
      version = wanted;
    },
    loseKeys: async () => {
      await serving.stop();
      keys = await makeNewRoot(folder, clock());
      serving = await serve(serving.address, keys, clock, isOlder);
    },
    newCode: () => withOwner(serving.address, (pool) => freshCode(pool, clock())),
    dump: async (names) => ({
      tables: await withOwner(serving.address, (pool) => readTables(pool, names)),
      keys: await readTexts(folder),
    }),
    stop: async () => {
      await serving.stop();
      if (hasBackup) await drop(database.address, backup);
      await database.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function setUp(client: Queryable, now: number): Promise<string> {
  const products = [trialProduct({ id: 'mug' }), trialProduct({ id: 'card' })];
  const wanted = { business: BUSINESS, shop: SHOP, kind: 'real', policy: TRIAL_POLICY, products } as const;
  await createBusiness(client, { ...wanted, people: [], categories: [], favourites: ['mug'] }, now);
  const added = await addTill(client, SHOP, 'Front', now);
  const issued = added === null ? null : await issueEnrolmentCode(client, added.till, now);
  if (issued === null) throw new Error('no till was added');
  return issued.code;
}

async function freshCode(pool: Pool, now: number): Promise<string> {
  const [till] = await queryRows(pool, 'select till from evertill.till', [], z.object({ till: z.string() }));
  const issued = till && (await inTransaction(pool, (client) => issueEnrolmentCode(client, till.till, now)));
  if (!issued) throw new Error('there is no till');
  return issued.code;
}

interface Serving {
  readonly tills: FastifyInstance;
  readonly people: FastifyInstance;
  readonly address: DatabaseAddress;
  readonly stop: () => Promise<void>;
}

async function serve(
  address: DatabaseAddress,
  keys: ServerKeys,
  clock: () => number,
  isOlder: () => boolean,
): Promise<Serving> {
  const pools = { tills: openPool(address, 'till'), people: openPool(address, 'people') };
  const log = (): void => undefined;
  const tills = Fastify();
  speakAsOlder(tills, isOlder);
  await tills.register(tillPlane({ pool: pools.tills, keys, clock, log }));
  const people = await buildPeoplePlane({
    pool: pools.people,
    clock,
    secondFactorKey: new Uint8Array(32),
    setUpKey: new Uint8Array(32),
    log,
  });
  await Promise.all([tills.ready(), people.ready()]);
  return {
    tills,
    people,
    address,
    stop: async () => {
      await Promise.all([tills.close(), people.close()]);
      await Promise.all([pools.tills.end(), pools.people.end()]);
    },
  };
}

async function withOwner<Result>(
  address: DatabaseAddress,
  act: (pool: Pool) => Promise<Result>,
): Promise<Result> {
  const pool = openPool(address, 'owner');
  try {
    return await act(pool);
  } finally {
    await pool.end();
  }
}

const ledgerRow = z.object({
  inc: z.string(),
  no: z.int(),
  hash: z.string(),
  bytes: z.string(),
  marks: z.array(z.string()),
});

function readLedger(pool: Pool): Promise<LedgerRow[]> {
  return queryRows(
    pool,
    'select inc, no, hash, bytes, marks from evertill.fact order by till_seq',
    [],
    ledgerRow,
  );
}

const jsonRow = z.object({ row: z.unknown() });

async function readTables(pool: Pool, names: readonly string[]): Promise<Record<string, unknown[]>> {
  const tables: Record<string, unknown[]> = {};
  for (const name of names) {
    const rows = await queryRows(pool, `select to_jsonb(t) as row from evertill.${name} t`, [], jsonRow);
    tables[name] = rows.map(({ row }) => row);
  }
  return tables;
}

async function readTexts(folder: string): Promise<Record<string, string>> {
  const names = await readdir(folder);
  const texts = names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const);
  return Object.fromEntries(await Promise.all(texts));
}

async function drop(server: DatabaseAddress, address: DatabaseAddress): Promise<void> {
  await withOwner(withDatabase(server, 'postgres'), (pool) =>
    pool.query(`drop database ${nameOf(address)} with (force)`),
  );
}

function nameOf(address: DatabaseAddress): string {
  if (address.is === 'socket') return address.database;
  return new URL(address.url).pathname.slice(1);
}
