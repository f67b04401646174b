/** A PostgreSQL that is not ours: what is demanded of it, and what a person is told to do. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  engineIsInstalled,
  startTestDatabase,
  type DatabaseEngine,
  type TestDatabase,
} from '../../testing/database.ts';
import { migrationList } from '../migrations/migration-list.ts';
import { withDatabase, type DatabaseAddress } from './database-address.ts';
import { migrateDatabase } from './migrate-database.ts';
import { openOutsideDatabase } from './open-database.ts';
import { openPool } from './pool.ts';

const engines: readonly DatabaseEngine[] = ['embedded', 'debian'];

/** The same database as an administrator of it would write it into DATABASE_URL. */
function urlOf(address: DatabaseAddress, person?: string): string {
  if (address.is === 'url') return address.url;
  const { database, folder } = address;
  return `postgresql://${person ?? address.person}@localhost/${database}?host=${encodeURIComponent(folder)}`;
}

for (const engine of engines) {
  describe.skipIf(!(await engineIsInstalled(engine)))(`DATABASE_URL on ${engine} PostgreSQL`, () => {
    let database: TestDatabase;
    const shopkeeper = `shopkeeper_${String(process.pid)}_${engine}`;
    const run = (statement: string): Promise<unknown> => database.openPool('owner').query(statement);

    beforeAll(async () => {
      database = await startTestDatabase({ engine, migrations: {} });
      await run(`create role ${shopkeeper} login`);
    });
    afterAll(async () => {
      await run(`drop database if exists ${shopkeeper} with (force)`);
      await run(`drop role ${shopkeeper}`);
      await database.stop();
    });

    test('START-1 a database that confirms before the disk has the data is refused', async () => {
      const url = urlOf(database.address);
      const name = database.address.is === 'socket' ? database.address.database : '';
      await run(`alter database ${name} set synchronous_commit = 'off'`);
      await expect(openOutsideDatabase(url)).rejects.toThrow('synchronous_commit = off');
      await run(`alter database ${name} reset synchronous_commit`);
      await expect(openOutsideDatabase(url)).resolves.toMatchObject({ address: { is: 'url' } });
    });

    test('START-9 an account that may not use the roles is told what to grant, and works once it is granted', async () => {
      const own = withDatabase(database.address, shopkeeper);
      const address: DatabaseAddress = { is: 'url', url: urlOf(own, shopkeeper) };
      await run(`create database ${shopkeeper} owner ${shopkeeper}`);
      await expect(migrateDatabase(address, migrationList)).rejects.toThrow(
        `GRANT evertill_till, evertill_people TO ${shopkeeper};`,
      );
      await run(`grant evertill_till, evertill_people to ${shopkeeper}`);
      await expect(migrateDatabase(address, migrationList)).resolves.toEqual(Object.keys(migrationList));
      const till = openPool(address, 'till');
      expect((await till.query('select current_user as role')).rows).toEqual([{ role: 'evertill_till' }]);
      await till.end();
    });

    test('START-10 a number too large to be exact is an error, not a rounded number', async () => {
      const pool = database.openPool('till');
      expect((await pool.query('select 9007199254740991::bigint as n')).rows).toEqual([
        { n: 9007199254740991 },
      ]);
      await expect(pool.query('select 9007199254740992::bigint as n')).rejects.toThrow('safe integer');
    });

    test('START-2 a plane that uses up its connections or its time leaves the other plane its own', async () => {
      const people = database.openPool('people', {
        connectionsMax: 1,
        waitMsMax: 200,
        statementMsMax: 200,
        lockMsMax: 200,
      });
      const till = database.openPool('till');
      await expect(people.query('select pg_sleep(30)')).rejects.toThrow('statement timeout');
      const held = await people.connect();
      await expect(people.query('select 1')).rejects.toThrow('timeout');
      expect((await till.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
      held.release();
    });

    test('START-3 several servers starting at once migrate once', async () => {
      const fresh = await startTestDatabase({ engine, migrations: {} });
      let runs = 0;
      const migrations = {
        '0001-counted': {
          up: async (): Promise<void> => {
            runs += 1;
            await Promise.resolve();
          },
        },
      };
      await Promise.all([1, 2, 3, 4].map(() => migrateDatabase(fresh.address, migrations)));
      expect(runs).toBe(1);
      await fresh.stop();
    });
  });
}
