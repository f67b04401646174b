/** The schema as the planes' roles see it: the ledger only grows, and each plane reaches what is its own. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type pg from 'pg';
import { engineIsInstalled, startTestDatabase, type DatabaseEngine } from '../../testing/database.ts';

const engines: readonly DatabaseEngine[] = ['embedded', 'debian'];

for (const engine of engines) {
  describe.skipIf(!(await engineIsInstalled(engine)))(`on ${engine} PostgreSQL`, () => {
    let stop: () => Promise<void> = () => Promise.resolve();
    let owner: pg.Pool;
    let till: pg.Pool;
    let people: pg.Pool;

    beforeAll(async () => {
      const database = await startTestDatabase({ engine });
      stop = () => database.stop();
      owner = database.openPool('owner');
      till = database.openPool('till');
      people = database.openPool('people');
    });
    afterAll(() => stop());

    test.each(['fact', 'batch'])(
      'LEDG-1 %s is append-only: no plane may change or remove a row',
      async (table) => {
        for (const pool of [till, people]) {
          for (const statement of changesOf(table)) {
            await expect(pool.query(statement), statement).rejects.toThrow('permission denied');
          }
        }
      },
    );

    test.each(['fact', 'batch'])(
      'LEDG-1 %s is append-only: not even the owner changes it by mistake',
      async (table) => {
        for (const statement of changesOf(table)) {
          await expect(owner.query(statement), statement).rejects.toThrow('the ledger is append-only');
        }
      },
    );

    test('LEDG-2 the till plane reads neither passwords nor office sign-ins', async () => {
      for (const table of ['office_account', 'office_sign_in', 'audit']) {
        await expect(till.query(`select * from evertill.${table}`), table).rejects.toThrow(
          'permission denied',
        );
      }
    });

    test('LEDG-2 the people plane reads no PIN, no pepper, and writes neither ledger nor projections', async () => {
      const refused = [
        'select argon2_output from evertill.person_pin',
        'select pepper from evertill.till',
        "insert into evertill.fact (till) values ('t')",
        "insert into evertill.receipt (till) values ('t')",
        'update evertill.receipt set gross = 0',
        'update evertill.till set public_key = null',
      ];
      for (const statement of refused) {
        await expect(people.query(statement), statement).rejects.toThrow('permission denied');
      }
    });

    test('LEDG-3 every row says whose business it is', async () => {
      const { rows } = await owner.query<{ table_name: string }>(
        `select table_name from information_schema.tables t
         where table_schema = 'evertill' and table_name <> 'server_state' and not exists (
           select from information_schema.columns c
           where c.table_schema = 'evertill' and c.table_name = t.table_name
             and c.column_name = 'business' and c.is_nullable = 'NO')`,
      );
      expect(rows).toEqual([]);
    });
  });
}

function changesOf(table: string): string[] {
  return [
    `update evertill.${table} set business = 'x'`,
    `delete from evertill.${table}`,
    `truncate evertill.${table} cascade`,
  ];
}
