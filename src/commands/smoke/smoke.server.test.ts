/** The smoke test against whole servers: one that works, and ones whose sign-in a bad deployment broke. */
import 'fake-indexeddb/auto';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CANARY_EMAIL } from '../../server/canary/canary-business.ts';
import { keepCanary } from '../../server/canary/keep-canary.ts';
import { currentSetUpCode } from '../../server/set-up/set-up-code.ts';
import { readConfiguration } from '../../server/configuration.ts';
import { openPool } from '../../server/database/pool.ts';
import { demoFaults } from '../../server/faults/demo-faults.ts';
import { money } from '../../domain/money.ts';
import { PEOPLE_PLANE_FAULTS } from '../../server/faults/fault-board.ts';
import { startServer, type RunningServer } from '../../server/front/start-server.ts';
import { createDrillShop } from '../../server/import/drill-shop.ts';
import { migrationList } from '../../server/migrations/migration-list.ts';
import { tillPlane } from '../../server/till-plane/till-plane.ts';
import { makeFetchNet } from '../../sync/fetch-net.ts';
import { openTradingTill, type TradingTill } from '../../testing/trading-till.ts';
import { smoke } from './smoke-steps.ts';
import { sellOnce } from './smoke-till.ts';
import { until } from './until.ts';

const PASSWORD = 'a secret of the operator';

let folder: string;
let server: RunningServer<null>;
let till: TradingTill;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'evertill-smoke-'));
  await chmod(folder, 0o711);
  await mkdir(join(folder, 'assets'));
  await writeFile(
    join(folder, 'index.html'),
    '<!doctype html><script type="module" src="/assets/main.js"></script>',
  );
  await writeFile(join(folder, 'assets', 'main.js'), 'export {};');
  server = await start();
  await untilWhole();
  till = await openShopTill();
});
afterAll(async () => {
  await till.stop();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

function start(): Promise<RunningServer<null>> {
  const environment = { PORT: '0', DATA_DIR: 'data', CANARY_PASSWORD: PASSWORD };
  const read = readConfiguration(environment, ['--demo-faults'], folder);
  if (read.is === 'refused') throw new Error(read.because);
  return startServer(read.configuration, {
    migrations: migrationList,
    tillPlane,
    peopleEntry: fileURLToPath(new URL('../../server/people-plane/main.ts', import.meta.url)),
    appFolder: folder,
    seed: () => Promise.resolve(null),
    keepCanary,
    setUpCode: currentSetUpCode,
    faults: demoFaults,
    log: () => undefined,
  });
}

/** A till of somebody's real shop, which sells all the while. */
async function openShopTill(): Promise<TradingTill> {
  const owner = openPool(server.database, 'owner');
  const products = [{ code: 'MUG', name: 'Mug', price: money(500) }];
  const shop = await createDrillShop(owner, { name: 'Shop', tills: 1, products }, Date.now());
  await owner.end();
  const net = makeFetchNet(server.address);
  const day = new Date().toISOString().slice(0, 10);
  return openTradingTill({
    name: 'Shop',
    code: shop.tills[0]?.code ?? '',
    enrolOver: net,
    net,
    startsAt: { at: Date.now(), day },
  });
}

async function smokeTest(): Promise<{ readonly passed: boolean; readonly said: readonly string[] }> {
  const said: string[] = [];
  const passed = await smoke({
    origin: server.address,
    password: PASSWORD,
    say: (words) => said.push(words),
  });
  return { passed, said };
}

function setFault(target: string, kind: string): Promise<Response> {
  return fetch(`${server.address}/api/v1/lab/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ target, kind }),
  });
}

/** Sells on the shop's till and waits until head office holds it. */
async function sellAndSend(): Promise<void> {
  const day = new Date().toISOString().slice(0, 10);
  await sellOnce(till, () => till.at({ at: Date.now(), day }, 'd-alma'), 'MUG');
  till.tryNow();
  await until('the acknowledgement', till.waiting, (facts) => facts === 0);
}

async function untilWhole(): Promise<void> {
  const check = async () => (await fetch(`${server.address}/api/v1/people/sign-in-check`)).status;
  await until('the people plane', check, (status) => status === 200, 60_000);
}

async function readyz(): Promise<number> {
  return (await fetch(`${server.address}/readyz`)).status;
}

describe('npm run smoke', () => {
  test('OPER-1 passes on a server that works, step by step, and shuts its till out again', async () => {
    const { passed, said } = await smokeTest();
    expect(said.map((line) => line.replace(/ \(\d+ ms\)$/, ''))).toEqual([
      '  ok      Signs of life',
      '  ok      The app',
      '  ok      Sign in to the office',
      '  ok      Add a till',
      '  ok      Enrol it',
      '  ok      Sign in at the till',
      '  ok      Sell',
      '  ok      Send',
      '  ok      Reconcile',
      '  ok      Shut the till out again',
      '  ok      Sign out',
    ]);
    expect(passed).toBe(true);
    const owner = openPool(server.database, 'owner');
    const tills = await owner.query(
      `select b.kind, t.revoked from evertill.till t join evertill.business b using (business) order by b.kind`,
    );
    expect(tills.rows).toEqual([
      { kind: 'canary', revoked: true },
      { kind: 'drill', revoked: false },
    ]);
    await owner.end();
  });

  test('OPER-2 the founding morning: sign-in answers 500, the release is refused, nodes stay in service and tills send on', async () => {
    await setFault('login', '500');
    const { passed, said } = await smokeTest();
    expect(passed).toBe(false);
    expect(said.at(-1)).toMatch(/^ {2}FAILED {2}Sign in to the office .*\/sign-in answered 500/);
    expect(await readyz()).toBe(200);
    await sellAndSend();
    await setFault('login', 'none');
  });

  test.each(PEOPLE_PLANE_FAULTS)(
    'OPER-2 a people plane that %s: the release is refused, nodes stay in service and tills send on',
    async (fault) => {
      await setFault('peoplePlane', fault);
      await expect.poll(() => server.people.state().is, { timeout: 60_000 }).not.toBe('starting');
      const { passed, said } = await smokeTest();
      expect([passed, said.at(-1)]).toEqual([false, expect.stringContaining('FAILED')]);
      expect(await readyz()).toBe(200);
      await sellAndSend();
      await setFault('peoplePlane', 'none');
      await untilWhole();
    },
  );
});

describe('the canary business', () => {
  test('OPER-3 opens to the password that the server was started with, and to nobody without one', async () => {
    const owner = openPool(server.database, 'owner');
    const opens = async (password: string) => (await signInStatus(password)) === 200;
    await keepCanary(owner, 'another secret of the operator', Date.now());
    expect([await opens(PASSWORD), await opens('another secret of the operator')]).toEqual([false, true]);
    await keepCanary(owner, null, Date.now());
    expect(await opens('another secret of the operator')).toBe(false);
    await keepCanary(owner, PASSWORD, Date.now());
    expect(await opens(PASSWORD)).toBe(true);
    await owner.end();
  });

  test('OPER-3 begins anew when its tills are many', async () => {
    const owner = openPool(server.database, 'owner');
    const canaries = async () =>
      (
        await owner.query<{ business: string }>(
          `select business from evertill.office_account join evertill.business using (business) where kind = 'canary'`,
        )
      ).rows.map(({ business }) => business);
    const before = await canaries();
    await keepCanary(owner, PASSWORD, Date.now(), 0);
    const after = await canaries();
    expect([before.length, after.length, after[0] === before[0]]).toEqual([1, 1, false]);
    await owner.end();
  });
});

async function signInStatus(password: string): Promise<number> {
  const response = await fetch(`${server.address}/api/v1/people/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: CANARY_EMAIL, password }),
  });
  return response.status;
}
