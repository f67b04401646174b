/**
 * Businesses in the database itself: each plane's role, given every privilege there is, with a row of two businesses in every table. The
 * tables are those of the catalogue, so one that a later migration forgets to keep apart fails here.
 */
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type pg from 'pg';
import * as z from 'zod/mini';
import { engineIsInstalled, startTestDatabase, type DatabaseEngine } from '../../testing/database.ts';
import { ofBusiness } from '../database/borrow-connection.ts';
import { inTransaction } from '../database/in-transaction.ts';
import { poolLimitsOf } from '../database/pool.ts';
import { queryRows, type Queryable } from '../database/query-rows.ts';

const engines: readonly DatabaseEngine[] = ['embedded', 'debian'];
/** What no business owns. */
const NOBODYS = ['server_state'];
const BUSINESSES = ['mine', 'theirs'];
const ONE_CONNECTION = { connectionsMax: 1 };
const ROLES = ['till', 'people'] as const;

for (const engine of engines) {
  describe.skipIf(!(await engineIsInstalled(engine)))(`on ${engine} PostgreSQL`, () => {
    let stop: () => Promise<void> = () => Promise.resolve();
    let owner: pg.Pool;
    let tables: readonly Table[];
    const pools = new Map<(typeof ROLES)[number], pg.Pool>();

    beforeAll(async () => {
      const database = await startTestDatabase({ engine });
      stop = () => database.stop();
      owner = database.openPool('owner');
      for (const role of ROLES)
        pools.set(role, database.openPool(role, { ...poolLimitsOf[role], ...ONE_CONNECTION }));
      tables = await tablesOf(owner);
      await loosen(owner, tables);
      for (const table of tables) for (const business of BUSINESSES) await fill(owner, table, business);
    });
    afterAll(() => stop());

    test('OPER-20 every table but those that nobody owns names its business', async () => {
      const all = await queryRows(
        owner,
        `select tablename as name from pg_tables where schemaname = 'evertill' order by 1`,
        [],
        nameSchema,
      );
      expect(all.map(({ name }) => name)).toEqual([...tables.map(({ name }) => name), ...NOBODYS].toSorted());
      expect(tables.length).toBeGreaterThan(30);
    });

    describe.each(ROLES)('as the %s plane', (role) => {
      const pool = (): pg.Pool => pools.get(role) ?? owner;

      test('OPER-20 without a business nothing is seen, changed or written', async () => {
        for (const table of tables) {
          const { name } = table;
          expect(await seenIn(pool(), name), name).toEqual([]);
          expect((await pool().query(touch(name))).rowCount, name).toBe(0);
          await expect(fill(pool(), table, 'mine'), name).rejects.toThrow('row-level security');
        }
      });

      test('OPER-20 with a business its rows are seen and changed, and no others', async () => {
        const mine = ofBusiness(pool(), 'mine');
        for (const table of tables) {
          const { name } = table;
          expect(await seenIn(mine, name), name).toEqual(['mine']);
          expect((await mine.query(touch(name))).rowCount, name).toBe(1);
          await expect(fill(mine, table, 'another'), name).rejects.toThrow('row-level security');
          const away = mine.query(`update evertill.${name} set business = 'another'`);
          await expect(away, name).rejects.toThrow('row-level security');
          const gone = await mine.query(`delete from evertill.${name} where business = 'theirs'`);
          expect(gone.rowCount, name).toBe(0);
        }
      });

      test('OPER-21 a connection that served one business serves the next as if it had not', async () => {
        const table = 'receipt';
        expect(await seenIn(ofBusiness(pool(), 'mine'), table)).toEqual(['mine']);
        expect(await seenIn(ofBusiness(pool(), 'theirs'), table)).toEqual(['theirs']);
        expect(await seenIn(pool(), table)).toEqual([]);
        const failing = inTransaction(ofBusiness(pool(), 'mine'), (client) => client.query('select 1/0'));
        await expect(failing).rejects.toThrow('division');
        expect(await inTransaction(pool(), (client) => seenIn(client, table))).toEqual([]);
        expect(await seenIn(ofBusiness(pool(), 'mine'), table)).toEqual(['mine']);
        const client = await pool().connect();
        expect(await seenIn(client, table)).toEqual([]);
        client.release();
      });

      test('OPER-21 a connection that cannot be made to forget is lent to nobody', async () => {
        await ofBusiness(pool(), 'mine').borrow((client) => {
          vi.spyOn(client, 'query').mockImplementationOnce(() => {
            throw new Error('cancelled');
          });
          return Promise.resolve();
        });
        await expect(seenIn(pool(), 'receipt')).rejects.toThrow('cancelled');
        expect(await seenIn(pool(), 'receipt')).toEqual([]);
        expect(await seenIn(ofBusiness(pool(), 'mine'), 'receipt')).toEqual(['mine']);
      });

      test('OPER-21 a business named in a transaction that is taken back is not believed', async () => {
        await inTransaction(ofBusiness(pool(), 'mine'), async (client) => {
          await client.query(`select set_config('evertill.business', 'theirs', true)`);
        });
        expect(await seenIn(ofBusiness(pool(), 'mine'), 'receipt')).toEqual(['mine']);
        expect(await seenIn(pool(), 'receipt')).toEqual([]);
      });
    });

    test('OPER-22 what a plane may ask without a business tells names of businesses and tills alone', async () => {
      const answers = await queryRows(
        owner,
        `select p.proname as name, pg_get_function_result(p.oid) as answer from pg_proc p
         join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'evertill' and p.prosecdef order by 1`,
        [],
        z.object({ name: z.string(), answer: z.string() }),
      );
      expect(answers.length).toBeGreaterThan(8);
      for (const { name, answer } of answers) expect(ANSWERS, name).toContain(answer);
    });
  });
}

/** What a function may answer to a plane that names no business. */
const ANSWERS = [
  'text',
  'TABLE(business text)',
  'TABLE(business text, till text)',
  'TABLE(business text, version bigint)',
];

const nameSchema = z.object({ name: z.string() });
const tableSchema = z.object({
  name: z.string(),
  /** Those that need a value. */
  columns: z.array(z.object({ name: z.string(), type: z.string() })),
});
type Table = z.infer<typeof tableSchema>;

function tablesOf(owner: pg.Pool): Promise<Table[]> {
  return queryRows(
    owner,
    `select c.relname as name, (
       select jsonb_agg(jsonb_build_object('name', attname, 'type', format_type(atttypid, null))) from pg_attribute
       where attrelid = c.oid and attnum > 0 and not attisdropped and attnotnull and not atthasdef and attidentity = ''
     ) as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = c.oid and a.attname = 'business'
     where n.nspname = 'evertill' and c.relkind = 'r' order by 1`,
    [],
    tableSchema,
  );
}

/** So that a row is easily made, and nothing but the separation stands in the way. */
async function loosen(owner: pg.Pool, tables: readonly Table[]): Promise<void> {
  const drops = await queryRows(
    owner,
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as name from pg_constraint
     where connamespace = 'evertill'::regnamespace and contype in ('c', 'f')`,
    [],
    nameSchema,
  );
  for (const { name } of drops) await owner.query(name);
  for (const { name } of tables) await owner.query(`alter table evertill.${name} disable trigger user`);
  await owner.query('grant all on all tables in schema evertill to evertill_till, evertill_people');
}

const VALUES: Readonly<Record<string, string>> = {
  bigint: '1',
  integer: '1',
  smallint: '1',
  boolean: 'false',
  jsonb: `'{}'`,
  bytea: `''`,
  'text[]': `'{}'`,
};

async function fill(database: Queryable, { name, columns }: Table, business: string): Promise<void> {
  const values = columns.map((column) =>
    column.name === 'business' ? '$1::text' : (VALUES[column.type] ?? `$1 || '-${column.name}'`),
  );
  await database.query(
    `insert into evertill.${name} (${columns.map((column) => column.name).join(', ')}) values (${values.join(', ')})`,
    [business],
  );
}

async function seenIn(database: Queryable, table: string): Promise<string[]> {
  const text = `select business as name from evertill.${table} order by 1`;
  return (await queryRows(database, text, [], nameSchema)).map(({ name }) => name);
}

/** Changes nothing of every row it may see. */
function touch(table: string): string {
  return `update evertill.${table} set business = business`;
}
