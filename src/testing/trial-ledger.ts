/** An empty ledger on a real PostgreSQL, with a shop whose tills begin a journal each: what tests of the ledger append to. */
import type pg from 'pg';
import { ofBusiness } from '../server/database/borrow-connection.ts';
import type { Connections } from '../server/database/query-rows.ts';
import { startTestDatabase, type DatabaseEngine } from './database.ts';
import { startJournal, type TillJournal } from './till-journal.ts';

export interface TrialLedger {
  readonly owner: pg.Pool;
  /** As the till plane's role, and of the shop's business. */
  readonly pool: Connections;
  /** A further pool of the till plane, for a server that dies. */
  readonly openPool: () => Connections;
  /** Of a till that nobody has heard of before. */
  readonly newJournal: () => Promise<TillJournal>;
  readonly stop: () => Promise<void>;
}

export async function startTrialLedger(engine: DatabaseEngine): Promise<TrialLedger> {
  const database = await startTestDatabase({ engine });
  const owner = database.openPool('owner');
  const open = (): Connections => ofBusiness(database.openPool('till'), 'b');
  await owner.query(`insert into evertill.business values ('b', 'Business', 'demo', 0, 0, 0, 0)`);
  await owner.query(`insert into evertill.shop values ('s', 'b', 'Shop', 'A', 1, '{}', 0)`);
  let tills = 0;
  return {
    owner,
    pool: open(),
    openPool: open,
    newJournal: async () => {
      tills += 1;
      const till = `till-${String(tills)}`;
      await owner.query(
        `insert into evertill.till (till, business, shop, name, series, created_at) values ($1, 'b', 's', $1, $1, 0)`,
        [till],
      );
      await owner.query(`insert into evertill.till_head (till, business) values ($1, 'b')`, [till]);
      return startJournal({ business: 'b', shop: 's', till }, 'inc-1');
    },
    stop: () => database.stop(),
  };
}
