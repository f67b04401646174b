/**
 * A process for tests to kill: opens the built-in database of a folder, writes a row every time the disk has the last one,
 * and prints each number once it is committed. `node --import tsx hold-database-open.ts FOLDER`
 */
import { openEmbeddedDatabase } from '../server/database/open-database.ts';
import { openPool } from '../server/database/pool.ts';

const database = await openEmbeddedDatabase({
  dataDirectory: process.argv[2] ?? '',
  log: (words) => console.error(words),
});
const pool = openPool(database.address, 'owner');
await pool.query('create table if not exists counted (number bigint primary key)');
const start = await pool.query<{ next: number }>('select coalesce(max(number), 0) + 1 as next from counted');
for (let number = start.rows[0]?.next ?? 1; ; number += 1) {
  await pool.query('insert into counted values ($1)', [number]);
  console.log(number);
}
