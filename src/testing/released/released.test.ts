import 'fake-indexeddb/auto';
import Fastify, { type FastifyInstance } from 'fastify';
import { rm } from 'node:fs/promises';
import type { Pool } from 'pg';
import { afterEach, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { verifyChain } from '../../journal/verify-chain.ts';
import { verifyJournalExport } from '../../journal/verify-journal-export.ts';
import { closeLocalDb, type LocalDb } from '../../local-db/open-local-db.ts';
import { readEnrolment } from '../../local-db/read-enrolment.ts';
import { readStatus } from '../../local-db/read-status.ts';
import { recordSale } from '../../local-db/record-sale.ts';
import { factsAfter, readBranches } from '../../local-db/watermark.ts';
import { NO_FACT_HASH } from '../../protocol/fact.ts';
import { PROTOCOLS_SPOKEN } from '../../protocol/version.ts';
import { migrateDatabase } from '../../server/database/migrate-database.ts';
import { migrationList } from '../../server/migrations/migration-list.ts';
import { loadOrCreateServerKeys } from '../../server/server-keys.ts';
import { tillPlane } from '../../server/till-plane/till-plane.ts';
import { gzip } from '../../sync/gzip.ts';
import { probeHead, pushFacts } from '../../sync/push-facts.ts';
import { realChance } from '../../sync/real-chance.ts';
import { startTestDatabase } from '../database.ts';
import { makeFaultyNet } from '../faulty-net.ts';
import { paidByCard, soldBasket } from '../trial-basket.ts';
import { readTablet } from '../../rescue/read-tablet.ts';
import { openRaw } from '../../rescue/open-raw.ts';
import { survey } from '../../rescue/survey.ts';
import { loadIndexedDb } from './indexed-db-dump.ts';
import { reportOf } from '../till-journal.ts';
import { trialActing } from '../trial-till.ts';
import {
  loadReleasedTables,
  openReleasedTill,
  readReleasedJournal,
  readReleasedServer,
  readReleasedTill,
  RELEASED,
  writeReleasedKeys,
} from './read-released.ts';

const NOW = Date.UTC(2025, 4, 7, 9, 0);
const factRow = z.object({ inc: z.string(), no: z.int(), bytes: z.string(), hash: z.string() });

const closing: (() => Promise<unknown> | undefined)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

let opened = 0;
async function openTill(version: string): Promise<LocalDb> {
  opened += 1;
  const db = await openReleasedTill(await readReleasedTill(version), `-released-${String(opened)}`);
  closing.push(() => {
    closeLocalDb(db);
    return undefined;
  });
  return db;
}

async function factsOf(db: LocalDb) {
  const [branch] = await readBranches(db);
  if (branch === undefined) throw new Error('a till of a release has a branch');
  return { branch, facts: await factsAfter(db, branch.inc, 0, 10_000) };
}

interface UpgradedServer {
  readonly app: FastifyInstance;
  readonly owner: Pool;
}

/** The database of that version, with its rows and its keys, opened by this version of the server. */
async function upgradedServer(version: string): Promise<UpgradedServer> {
  const released = await readReleasedServer(version);
  const known = Object.entries(migrationList).filter(([name]) => name <= released.lastMigration);
  const database = await startTestDatabase({ migrations: Object.fromEntries(known) });
  closing.push(() => database.stop());
  const owner = database.openPool('owner');
  await loadReleasedTables(owner, released);
  await migrateDatabase(database.address, migrationList);
  const folder = await writeReleasedKeys(released);
  closing.push(() => rm(folder, { recursive: true }));
  const app = Fastify();
  closing.push(() => app.close());
  const keys = await loadOrCreateServerKeys(folder, NOW);
  await app.register(
    tillPlane({ pool: database.openPool('till'), keys, clock: () => NOW, log: () => undefined }),
  );
  await app.ready();
  return { app, owner };
}

async function ledgerOf({ owner }: UpgradedServer) {
  const { rows } = await owner.query('select inc, no, bytes, hash from evertill.fact order by till_seq');
  return z.array(z.object({ bytes: z.string(), hash: z.string() })).parse(rows);
}

async function lineTo({ app }: UpgradedServer, db: LocalDb, protocol: (typeof PROTOCOLS_SPOKEN)[number]) {
  const enrolment = await readEnrolment(db);
  if (enrolment === null) throw new Error('the till of a release is enrolled');
  const { till, root, certificate, key } = enrolment;
  return {
    net: makeFaultyNet(
      () => app,
      () => Promise.resolve(),
    ),
    chance: realChance,
    pack: gzip,
    credentials: { till, root, certificate, privateKey: key.privateKey },
    nonce: { current: '' },
    protocol: { current: protocol },
  };
}

test('RELEASE-1 every release has left what it left', () => {
  expect(RELEASED).toContain('0.1.0');
});

describe.each(RELEASED)('what version %s left behind', (version) => {
  test('RELEASE-1 F12 S its till opens in this version, every fact byte for byte, and goes on selling on the same chain', async () => {
    const stored = (await readReleasedTill(version)).stores.find(({ name }) => name === 'facts');
    const before = z.array(factRow).parse(stored?.rows);
    const db = await openTill(version);
    const { branch, facts } = await factsOf(db);
    expect(facts.map(({ inc, no, bytes, hash }) => ({ inc, no, bytes, hash }))).toEqual(
      before.map(({ inc, no, bytes, hash }) => ({ inc, no, bytes, hash })),
    );
    expect((await readStatus(db))?.waiting.sales).toBe(5);
    expect((await recordSale(db, paidByCard(soldBasket('sale-after-update')), trialActing(90))).is).toBe(
      'recorded',
    );
    const after = (await factsOf(db)).facts;
    expect(after).toHaveLength(facts.length + 1);
    const verdict = await verifyChain(after, branch.inc, { no: 0, hash: NO_FACT_HASH });
    expect(verdict.is).toBe('intact');
  });

  test('RELEASE-1 RESCUE-1 F33 rescue reads it as it lies there, and changes nothing', async () => {
    const name = 'as-it-lies-there';
    const dump = await readReleasedTill(version);
    await loadIndexedDb(name, dump);
    const raw = await openRaw(name);
    const tablet = await readTablet({
      openDatabase: () => Promise.resolve(raw),
      secondCopy: () => Promise.resolve(''),
    });
    const found = await survey(tablet, () => undefined);
    expect(found.fault).toBeNull();
    expect(found.waiting).toHaveLength(5);
    expect(raw?.version).toBe(dump.version);
    raw?.close();
    indexedDB.deleteDatabase(name);
  });

  test('RELEASE-2 F12 P its ledger is read by this version of the server, every fact byte for byte, and every receipt is there', async () => {
    const { tables } = await readReleasedServer(version);
    const facts = z.array(z.object({ bytes: z.string() })).parse(tables['fact']);
    const server = await upgradedServer(version);
    expect((await ledgerOf(server)).map(({ bytes }) => bytes).sort()).toEqual(
      facts.map(({ bytes }) => bytes).sort(),
    );
    const receipts = facts.filter(({ bytes }) => bytes.includes('"kind":"saleCompleted"')).length;
    await expect
      .poll(async () => (await server.owner.query('select 1 from evertill.receipt')).rowCount, {
        timeout: 30_000,
      })
      .toBe(receipts);
  });

  test.each(PROTOCOLS_SPOKEN)(
    'RELEASE-3 F34 P P4 what its till has waiting arrives once at this version of the server, in version %i of the wire',
    async (protocol) => {
      const server = await upgradedServer(version);
      const db = await openTill(version);
      const line = await lineTo(server, db, protocol);
      const { branch, facts } = await factsOf(db);
      const source = {
        factsAfter: (inc: string, no: number, limit: number) => factsAfter(db, inc, no, limit),
        report: () => Promise.resolve(reportOf(branch.head.no)),
      };
      const offer = { inc: branch.inc, after: branch.acknowledged };
      const probed = await probeHead(line, source, offer);
      expect(probed).toMatchObject({ is: 'ok', value: { head: branch.acknowledged } });
      for (let times = 0; times < 2; times += 1) {
        const pushed = await pushFacts(line, source, offer, 500);
        expect(pushed.exchanged).toMatchObject({ is: 'ok', value: { head: branch.head, forkedAt: null } });
      }
      expect((await ledgerOf(server)).map(({ hash }) => hash)).toEqual(facts.map(({ hash }) => hash));
    },
  );

  test('RELEASE-4 F47 its exported journal verifies under its root', async () => {
    const text = await readReleasedJournal(version);
    const enrolment = await readEnrolment(await openTill(version));
    const verdict = await verifyJournalExport(inOnePiece(text), { root: enrolment?.root ?? null });
    expect(verdict).toMatchObject({ is: 'intact' });
  });
});

async function* inOnePiece(text: string): AsyncGenerator<string> {
  yield await Promise.resolve(text);
}
