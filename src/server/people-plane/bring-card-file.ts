/** Brings an acquirer's file, undoes it, and remembers how it was read. */
import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';
import { uuidv7 } from 'uuidv7';
import * as z from 'zod/mini';
import { hasColumns, readCardFile, readTable, type CardFileRow } from '../../domain/card-file.ts';
import { addMoney } from '../../domain/money.ts';
import { tradingDay, type Day } from '../../domain/trading-day.ts';
import {
  CARD_FILE_ROWS_MAX,
  cardFileBroughtSchema,
  cardReadingSchema,
  type bringCardFileSchema,
  type CardFileBrought,
  type CardReading,
} from '../../protocol/card-messages.ts';
import { queryRow, type Queryable } from '../database/query-rows.ts';
import { noteAct } from './note-act.ts';
import type { Caller } from './office-sign-in.ts';
import { answer, NOT_FOUND, refused, type Outcome } from './outcome.ts';
import { lockDecisions } from './settle-routes.ts';
import type { Shop } from './shop-of-business.ts';

const MIDNIGHT = '00:00';
const NO_SUCH_COLUMNS = refused(400, 'input-invalid', 'The file has no such columns.');
const UNREADABLE = refused(400, 'input-invalid', 'Rows of the file cannot be read.');
const EMPTY = refused(400, 'input-invalid', 'There are no payments in the file.');
const TOO_LONG = refused(400, 'input-invalid', 'The file has too many rows.');
const ALREADY_DONE = refused(409, 'already-done', 'This file is undone already.');

export async function readReading(database: Queryable, shop: string): Promise<CardReading> {
  const text = 'select columns, day_begins as "dayBegins" from evertill.card_reading where shop = $1';
  return (
    (await queryRow(database, text, [shop], cardReadingSchema)) ?? { columns: null, dayBegins: MIDNIGHT }
  );
}

type Wanted = z.infer<typeof bringCardFileSchema>;

/** Call it in a transaction. */
export async function bringCardFile(
  client: PoolClient,
  caller: Caller,
  shop: Shop,
  wanted: Wanted,
  now: number,
): Promise<Outcome<CardFileBrought>> {
  const table = readTable(wanted.text);
  if (!hasColumns(table, wanted.columns)) return NO_SUCH_COLUMNS;
  if (table.rows.length > CARD_FILE_ROWS_MAX) return TOO_LONG;
  const { timeZone, currency } = shop.policy;
  const { rows, faults } = readCardFile(table, wanted.columns, { timeZone, digits: currency.digits });
  if (faults.length > 0) return UNREADABLE;
  await lockDecisions(client, shop.shop);
  const [firstDay, lastDay] = daysOf(rows, timeZone, wanted.dayBegins);
  if (firstDay === undefined || lastDay === undefined) return EMPTY;
  const hash = createHash('sha256')
    .update(JSON.stringify([wanted.dayBegins, rows]))
    .digest('hex');
  const held = await findSame(client, shop.shop, hash);
  if (held !== null) return answer({ ...held, isNew: false });
  const file = {
    file: uuidv7(),
    rows: rows.length,
    sum: addMoney(...rows.map(({ amount }) => amount)),
    firstDay,
    lastDay,
  };
  await insertFile(client, caller, { ...wanted, ...file, shop: shop.shop, hash }, now);
  await insertRows(client, caller, shop.shop, file.file, rows);
  await remember(client, caller, shop.shop, wanted);
  const detail = { shop: shop.shop, file: file.file, name: wanted.name, rows: String(rows.length) };
  await noteAct(client, caller, { act: 'cardFileBrought', till: null, detail }, now);
  return answer({ ...file, isNew: true });
}

function daysOf(rows: readonly CardFileRow[], timeZone: string, dayBegins: string): [Day?, Day?] {
  const times = rows.map(({ at }) => at);
  if (times.length === 0) return [];
  const least = times.reduce((one, other) => Math.min(one, other));
  const most = times.reduce((one, other) => Math.max(one, other));
  return [tradingDay(least, timeZone, dayBegins), tradingDay(most, timeZone, dayBegins)];
}

const heldSchema = z.omit(cardFileBroughtSchema, { isNew: true });

/** The same payments, and nothing brought since about any of its days. */
function findSame(client: Queryable, shop: string, hash: string): Promise<z.infer<typeof heldSchema> | null> {
  return queryRow(
    client,
    `select f.file, f.rows, f.sum, f.first_day as "firstDay", f.last_day as "lastDay" from evertill.card_file f
     where f.shop = $1 and f.hash = $2 and f.undone_at is null and not exists (
       select 1 from evertill.card_file later where later.shop = f.shop and later.undone_at is null
         and (later.brought_at, later.file) > (f.brought_at, f.file)
         and later.first_day <= f.last_day and later.last_day >= f.first_day)
     order by f.brought_at desc limit 1`,
    [shop, hash],
    heldSchema,
  );
}

interface NewFile extends Wanted {
  readonly file: string;
  readonly hash: string;
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly rows: number;
  readonly sum: number;
}

async function insertFile(client: Queryable, caller: Caller, file: NewFile, now: number): Promise<void> {
  await client.query(
    `insert into evertill.card_file
       (file, business, shop, name, hash, first_day, last_day, day_begins, rows, sum, brought_at, brought_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      ...[file.file, caller.business, file.shop, file.name, file.hash, file.firstDay, file.lastDay],
      ...[file.dayBegins, file.rows, file.sum, now, caller.person],
    ],
  );
}

async function insertRows(
  client: Queryable,
  { business }: Caller,
  shop: string,
  file: string,
  rows: readonly CardFileRow[],
): Promise<void> {
  await client.query(
    `insert into evertill.card_row (file, place, business, shop, at, amount, terminal, code)
     select $1, given.place, $2, $3, given.at, given.amount, given.terminal, given.code
     from unnest($4::bigint[], $5::bigint[], $6::text[], $7::text[]) with ordinality
       as given (at, amount, terminal, code, place)`,
    [
      ...[file, business, shop],
      rows.map(({ at }) => at),
      rows.map(({ amount }) => amount),
      rows.map(({ terminal }) => terminal),
      rows.map(({ code }) => code),
    ],
  );
}

async function remember(
  client: Queryable,
  { business }: Caller,
  shop: string,
  wanted: Wanted,
): Promise<void> {
  await client.query(
    `insert into evertill.card_reading (shop, business, columns, day_begins) values ($1, $2, $3, $4)
     on conflict (shop) do update set columns = excluded.columns, day_begins = excluded.day_begins`,
    [shop, business, JSON.stringify(wanted.columns), wanted.dayBegins],
  );
}

/** Call it in a transaction. What the file replaced counts again. */
export async function undoCardFile(
  client: PoolClient,
  caller: Caller,
  file: string,
  now: number,
): Promise<Outcome<{ noted: true }>> {
  const found = await queryRow(
    client,
    `select shop, name, undone_at as "undoneAt" from evertill.card_file where business = $1 and file = $2`,
    [caller.business, file],
    z.object({ shop: z.string(), name: z.string(), undoneAt: z.nullable(z.int()) }),
  );
  if (found === null) return NOT_FOUND;
  await lockDecisions(client, found.shop);
  const { rowCount } = await client.query(
    'update evertill.card_file set undone_at = $2, undone_by = $3 where file = $1 and undone_at is null',
    [file, now, caller.person],
  );
  if (rowCount === 0) return ALREADY_DONE;
  const detail = { shop: found.shop, file, name: found.name };
  await noteAct(client, caller, { act: 'cardFileUndone', till: null, detail }, now);
  return answer({ noted: true });
}
