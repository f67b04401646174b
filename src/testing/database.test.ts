/** The databases that tests get: real, migrated, separate, and on either engine. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from 'kysely';
import { engineIsInstalled, startTestDatabase, type DatabaseEngine, type TestDatabase } from './database.ts';
import type { MigrationList } from '../server/database/migrate-database.ts';

const migrations: MigrationList = {
  '0001-shelf': {
    up: async (database) => {
      await sql`create table shelf (id bigint primary key)`.execute(database);
      await sql`grant select, insert on shelf to evertill_till`.execute(database);
    },
  },
};

const engines: readonly DatabaseEngine[] = ['embedded', 'debian'];

for (const engine of engines) {
  describe.skipIf(!(await engineIsInstalled(engine)))(`on ${engine} PostgreSQL`, () => {
    const opened: TestDatabase[] = [];
    beforeAll(async () => {
      opened.push(
        await startTestDatabase({ engine, migrations }),
        await startTestDatabase({ engine, migrations }),
      );
    });
    afterAll(async () => {
      for (const database of opened) await database.stop();
    });

    test('two test databases share nothing', async () => {
      const [first, second] = opened.map((database) => database.openPool('till'));
      await first?.query('insert into shelf values (9007199254740991)');
      expect((await first?.query('select id from shelf'))?.rows).toEqual([{ id: 9007199254740991 }]);
      expect((await second?.query('select id from shelf'))?.rows).toEqual([]);
    });

    test('START-2 a plane reaches only what its role was granted', async () => {
      const people = opened[0]?.openPool('people');
      await expect(people?.query('select * from shelf')).rejects.toThrow('permission denied');
    });
  });
}
