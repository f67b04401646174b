/** What the till plane reads of the database server itself, on every PostgreSQL it is run on, as its own role. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type pg from 'pg';
import { engineIsInstalled, startTestDatabase, type DatabaseEngine } from '../../testing/database.ts';
import { ofBusiness } from '../database/borrow-connection.ts';
import type { Connections } from '../database/query-rows.ts';
import { readServerState } from './server-state.ts';

const engines: readonly DatabaseEngine[] = ['embedded', 'debian'];

for (const engine of engines) {
  describe.skipIf(!(await engineIsInstalled(engine)))(`on ${engine} PostgreSQL`, () => {
    let stop: () => Promise<void> = () => Promise.resolve();
    let owner: pg.Pool;
    let till: Connections;

    beforeAll(async () => {
      const database = await startTestDatabase({ engine });
      stop = () => database.stop();
      owner = database.openPool('owner');
      till = ofBusiness(database.openPool('till'), 'b');
      await owner.query(`insert into evertill.business values ('b', 'B', 'demo', 9, 7, 9, 0)`);
      await owner.query(`insert into evertill.shop values ('s', 'b', 'S', 'A', 2, '{}', 0)`);
      await owner.query(
        `insert into evertill.till (till, business, shop, name, series, created_at) values ('t', 'b', 's', 'T', 'A1', 0)`,
      );
    });
    afterAll(() => stop());

    test('LEDG-21 the state names the versions of both streams, and an epoch that stays', async () => {
      const state = await readServerState(till, 't');
      expect(state).toMatchObject({
        catalogueVersion: 7,
        rosterVersion: 9,
        revocation: { number: 0, revoked: false },
      });
      expect(state.serverEpoch).toMatch(/^\d+-[0-9A-F]+-0-[0-9a-f]{8}$/);
      expect(await readServerState(till, 't')).toEqual(state);
    });

    test('LEDG-21 F39 a declared restore is another epoch', async () => {
      const before = (await readServerState(till, 't')).serverEpoch;
      await owner.query('update evertill.server_state set restores = restores + 1');
      const after = (await readServerState(till, 't')).serverEpoch;
      expect(after).not.toBe(before);
    });
  });
}
