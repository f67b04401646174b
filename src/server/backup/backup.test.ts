/** A backup under load holds one moment of everything, proves itself, and restores to the same bytes under another epoch. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  engineIsInstalled,
  startTestDatabase,
  type DatabaseEngine,
  type TestDatabase,
} from '../../testing/database.ts';
import { reportOf, startJournal, type TillJournal } from '../../testing/till-journal.ts';
import { withDatabase, type DatabaseAddress } from '../database/database-address.ts';
import { ofBusiness } from '../database/borrow-connection.ts';
import { openPool } from '../database/pool.ts';
import { appendBatch } from '../ledger/append-batch.ts';
import { readOffered } from '../ledger/offered-batch.ts';
import { migrationList } from '../migrations/migration-list.ts';
import { readServerState } from '../till-plane/server-state.ts';
import { makeBackup } from './make-backup.ts';
import { restoreBackup, type RestoredBackup } from './restore-backup.ts';

const engines: readonly DatabaseEngine[] = ['embedded', 'debian'];
const NOW = Date.UTC(2025, 4, 6, 12);
const FACTS = `select till, inc, no, hash, prev, kind, bytes, till_seq, marks, quarantined from evertill.fact order by 1, 2, 3, 4`;

for (const engine of engines) {
  describe.skipIf(!(await engineIsInstalled(engine)))(`on ${engine} PostgreSQL`, () => {
    let database: TestDatabase;
    let owner: pg.Pool;
    let pool: pg.Pool;
    let folder: string;

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'evertill-backup-'));
      database = await startTestDatabase({ engine });
      owner = database.openPool('owner');
      pool = database.openPool('till');
      await owner.query(`insert into evertill.business values ('b', 'Business', 'demo', 7, 7, 7, 0)`);
      await owner.query(
        `insert into evertill.shop values ('s', 'b', 'Shop', 'A', 1, '{"a": [1, "é\\n"]}', 0)`,
      );
    });
    afterAll(async () => {
      await database.stop();
      await rm(folder, { recursive: true });
    });

    async function addTill(till: string): Promise<TillJournal> {
      await owner.query(
        `insert into evertill.till (till, business, shop, name, series, created_at) values ($1, 'b', 's', $1, $1, 0)`,
        [till],
      );
      await owner.query(`insert into evertill.till_head (till, business) values ($1, 'b')`, [till]);
      return startJournal({ business: 'b', shop: 's', till }, `inc-of-${till}`);
    }

    async function append(journal: TillJournal, from: number): Promise<void> {
      const { header, lines } = await journal.push(from);
      const result = await appendBatch(ofBusiness(pool, 'b'), {
        batch: readOffered(header, lines),
        report: reportOf(lines.length),
        signature: header.sig,
        signatureOk: true,
        tillKey: journal.publicKey,
        receivedAt: NOW,
      });
      expect(result.is).toBe('answered');
    }

    /** Into a database of its own, which ends with the act. */
    async function restored(
      from: string,
      act: (pool: pg.Pool, result: RestoredBackup, address: DatabaseAddress) => Promise<void>,
    ): Promise<void> {
      const name = `restored_${randomUUID().replaceAll('-', '')}`;
      await owner.query(`create database ${name}`);
      const address = withDatabase(database.address, name);
      const result = await restoreBackup({
        address,
        from,
        replace: false,
        migrations: migrationList,
        now: NOW,
      });
      const theirs = openPool(address, 'owner');
      try {
        await act(theirs, result, address);
      } finally {
        await theirs.end();
        await owner.query(`drop database ${name} with (force)`);
      }
    }

    test('OPS-1 OPS-2 OPS-3 P12 F39 a backup made while tills push loses nothing acknowledged before it, and restores to the same bytes', async () => {
      const journals = await Promise.all(['t1', 't2', 't3'].map(addTill));
      for (const journal of journals) {
        for (let no = 1; no <= 40; no += 1)
          await journal.add({ kind: 'signedIn', body: { staff: `é "${String(no)}" \\u0000` } });
        await append(journal, 1);
      }
      let going = true;
      const load = journals.map(async (journal) => {
        while (going) {
          await journal.add({ kind: 'signedIn', body: { staff: 's-amara' } });
          await append(journal, journal.facts.length);
        }
      });
      const made = await makeBackup(database.address, folder, NOW);
      going = false;
      await Promise.all(load);
      const ours = (await owner.query<{ till: string; no: number }>(FACTS)).rows;
      const { rows: safe } = await owner.query<{ till: string; no: number }>(
        'select till, no from evertill.safe order by till',
      );
      expect(safe.map((row) => row.till)).toEqual(['t1', 't2', 't3']);
      for (const { no } of safe) expect(no).toBeGreaterThanOrEqual(40);

      await restored(folder, async (theirs, result) => {
        expect(result.folder).toBe(made.folder);
        const { rows } = await theirs.query<{ till: string; no: number }>(FACTS);
        const upTo = new Map(safe.map((row) => [row.till, row.no]));
        expect(rows).toEqual(ours.filter((row) => row.no <= (upTo.get(row.till) ?? 0)));
        const { rows: shops } = await theirs.query<{ policy: unknown }>('select policy from evertill.shop');
        expect(shops[0]?.policy).toEqual({ a: [1, 'é\n'] });
        expect((await readServerState(theirs, 't1')).serverEpoch).not.toBe(
          (await readServerState(owner, 't1')).serverEpoch,
        );
        // New rows are numbered after the old ones.
        const last = 'select max(batch) as batch from evertill.batch';
        const next = `insert into evertill.batch (business, till, inc, first_no, last_no, last_hash, signature, signature_ok, till_key, received_at)
                      values ('b', 't1', 'i', 1, 1, 'h', 's', true, 'k', 0) returning batch`;
        const { rows: before } = await theirs.query<{ batch: number }>(last);
        const { rows: after } = await theirs.query<{ batch: number }>(next);
        expect(after[0]?.batch).toBeGreaterThan(before[0]?.batch ?? 0);
      });
    });

    test('OPS-3 F39 two restores of one backup are two epochs', async () => {
      const epochs = new Set<string>();
      for (const _ of [1, 2]) {
        await restored(folder, async (theirs) => {
          epochs.add((await readServerState(theirs, 't1')).serverEpoch);
        });
      }
      expect(epochs.size).toBe(2);
    });

    test('OPS-4 a database that is not empty, or that a server works on, is left as it is', async () => {
      await restored(folder, async (theirs, { folder: from }, address) => {
        const options = { address, from, migrations: migrationList, now: NOW };
        await expect(restoreBackup({ ...options, replace: false })).rejects.toThrow('not empty');
        const serving = openPool(address, 'till');
        await serving.query('select 1');
        await expect(restoreBackup({ ...options, replace: true })).rejects.toThrow('Stop all of them');
        await serving.end();
        expect((await theirs.query('select 1 from evertill.fact')).rowCount).toBeGreaterThan(0);
      });
    });

    test('OPS-2 a backup that was touched is not restored, and says where', async () => {
      const { folder: made } = await makeBackup(database.address, folder, NOW + 1_000);
      const path = join(made, 'fact.ndjson.gz');
      const bytes = await readFile(path);
      bytes.writeUInt8(bytes.readUInt8(bytes.length - 20) ^ 1, bytes.length - 20);
      await writeFile(path, bytes);
      const options = { address: database.address, from: made, replace: true, migrations: migrationList };
      await expect(restoreBackup({ ...options, now: NOW })).rejects.toThrow('fact.ndjson.gz');
      expect((await owner.query('select 1 from evertill.fact')).rowCount).toBeGreaterThan(0);
      await rm(made, { recursive: true });
    });

    test('OPS-2 F47 a ledger whose bytes were changed in the database makes no backup that a till relies on', async () => {
      const journal = await addTill('t9');
      for (let no = 1; no <= 3; no += 1) await journal.add({ kind: 'signedIn', body: { staff: 's-bo' } });
      await append(journal, 1);
      await owner.query('alter table evertill.fact disable trigger append_only');
      await owner.query(
        `update evertill.fact set bytes = replace(bytes, 's-bo', 's-jo') where till = 't9' and no = 2`,
      );
      await expect(makeBackup(database.address, folder, NOW + 2_000)).rejects.toThrow(
        'till t9, inc-of-t9, fact 2: its bytes do not give its hash',
      );
      expect((await owner.query(`select 1 from evertill.safe where till = 't9'`)).rowCount).toBe(0);
    });
  });
}
